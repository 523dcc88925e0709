import type { Clock } from 'c/callLogCore';
import type { JournalMirror } from './journalMirror';
import type { OutboxChange } from './outboxApi';

/** Notices what Salesforce has, whichever tab sent it. */
export type Confirmations = {
  /** A log was submitted here now. */
  readonly expect: (callKey: string) => void;
  /** Makes a change of the journal, and tells what it confirmed. */
  readonly observe: (change: () => Promise<unknown>) => Promise<void>;
};

/** Watches the journal; a call of which a newer log waits is not told. */
export function watchConfirmations(options: {
  readonly journal: JournalMirror;
  readonly clock: Clock;
  readonly tell: (change: OutboxChange) => void;
}): Confirmations {
  const { journal, clock, tell } = options;
  const submittedAt = new Map<string, number>();
  return {
    expect: (callKey) => {
      submittedAt.set(callKey, clock.now());
    },
    observe: async (change) => {
      const before = journal.state().saved;
      await change();
      const fresh = Object.entries(journal.state().saved).filter(
        ([callKey, { version }]) => before[callKey]?.version !== version && !(callKey in journal.state().pending)
      );
      for (const [callKey, { taskId }] of fresh) {
        const since = submittedAt.get(callKey);
        submittedAt.delete(callKey);
        const milliseconds = since === undefined ? {} : { milliseconds: clock.now() - since };
        tell({ type: 'confirmed', callKey, taskId, ...milliseconds });
      }
    }
  };
}
