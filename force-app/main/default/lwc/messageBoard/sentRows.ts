import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { fill, shorten } from 'c/labelFormat';
import type { SentMessage } from 'c/phoneBridge';
import { addresseeText } from './draft';
import { labels } from './labels';

type Reader = { readonly key: string; readonly name: string; readonly when: string };

export type SentRow = {
  readonly messageId: string;
  readonly text: string;
  readonly isImportant: boolean;
  readonly toText: string;
  readonly fromText: string;
  readonly sentAt: string;
  readonly time: string;
  readonly untilText?: string;
  readonly readText: string;
  readonly isOpen: boolean;
  readonly expanded: 'true' | 'false';
  readonly whoName: string;
  readonly withdrawName: string;
  /** Not `disabled`, which would lose the focus. */
  readonly isOff: 'true' | 'false';
  readonly readers: readonly Reader[];
};

/** How much of a message the name of a button takes. */
const longestName = 60;

/** What supervisors sent, the newest first; `openId` shows who has read it, and what is in `leaving` is being withdrawn. */
export function sentRows(
  sent: readonly SentMessage[],
  openId: string | undefined,
  leaving: ReadonlyMap<string, number>
): readonly SentRow[] {
  return [...sent].reverse().map((message) => {
    const { messageId, text, isImportant, to, from, sentAt, until, readers } = message;
    const isOpen = messageId === openId;
    const read = readers.filter(({ readAt }) => readAt !== undefined);
    return {
      ...{ messageId, text, isImportant, sentAt, isOpen },
      toText: to.kind === 'queue' ? addresseeText(to) : fill(labels.action, labels.to, addresseeText(to)),
      fromText: fill(labels.from, from),
      time: timeText(sentAt),
      ...(until === undefined ? {} : { untilText: fill(labels.until, timeText(until)) }),
      readText: fill(labels.readBy, read.length, readers.length),
      expanded: isOpen ? 'true' : 'false',
      whoName: fill(labels.action, labels.who, shorten(text, longestName)),
      withdrawName: fill(labels.action, labels.withdraw, shorten(text, longestName)),
      isOff: leaving.has(messageId) ? 'true' : 'false',
      readers: isOpen ? readersOf(message) : []
    };
  });
}

/** Who has yet to read it first: they are whom the supervisor looks for. */
function readersOf({ readers }: SentMessage): readonly Reader[] {
  return [...readers]
    .sort((one, other) => Number(one.readAt !== undefined) - Number(other.readAt !== undefined))
    .map(({ name, readAt }, index) => ({
      key: `${index}`,
      name,
      when: readAt === undefined ? labels.unread : fill(labels.readAt, timeText(readAt))
    }));
}

/** The day too: a message may stand for days. */
function timeText(at: string): string {
  const time = new Date(at);
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: 'short', timeStyle: 'short', timeZone: TIME_ZONE }).format(time);
}
