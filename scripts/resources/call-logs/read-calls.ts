import { channels, directions, outcomes } from '../../../core/interaction/interaction';
import type { ExportedCall } from '../../../core/reconcile/exported-call';
import { valueIn, type Column } from '../export-file/column';
import { columnName, type ExportRow } from '../export-file/export-rows';

export type { ExportedCall };

/** The columns of an export of calls, each with other names that it may have. */
export const callColumns = {
  callKey: ['callkey', 'legid', 'callid', 'transactionid'],
  agent: ['agent', 'agentemail', 'agentname', 'username'],
  agentId: ['agentid', 'userid'],
  channel: ['channel', 'media', 'mediatype'],
  direction: ['direction'],
  from: ['from', 'caller', 'ani', 'fromnumber'],
  to: ['to', 'called', 'dnis', 'tonumber'],
  queue: ['queue', 'queuename'],
  startedAt: ['started', 'startedat', 'starttime'],
  answeredAt: ['answered', 'answeredat', 'accepttime'],
  endedAt: ['ended', 'endedat', 'endtime'],
  outcome: ['outcome', 'result'],
  holdSeconds: ['holdseconds'],
  recordingUrl: ['recording', 'recordingurl'],
  transcriptUrl: ['transcript', 'transcripturl'],
  interactionKey: ['interactionkey', 'interactionid', 'conversationid'],
  vendorCallId: ['vendorcallid'],
  voiceKey: ['vendorcallkey', 'voicecallkey']
} as const satisfies Readonly<Record<string, Column>>;

/** The call of a row, or everything that is wrong with the row. */
export function callOf(row: ExportRow, file: string): ExportedCall | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const text = (column: keyof typeof callColumns): string | undefined => valueIn(row, callColumns[column]);
  const need = (column: keyof typeof callColumns): string => {
    const value = text(column);
    if (value === undefined) faults.push(`says no ${column}`);
    return value ?? '';
  };
  const moment = (column: 'startedAt' | 'answeredAt' | 'endedAt'): string | undefined => {
    const value = text(column);
    if (value === undefined) return undefined;
    const read = momentOf(value);
    if (read === undefined)
      faults.push(`${column} must be a time with its zone, such as 2026-11-20T10:00:00Z, got "${value}"`);
    return read;
  };
  const oneOf = <Word extends string>(column: 'channel' | 'direction' | 'outcome', words: readonly Word[]) => {
    const value = text(column);
    const found = words.find((word) => word === columnName(value ?? ''));
    if (value !== undefined && found === undefined)
      faults.push(`${column} must be ${words.join(', ')}, got "${value}"`);
    return found;
  };
  const hold = text('holdSeconds');
  if (hold !== undefined && !/^\d+$/.test(hold)) faults.push(`holdSeconds must be a whole number, got "${hold}"`);
  const legId = need('callKey');
  const callKey = keyOf(legId, text('agentId') ?? text('agent'));
  if (callKey.length > longestKey)
    faults.push(`callKey and agent together must be of at most ${longestKey} characters`);
  if (text('startedAt') === undefined) faults.push('says no startedAt');
  const call: ExportedCall = {
    place: `${file}:${row.line}`,
    legId,
    callKey,
    channel: oneOf('channel', channels) ?? 'phone',
    direction: oneOf('direction', directions) ?? 'inbound',
    startedAt: moment('startedAt') ?? '',
    ...known('answeredAt', moment('answeredAt')),
    ...known('endedAt', moment('endedAt')),
    ...known('outcome', oneOf('outcome', outcomes)),
    ...(hold !== undefined && { holdSeconds: Number(hold) }),
    ...Object.fromEntries(plain.flatMap((column) => (text(column) === undefined ? [] : [[column, text(column)]])))
  };
  return faults.length > 0 ? { faults: faults.map((fault) => `${call.place} ${fault}`) } : call;
}

/** CallKey__c holds 255 characters, of which the key of a follow-up and of parts takes some. */
const longestKey = 240;

/** As the page of the phone makes it: some phone systems keep a call's id when they hand it on, and both reps log their part. */
function keyOf(legId: string, agentId: string | undefined): string {
  return agentId === undefined || legId.endsWith(`/${agentId}`) ? legId : `${legId}/${agentId}`;
}

const plain = [
  'agent',
  'from',
  'to',
  'queue',
  'recordingUrl',
  'transcriptUrl',
  'interactionKey',
  'vendorCallId',
  'voiceKey'
] as const;

/** In UTC; undefined without a zone, for then nobody knows when it was. */
export function momentOf(text: string): string | undefined {
  const iso = text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T').replace(/ (?=Z|[+-]\d)/, '');
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(iso)) return undefined;
  const time = Date.parse(iso.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function known<Name extends string, Value>(name: Name, value: Value | undefined): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
