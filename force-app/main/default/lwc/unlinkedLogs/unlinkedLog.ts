import { fill } from 'c/labelFormat';
import { ownFields } from 'c/ownFields';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';

/** A log that is about nobody yet. */
export type UnlinkedLog = {
  readonly callKey: string;
  readonly subject: string;
  /** ISO-8601. */
  readonly at: string;
  readonly icon: string;
  /** As it is shown, and as it is dialled; both empty where there is none. */
  readonly number: string;
  readonly dialled: string;
  /** Salesforce's own record of the call, where the log is not a Task. */
  readonly keptId?: string;
};

const icons: Readonly<Record<string, string>> = {
  Chat: 'utility:chat',
  Voicemail: 'utility:voicemail_drop',
  SMS: 'utility:sms'
};

/** The calls in what KeptCalls.unlinked answered, in its order; the first two words have a place for the number. */
export function unlinkedCalls(
  answer: unknown,
  words: { readonly callFrom: string; readonly callTo: string; readonly withheld: string }
): readonly UnlinkedLog[] {
  const rows = ownFields(answer);
  if (!Array.isArray(rows)) return [];
  return (rows as readonly unknown[]).flatMap((row) => {
    const text = textsOf(row);
    const keptId = text('Id');
    const isOutbound = /^(outbound|callback)/i.test(text('CallType'));
    const numbers = numbersOf(text(isOutbound ? 'ToPhoneNumber' : 'FromPhoneNumber'));
    const subject = fill(isOutbound ? words.callTo : words.callFrom, numbers.number || words.withheld);
    if (keptId === '') return [];
    return [
      {
        ...{ callKey: keptId, keptId, subject },
        ...{ at: text('CallStartDateTime'), icon: 'utility:call', ...numbers }
      }
    ];
  });
}

/** The logs in what CallLogs.unlinked answered, in its order. */
export function unlinkedLogs(answer: unknown, untitled: string): readonly UnlinkedLog[] {
  const rows = ownFields(answer);
  if (!Array.isArray(rows)) return [];
  return (rows as readonly unknown[]).map((row) => logOf(row, untitled)).filter(({ callKey }) => callKey !== '');
}

function logOf(row: unknown, untitled: string): UnlinkedLog {
  const text = textsOf(row);
  const number = text('Direction__c') === 'Outbound' ? text('ToNumber__c') : text('FromNumber__c');
  return {
    callKey: text('CallKey__c'),
    subject: text('Subject') || untitled,
    at: text('StartedAt__c') || text('CreatedDate'),
    icon: icons[text('Channel__c')] ?? 'utility:call',
    ...numbersOf(number)
  };
}

/** Number as people read it, and as it is dialled where it is one. */
function numbersOf(text: string): Pick<UnlinkedLog, 'number' | 'dialled'> {
  if (text === '') return { number: '', dialled: '' };
  const number = parsePhoneNumber(text);
  return { number: formatPhoneNumber(number, 'international'), dialled: number.kind === 'unreadable' ? '' : text };
}

function textsOf(row: unknown): (name: string) => string {
  const fields = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  return (name) => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
}
