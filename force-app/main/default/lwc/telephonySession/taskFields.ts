import type { ObjectInfo } from 'lightning/uiObjectInfoApi';
import activityDate from '@salesforce/schema/Task.ActivityDate';
import answeredAt from '@salesforce/schema/Task.AnsweredAt__c';
import callDisposition from '@salesforce/schema/Task.CallDisposition';
import callDuration from '@salesforce/schema/Task.CallDurationInSeconds';
import callKey from '@salesforce/schema/Task.CallKey__c';
import callObject from '@salesforce/schema/Task.CallObject';
import callType from '@salesforce/schema/Task.CallType';
import channel from '@salesforce/schema/Task.Channel__c';
import continuesElsewhere from '@salesforce/schema/Task.ContinuesElsewhere__c';
import description from '@salesforce/schema/Task.Description';
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
import status from '@salesforce/schema/Task.Status';
import subject from '@salesforce/schema/Task.Subject';
import talkSeconds from '@salesforce/schema/Task.TalkSeconds__c';
import toNumber from '@salesforce/schema/Task.ToNumber__c';
import transcriptUrl from '@salesforce/schema/Task.TranscriptUrl__c';
import type from '@salesforce/schema/Task.Type';
import whatId from '@salesforce/schema/Task.WhatId';
import whoId from '@salesforce/schema/Task.WhoId';
import wrapUpSeconds from '@salesforce/schema/Task.WrapUpSeconds__c';

/** The fields of Task that a call log writes; TaskSubtype is not among them, for nobody may change it. */
const written = [
  activityDate,
  answeredAt,
  callDisposition,
  callDuration,
  callKey,
  callObject,
  callType,
  channel,
  continuesElsewhere,
  description,
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
  status,
  subject,
  talkSeconds,
  toNumber,
  transcriptUrl,
  type,
  whatId,
  whoId,
  wrapUpSeconds
];

/** The fields that a call log writes and the person may not: by label where they may see it, else by name. */
export function closedFields({ fields }: ObjectInfo): readonly string[] {
  return written.flatMap(({ fieldApiName }) => {
    const field = fields[fieldApiName];
    if (!field) return [fieldApiName];
    return field.updateable ? [] : [field.label];
  });
}
