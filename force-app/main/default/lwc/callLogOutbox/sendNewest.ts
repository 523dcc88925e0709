import type { Clock } from 'c/callLogCore';
import type { Confirmations } from './confirmations';
import type { JournalMirror } from './journalMirror';
import type { Sendable } from './logAddition';
import type { Sent } from './sendCallLog';
import { sendProblem } from './sendProblem';

/** A request of a page that died may still be at work in the org this long. */
const settling = 15_000;

/** Sends the newest of a call as the journal has it and notes that it is confirmed; rejects with what Apex rejected with. */
export function newestSender(options: {
  readonly journal: JournalMirror;
  readonly confirmations: Confirmations;
  readonly send: (item: Sendable) => Promise<Sent>;
  readonly clock: Clock;
}): (callKey: string) => Promise<void> {
  const { journal, confirmations, send, clock } = options;
  /** Versions of which no request is under way any more. */
  const answered = new Set<number>();

  async function sendOnce(version: number, item: Sendable): Promise<Sent> {
    try {
      return await send(item);
    } catch (failure) {
      if (sendProblem(failure).kind !== 'offline') answered.add(version);
      throw failure;
    }
  }

  return async (callKey) => {
    await confirmations.observe(() => journal.refresh().catch(() => undefined));
    const entry = journal.pending().find((pending) => pending.callKey === callKey);
    const item = entry && (await journal.load(entry));
    if (!item) {
      if (journal.isPending(callKey)) throw new Error('The log cannot be read from the store.');
      return;
    }
    let sent = await sendOnce(entry.version, item);
    if (entry.versions.some((version) => version < entry.version && !answered.has(version))) {
      // An older text that nobody saw answered may arrive after the newer one: the newer one has the last word.
      await new Promise<void>((resolve) => {
        clock.after(settling, resolve);
      });
      sent = await sendOnce(entry.version, item);
    }
    await confirmations.observe(() => journal.confirm(entry, item, sent));
  };
}
