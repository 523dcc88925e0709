import type { WaitingEntry } from 'c/callLogOutbox';
import { fill } from 'c/labelFormat';
import { labels } from './labels';
import type { UnlinkedLog } from './unlinkedLog';

/** One log as it is listed. */
export type LogRow = UnlinkedLog & {
  /** The rep says what it is about. */
  readonly isOpen: boolean;
  /** It is on its way to Salesforce. */
  readonly isWaiting: boolean;
  readonly canOpen: boolean;
  readonly openLabel: string;
};

/** What is listed: a log whose wrap-up is open is linked there. What Salesforce refused can be linked otherwise. */
export function logRows(
  logs: readonly UnlinkedLog[],
  elsewhere: readonly string[],
  waiting: readonly WaitingEntry[],
  open: string | undefined
): readonly LogRow[] {
  const onTheirWay = waiting.filter(({ state }) => state !== 'blocked').map(({ callKey }) => callKey);
  return logs
    .filter(({ callKey }) => !elsewhere.includes(callKey))
    .map((log) => {
      const isWaiting = onTheirWay.includes(log.callKey);
      const isOpen = log.callKey === open && !isWaiting;
      return {
        ...log,
        isOpen,
        isWaiting,
        canOpen: !isOpen && !isWaiting,
        openLabel: fill(labels.link, log.subject)
      };
    });
}
