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
import type from '@salesforce/schema/Task.Type';
import wrapUpSeconds from '@salesforce/schema/Task.WrapUpSeconds__c';
import { fine, wrong, type Evidence } from './finding';
import { rowsOf, textIn } from './row';

/** Task.Type, which no package can grant, and the fields of the package. */
const needed = [
  type,
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
].map(({ fieldApiName }) => `Task.${fieldApiName}`);

/**
 * Whether agents may write a call log, by what SetupHealth.fieldAccess answered: by RingdownAgent and by the permission sets
 * that the tool deploys beside it, which are all that are not of another role.
 */
export function checkFields(answer: unknown): readonly Evidence[] {
  const given = rowsOf(answer).filter(
    (row) =>
      row.PermissionsEdit === true && !['RingdownAdmin', 'RingdownSupervisor'].includes(textIn(row, 'Parent', 'Name'))
  );
  const open = new Set(given.map((row) => textIn(row, 'Field')));
  const closed = needed.filter((field) => !open.has(field));
  return [
    ...(closed.length < needed.length ? [fine('fields-ok', String(needed.length - closed.length))] : []),
    ...(closed.length > 0 ? [wrong('fields-closed', closed.join(', '))] : [])
  ];
}
