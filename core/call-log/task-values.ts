import { type LogText } from '../log-text/log-text';
import { type CallLog } from './call-log';
import { channelValues, directionValues, outcomeValues } from './field-values';
import { partKeyOf } from './log-keys';

/** Fields of Task by the names that they have in the package; who writes them adds its namespace. */
export type TaskValues = Readonly<Partial<Record<TaskField, unknown>>>;

/** What a log fills in of its Task. */
export type TaskField =
  | 'ActivityDate'
  | 'CallDisposition'
  | 'CallDurationInSeconds'
  | 'CallObject'
  | 'CallType'
  | 'Description'
  | 'Status'
  | 'Subject'
  | 'TaskSubtype'
  | 'Type'
  | 'WhatId'
  | 'WhoId'
  | 'AnsweredAt__c'
  | 'CallKey__c'
  | 'Channel__c'
  | 'ContinuesElsewhere__c'
  | 'Direction__c'
  | 'EndedAt__c'
  | 'FirstPart__c'
  | 'FromNumber__c'
  | 'HoldSeconds__c'
  | 'InteractionKey__c'
  | 'Outcome__c'
  | 'Queue__c'
  | 'RecordingUrl__c'
  | 'StartedAt__c'
  | 'TalkSeconds__c'
  | 'ToNumber__c'
  | 'TranscriptUrl__c'
  | 'WrapUpSeconds__c';

export type TaskOptions = {
  readonly text: LogText;
  readonly isNew: boolean;
  readonly firstPartId: string | undefined;
  /** Of the rep. */
  readonly timeZone: string;
};

/**
 * The Task of a log. What the rep filled in is said even when it is empty, so that a value taken back is taken back in the org; what
 * the phone system did not say is left as it is, and so is a type that the rep never chose: they may have no access to it, and then
 * the platform refuses every Task that names it. TaskSubtype can be given to a new Task only.
 */
export function taskValues(log: CallLog, { text, isNew, firstPartId, timeZone }: TaskOptions): TaskValues {
  return {
    CallKey__c: log.callKey,
    Subject: log.subject,
    Description: text.description || null,
    Status: 'Completed',
    CallDisposition: log.disposition ?? null,
    WhoId: log.whoId ?? null,
    WhatId: log.whatId ?? null,
    ContinuesElsewhere__c: text.continues,
    FirstPart__c: firstPartId ?? null,
    ...(log.type === undefined ? {} : { Type: log.type || null }),
    ...(isNew ? { TaskSubtype: 'Call' } : {}),
    ...phoneValues(log, timeZone)
  };
}

/** What the phone system alone knows of a call. */
export function phoneValues(log: CallLog, timeZone: string): TaskValues {
  return withoutGaps({
    ActivityDate: dateIn(timeZone, log.startedAt),
    InteractionKey__c: log.interactionKey,
    Channel__c: channelValues[log.channel],
    Direction__c: directionValues[log.direction],
    CallType: directionValues[log.direction],
    Queue__c: log.queue,
    FromNumber__c: log.from,
    ToNumber__c: log.to,
    CallObject: log.vendorCallId,
    StartedAt__c: momentOf(log.startedAt),
    AnsweredAt__c: momentOf(log.answeredAt),
    EndedAt__c: momentOf(log.endedAt),
    TalkSeconds__c: log.talkSeconds,
    HoldSeconds__c: log.holdSeconds,
    WrapUpSeconds__c: log.wrapUpSeconds,
    CallDurationInSeconds: log.durationSeconds,
    Outcome__c: log.outcome && outcomeValues[log.outcome],
    RecordingUrl__c: log.recordingUrl,
    TranscriptUrl__c: log.transcriptUrl
  });
}

/** Fields of CallLogPart__c by the names that they have in the package. */
export type PartField = 'PartKey__c' | 'CallKey__c' | 'PartNumber__c' | 'PartCount__c' | 'Text__c';
export type PartValues = Readonly<Record<PartField, string | number>>;

/** The parts that hold the whole text of a log that is longer than Description; none when it fits. */
export function partValues(callKey: string, { parts }: LogText): readonly PartValues[] {
  return parts.map((text, at) => ({
    PartKey__c: partKeyOf(callKey, at + 1),
    CallKey__c: callKey,
    PartNumber__c: at + 1,
    PartCount__c: parts.length,
    Text__c: text
  }));
}

/** The values without those that nobody said. */
export function withoutGaps(values: TaskValues): TaskValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
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
