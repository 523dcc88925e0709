import { ownFields } from 'c/ownFields';
import { clockText } from 'c/secondHand';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';

/** One call of a record, ready to be shown; nothing that the user may not read. */
export type HistoryRow = {
  readonly id: string;
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

type Task = Readonly<Record<string, unknown>>;

const icons: Readonly<Record<string, string>> = {
  Phone: 'utility:call',
  Chat: 'utility:chat',
  Voicemail: 'utility:voicemail_drop',
  SMS: 'utility:sms'
};

/** The calls in what CallLogs.ofRecord answered, each once, in their order. */
export function historyRows(answer: unknown, names: ValueNames, untitled: string): readonly HistoryRow[] {
  const own = ownFields(answer);
  const tasks = Array.isArray(own) ? (own as readonly Task[]) : [];
  const rows = tasks.filter((task) => text(task, 'Id') !== '').map((task) => rowOf(task, names, untitled));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

function rowOf(task: Task, names: ValueNames, untitled: string): HistoryRow {
  // A log of a vendor's own page has the standard fields only.
  const channel = text(task, 'Channel__c') || 'Phone';
  const direction = text(task, 'Direction__c') || text(task, 'CallType');
  const outcome = text(task, 'Outcome__c');
  const number = direction === 'Outbound' ? text(task, 'ToNumber__c') : text(task, 'FromNumber__c');
  const read = parsePhoneNumber(number);
  const seconds = task.CallDurationInSeconds;
  const recordingUrl = safeUrl(text(task, 'RecordingUrl__c'));
  const transcriptUrl = safeUrl(text(task, 'TranscriptUrl__c'));
  return {
    id: text(task, 'Id'),
    subject: text(task, 'Subject') || untitled,
    at: text(task, 'StartedAt__c') || text(task, 'CreatedDate'),
    icon: icons[channel] ?? 'utility:call',
    channel: names.channel[channel] ?? channel,
    direction: names.direction[direction] ?? direction,
    outcome: text(task, 'CallDisposition') || (names.outcome[outcome] ?? outcome),
    number: number === '' ? '' : formatPhoneNumber(read, 'international'),
    isDiallable: read.kind !== 'unreadable',
    person: text(task, 'Who.Name'),
    personId: text(task, 'WhoId'),
    owner: text(task, 'Owner.Name'),
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

function text(task: Task, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>(
      (record, name) => (typeof record === 'object' && record ? (record as Task)[name] : undefined),
      task
    );
  return typeof value === 'string' ? value : '';
}
