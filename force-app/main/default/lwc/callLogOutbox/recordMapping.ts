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
import {
  partValues,
  taskValues,
  type CallLog,
  type LogText,
  type PartField,
  type TaskField,
  type TaskOptions
} from 'c/callLogCore';
import type { LogAddition } from './logAddition';
import type { SObjectRecord } from './orgCalls';

type Field = { readonly fieldApiName: string };

/** By the names that fields have in the package, as this org has them. */
const taskSchema: Readonly<Record<TaskField, Field>> = {
  ActivityDate: activityDate,
  CallDisposition: callDisposition,
  CallDurationInSeconds: callDuration,
  CallObject: callObject,
  CallType: callType,
  Description: description,
  Status: status,
  Subject: subject,
  TaskSubtype: taskSubtype,
  Type: type,
  WhatId: whatId,
  WhoId: whoId,
  AnsweredAt__c: answeredAt,
  CallKey__c: callKey,
  Channel__c: channel,
  ContinuesElsewhere__c: continuesElsewhere,
  Direction__c: direction,
  EndedAt__c: endedAt,
  FirstPart__c: firstPart,
  FromNumber__c: fromNumber,
  HoldSeconds__c: holdSeconds,
  InteractionKey__c: interactionKey,
  Outcome__c: outcome,
  Queue__c: queue,
  RecordingUrl__c: recordingUrl,
  StartedAt__c: startedAt,
  TalkSeconds__c: talkSeconds,
  ToNumber__c: toNumber,
  TranscriptUrl__c: transcriptUrl,
  WrapUpSeconds__c: wrapUpSeconds
};
const partSchema: Readonly<Record<PartField, Field>> = {
  PartKey__c: partKey,
  CallKey__c: partCallKey,
  PartNumber__c: partNumber,
  PartCount__c: partCount,
  Text__c: partText
};

/** The ids of Tasks by their call keys, from what the org answered. */
export function idsByCallKey(records: readonly SObjectRecord[]): Readonly<Record<string, string>> {
  return Object.fromEntries(records.map((record) => [String(record[callKey.fieldApiName]), String(record.Id)]));
}

/** The parts that hold the whole text of a log that is longer than Description; none when it fits. */
export function partRecords(log: CallLog, text: LogText): readonly SObjectRecord[] {
  return partValues(log.callKey, text).map((values) => recordOf(callLogPart.objectApiName, named(values, partSchema)));
}

/** The Task of a log as this org names its fields. */
export function taskRecord(log: CallLog, options: TaskOptions): SObjectRecord {
  return recordOf(task.objectApiName, named(taskValues(log, options), taskSchema));
}

/** The Task of a log with nothing but what became known after it. */
export function additionRecord(key: string, links: LogAddition['links']): SObjectRecord {
  const { recordingUrl: recording, transcriptUrl: transcript, whoId: who, whatId: what } = links;
  const known = [
    [recordingUrl, recording],
    [transcriptUrl, transcript],
    [whoId, who],
    [whatId, what]
  ] as const;
  return recordOf(task.objectApiName, [[callKey, key], ...known.filter(([, value]) => value)]);
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

/** Values with the fields of this org in the place of the names of the package. */
function named<Name extends string>(
  values: Readonly<Partial<Record<Name, unknown>>>,
  schema: Readonly<Record<Name, Field>>
): readonly (readonly [Field, unknown])[] {
  return (Object.keys(values) as Name[]).map((name) => [schema[name], values[name]] as const);
}

function recordOf(sobjectType: string, values: readonly (readonly [Field, unknown])[]): SObjectRecord {
  return { sobjectType, ...Object.fromEntries(values.map(([{ fieldApiName }, value]) => [fieldApiName, value])) };
}
