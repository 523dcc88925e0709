import answeredAt from '@salesforce/schema/Task.AnsweredAt__c';
import callKey from '@salesforce/schema/Task.CallKey__c';
import channel from '@salesforce/schema/Task.Channel__c';
import continuesElsewhere from '@salesforce/schema/Task.ContinuesElsewhere__c';
import direction from '@salesforce/schema/Task.Direction__c';
import endedAt from '@salesforce/schema/Task.EndedAt__c';
import firstPart from '@salesforce/schema/Task.FirstPart__c';
import fromNumber from '@salesforce/schema/Task.FromNumber__c';
import holdSeconds from '@salesforce/schema/Task.HoldSeconds__c';
import interactionKey from '@salesforce/schema/Task.InteractionKey__c';
import outcome from '@salesforce/schema/Task.Outcome__c';
import queue from '@salesforce/schema/Task.Queue__c';
import recordingUrl from '@salesforce/schema/Task.RecordingUrl__c';
import startedAt from '@salesforce/schema/Task.StartedAt__c';
import talkSeconds from '@salesforce/schema/Task.TalkSeconds__c';
import toNumber from '@salesforce/schema/Task.ToNumber__c';
import transcriptUrl from '@salesforce/schema/Task.TranscriptUrl__c';
import wrapUpSeconds from '@salesforce/schema/Task.WrapUpSeconds__c';

/** The fields of Task that come with the package; each call log writes them. */
export const callLogFields = [
  answeredAt,
  callKey,
  channel,
  continuesElsewhere,
  direction,
  endedAt,
  firstPart,
  fromNumber,
  holdSeconds,
  interactionKey,
  outcome,
  queue,
  recordingUrl,
  startedAt,
  talkSeconds,
  toNumber,
  transcriptUrl,
  wrapUpSeconds
] as const;
