import { ownFields } from 'c/ownFields';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';

/** A log that is about nobody yet. */
export type UnlinkedLog = {
  readonly callKey: string;
  readonly subject: string;
  /** ISO-8601. */
  readonly at: string;
  readonly icon: string;
  readonly number: string;
};

const icons: Readonly<Record<string, string>> = {
  Chat: 'utility:chat',
  Voicemail: 'utility:voicemail_drop',
  SMS: 'utility:sms'
};

/** The logs in what CallLogs.unlinked answered, in its order. */
export function unlinkedLogs(answer: unknown, untitled: string): readonly UnlinkedLog[] {
  const rows = ownFields(answer);
  if (!Array.isArray(rows)) return [];
  return (rows as readonly unknown[]).map((row) => logOf(row, untitled)).filter(({ callKey }) => callKey !== '');
}

function logOf(row: unknown, untitled: string): UnlinkedLog {
  const fields = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  const text = (name: string): string => {
    const value = fields[name];
    return typeof value === 'string' ? value : '';
  };
  const number = text('Direction__c') === 'Outbound' ? text('ToNumber__c') : text('FromNumber__c');
  return {
    callKey: text('CallKey__c'),
    subject: text('Subject') || untitled,
    at: text('StartedAt__c') || text('CreatedDate'),
    icon: icons[text('Channel__c')] ?? 'utility:call',
    number: number === '' ? '' : formatPhoneNumber(parsePhoneNumber(number), 'international')
  };
}
