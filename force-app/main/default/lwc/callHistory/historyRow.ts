import { ownFields } from 'c/ownFields';
import { clockText } from 'c/secondHand';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';

/** One call of a record, ready to be shown; nothing that the user may not read. */
export type HistoryRow = {
  readonly id: string;
  /** Not so of a call that Salesforce itself keeps. */
  readonly isTask: boolean;
  readonly subject: string;
  /** ISO-8601. */
  readonly at: string;
  readonly icon: string;
  readonly channel: string;
  readonly direction: string;
  readonly outcome: string;
  readonly number: string;
  /** Not so of a caller who hid it, nor of the name or address that somebody chats by. */
  readonly isDiallable: boolean;
  readonly person: string;
  /** The id of the person, where the log has one. */
  readonly personId: string;
  readonly owner: string;
  readonly duration?: string;
  /** Both https, or absent. */
  readonly recordingUrl?: string;
  readonly transcriptUrl?: string;
};

/** What values are called; a value that has no name is shown as it is. */
export type ValueNames = Readonly<Record<'channel' | 'direction' | 'outcome', Readonly<Record<string, string>>>>;

/** A record as Apex answers it, with the package's own fields under the names of the source. */
export type SObjectRecord = Readonly<Record<string, unknown>>;

/** What a record says of a call, whatever its object calls it. */
export type RecordedCall = Pick<
  HistoryRow,
  'id' | 'isTask' | 'subject' | 'at' | 'channel' | 'direction' | 'number' | 'person' | 'personId' | 'owner'
> & {
  /** What the rep chose; it says more than how the call ended. */
  readonly result: string;
  readonly outcome: string;
  readonly seconds: unknown;
  readonly recording: string;
  readonly transcript: string;
};

const icons: Readonly<Record<string, string>> = {
  Phone: 'utility:call',
  Chat: 'utility:chat',
  Voicemail: 'utility:voicemail_drop',
  SMS: 'utility:sms'
};

/** The calls in what CallLogs.ofRecord answered, each once, in their order. */
export function historyRows(answer: unknown, names: ValueNames, untitled: string): readonly HistoryRow[] {
  return rowsOf(answer, (task) => callOfTask(task, untitled), names);
}

/** The calls in an answer, each once, in their order. */
export function rowsOf(
  answer: unknown,
  callOf: (record: SObjectRecord) => RecordedCall,
  names: ValueNames
): readonly HistoryRow[] {
  const own = ownFields(answer);
  const records = Array.isArray(own) ? (own as readonly SObjectRecord[]) : [];
  const rows = records.filter((record) => text(record, 'Id') !== '').map((record) => rowOf(callOf(record), names));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function callOfTask(task: SObjectRecord, untitled: string): RecordedCall {
  const direction = text(task, 'Direction__c') || text(task, 'CallType');
  return {
    id: text(task, 'Id'),
    isTask: true,
    subject: text(task, 'Subject') || untitled,
    at: text(task, 'StartedAt__c') || text(task, 'CreatedDate'),
    // A log of a vendor's own page has the standard fields only.
    channel: text(task, 'Channel__c') || 'Phone',
    direction,
    result: text(task, 'CallDisposition'),
    outcome: text(task, 'Outcome__c'),
    number: direction === 'Outbound' ? text(task, 'ToNumber__c') : text(task, 'FromNumber__c'),
    person: text(task, 'Who.Name'),
    personId: text(task, 'WhoId'),
    owner: text(task, 'Owner.Name'),
    seconds: task.CallDurationInSeconds,
    recording: text(task, 'RecordingUrl__c'),
    transcript: text(task, 'TranscriptUrl__c')
  };
}

function rowOf({ seconds, recording, transcript, result, ...call }: RecordedCall, names: ValueNames): HistoryRow {
  const { channel, direction, outcome, number } = call;
  const read = parsePhoneNumber(number);
  const [recordingUrl, transcriptUrl] = [safeUrl(recording), safeUrl(transcript)];
  return {
    ...call,
    icon: icons[channel] ?? 'utility:call',
    channel: names.channel[channel] ?? channel,
    direction: names.direction[direction] ?? direction,
    outcome: result || (names.outcome[outcome] ?? outcome),
    number: number === '' ? '' : formatPhoneNumber(read, 'international'),
    isDiallable: read.kind !== 'unreadable',
    ...(typeof seconds === 'number' ? { duration: clockText(seconds) } : {}),
    ...(recordingUrl === undefined ? {} : { recordingUrl }),
    ...(transcriptUrl === undefined ? {} : { transcriptUrl })
  };
}

/** A link that may be followed: https, and no script in disguise. */
export function safeUrl(address: string): string | undefined {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** What stands in a field, also of a related record, such as `Owner.Name`; empty when nothing does. */
export function text(record: SObjectRecord, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>(
      (inner, name) => (typeof inner === 'object' && inner ? (inner as SObjectRecord)[name] : undefined),
      record
    );
  return typeof value === 'string' ? value : '';
}
