import type { DialVerdict } from 'c/dialGuard';
import { fill } from 'c/labelFormat';
import type { FromPhone } from 'c/phoneBridge';
import { formatPhoneNumber, parsePhoneNumber } from 'c/phoneNumbers';
import { labels } from './labels';

type Notice = Extract<FromPhone, { type: 'notice' }>['body']['notice'];
type Request = Extract<FromPhone, { type: 'dial-request' }>['body']['request'];

/** Something that the rep is told. */
export type Entry = {
  readonly key: string;
  readonly kind: 'notice' | 'refused';
  readonly title: string;
  readonly text: string;
  /** ISO-8601. */
  readonly at: string;
};

const mostEntries = 10;

/** A message as an entry. */
export const entryOfNotice = ({ noticeId, text, at }: Notice): Entry => ({
  key: `notice:${noticeId}`,
  kind: 'notice',
  title: labels.title,
  text,
  at
});

/** What the rep is told of a number that was clicked; undefined where the page of the phone has the word. */
export function entryOfDial({ requestId, number }: Request, verdict: DialVerdict, now: number): Entry | undefined {
  const common = { key: `dial:${requestId}`, at: new Date(now).toISOString() };
  const written = formatPhoneNumber(parsePhoneNumber(number), 'international');
  switch (verdict.kind) {
    case 'refused': {
      const title = fill(labels.refusedTitle, written);
      return { ...common, kind: 'refused', title, text: fill(labels.refused, verdict.name || written) };
    }
    case 'unchecked':
    case 'allowed':
      return undefined;
    default:
      return verdict satisfies never;
  }
}

/** The entries with one more, the newest first; each stands there once, and the oldest goes. */
export function withEntry(entries: readonly Entry[], entry: Entry): readonly Entry[] {
  const isKnown = entries.some(({ key }) => key === entry.key);
  return isKnown ? entries : [entry, ...entries].slice(0, mostEntries);
}
