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
import priority from '@salesforce/schema/Task.Priority';
import queue from '@salesforce/schema/Task.Queue__c';
import recordingUrl from '@salesforce/schema/Task.RecordingUrl__c';
import startedAt from '@salesforce/schema/Task.StartedAt__c';
import status from '@salesforce/schema/Task.Status';
import subject from '@salesforce/schema/Task.Subject';
import talkSeconds from '@salesforce/schema/Task.TalkSeconds__c';
import taskSubtype from '@salesforce/schema/Task.TaskSubtype';
import toNumber from '@salesforce/schema/Task.ToNumber__c';
import transcriptUrl from '@salesforce/schema/Task.TranscriptUrl__c';
import type from '@salesforce/schema/Task.Type';
import whatId from '@salesforce/schema/Task.WhatId';
import whoId from '@salesforce/schema/Task.WhoId';
import wrapUpSeconds from '@salesforce/schema/Task.WrapUpSeconds__c';
import task from '@salesforce/schema/Task';
import callLogPart from '@salesforce/schema/CallLogPart__c';
import partCallKey from '@salesforce/schema/CallLogPart__c.CallKey__c';
import partCount from '@salesforce/schema/CallLogPart__c.PartCount__c';
import partKey from '@salesforce/schema/CallLogPart__c.PartKey__c';
import partNumber from '@salesforce/schema/CallLogPart__c.PartNumber__c';
import partText from '@salesforce/schema/CallLogPart__c.Text__c';
import { channelValues, directionValues, outcomeValues, partKeyOf, type CallLog, type LogText } from 'c/callLogCore';
import type { LogAddition } from './logAddition';
import type { SObjectRecord } from './orgCalls';

type Field = { readonly fieldApiName: string };

/** The ids of Tasks by their call keys, from what the org answered. */
export function idsByCallKey(records: readonly SObjectRecord[]): Readonly<Record<string, string>> {
  return Object.fromEntries(records.map((record) => [String(record[callKey.fieldApiName]), String(record.Id)]));
}

/** The parts that hold the whole text of a log that is longer than Description; none when it fits. */
export function partRecords(log: CallLog, { parts }: LogText): readonly SObjectRecord[] {
  return parts.map((text, at) =>
    recordOf(callLogPart.objectApiName, [
      [partKey, partKeyOf(log.callKey, at + 1)],
      [partCallKey, log.callKey],
      [partNumber, at + 1],
      [partCount, parts.length],
      [partText, text]
    ])
  );
}

/**
 * The Task of a log. What the rep filled in is sent even when it is empty, so that a value taken back is taken back in the
 * org; what the phone system did not say is left as it is, and so is a type that the rep never chose: they may have no access
 * to it, and then the platform refuses every Task that names it. TaskSubtype can be given to a new Task only.
 */
export function taskRecord(
  log: CallLog,
  options: {
    readonly text: LogText;
    readonly isNew: boolean;
    readonly firstPartId: string | undefined;
    readonly timeZone: string;
  }
): SObjectRecord {
  const { text, isNew, firstPartId, timeZone } = options;
  return {
    ...recordOf(task.objectApiName, [
      [callKey, log.callKey],
      [subject, log.subject],
      [description, text.description || null],
      [status, 'Completed'],
      [callDisposition, log.disposition ?? null],
      [whoId, log.whoId ?? null],
      [whatId, log.whatId ?? null],
      [continuesElsewhere, text.continues],
      [firstPart, firstPartId ?? null],
      ...(log.type === undefined ? [] : ([[type, log.type || null]] as const)),
      ...(isNew ? ([[taskSubtype, 'Call']] as const) : [])
    ]),
    ...withoutGaps([
      [activityDate, dateIn(timeZone, log.startedAt)],
      [interactionKey, log.interactionKey],
      [channel, channelValues[log.channel]],
      [direction, directionValues[log.direction]],
      [callType, directionValues[log.direction]],
      [queue, log.queue],
      [fromNumber, log.from],
      [toNumber, log.to],
      [callObject, log.vendorCallId],
      [startedAt, momentOf(log.startedAt)],
      [answeredAt, momentOf(log.answeredAt)],
      [endedAt, momentOf(log.endedAt)],
      [talkSeconds, log.talkSeconds],
      [holdSeconds, log.holdSeconds],
      [wrapUpSeconds, log.wrapUpSeconds],
      [callDuration, log.durationSeconds],
      [outcome, log.outcome && outcomeValues[log.outcome]],
      [recordingUrl, log.recordingUrl],
      [transcriptUrl, log.transcriptUrl]
    ])
  };
}

/** The Task of a log with nothing but what became known after it. */
export function additionRecord(key: string, links: LogAddition['links']): SObjectRecord {
  return {
    ...recordOf(task.objectApiName, [[callKey, key]]),
    ...withoutGaps([
      [recordingUrl, links.recordingUrl],
      [transcriptUrl, links.transcriptUrl],
      [whoId, links.whoId],
      [whatId, links.whatId]
    ])
  };
}

/** The follow-up Task of a log; undefined without one. Its state is the rep's once it exists: only a new one gets it. */
export function followUpRecord(log: CallLog, isNew: boolean): SObjectRecord | undefined {
  if (!log.followUp) return undefined;
  return recordOf(task.objectApiName, [
    [callKey, log.followUp.key],
    [interactionKey, log.interactionKey],
    [subject, log.followUp.subject],
    [activityDate, log.followUp.dueDate],
    [whoId, log.whoId ?? null],
    [whatId, log.whatId ?? null],
    ...(isNew
      ? ([
          [status, 'Not Started'],
          [priority, 'Normal']
        ] as const)
      : [])
  ]);
}

/** A moment as Salesforce writes it; nothing for one that no clock shows. */
function momentOf(moment: string | undefined): string | undefined {
  const time = Date.parse(moment ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The day of a moment where the rep is, as Salesforce writes a Date. */
function dateIn(timeZone: string, moment: string): string | undefined {
  if (momentOf(moment) === undefined) return undefined;
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(moment))
    .map(({ type: kind, value }): [string, string] => [kind, value]);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
}

function recordOf(sobjectType: string, values: readonly (readonly [Field, unknown])[]): SObjectRecord {
  return { sobjectType, ...fieldsOf(values) };
}

function withoutGaps(values: readonly (readonly [Field, unknown])[]): SObjectRecord {
  return fieldsOf(values.filter(([, value]) => value !== undefined && value !== ''));
}

function fieldsOf(values: readonly (readonly [Field, unknown])[]): SObjectRecord {
  return Object.fromEntries(values.map(([{ fieldApiName }, value]) => [fieldApiName, value]));
}
