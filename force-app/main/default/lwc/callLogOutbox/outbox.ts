import type { CallLog } from 'c/callLogCore';
import { createDrain } from './drain';
import { openDraftShelf } from './draftShelf';
import { inLock } from './inLock';
import { openJournalMirror } from './journalMirror';
import type { Outbox, OutboxChange } from './outboxApi';
import { sendProblem } from './sendProblem';
import type { OutboxWorld } from './outboxWorld';
import { openTabs, type Progress, type TabMessage } from './tabs';
import { seekWriterRole, type WriterRole } from './writerRole';

/** A request of a page that died may still be at work in the org this long. */
const settling = 15_000;
/** Tabs that missed a message look at the store this often. */
const safetyLook = 60_000;

/** Opens the outbox of one user in this tab. */
export async function createOutbox(world: OutboxWorld): Promise<Outbox> {
  const { name, store, clock, random, locks } = world;
  const journal = openJournalMirror(store);
  const shelf = openDraftShelf(store);
  const listeners = new Set<(change: OutboxChange) => void>();
  const submittedAt = new Map<string, number>();
  /** Versions of which no request is under way any more. */
  const answered = new Set<number>();
  let told: Readonly<Record<string, Progress>> = {};
  let isClosed = false;

  let role = seekRole();
  const drain = createDrain({
    waiting: () => journal.pending().filter(({ isHeld }) => isHeld || role.isMine()),
    // Two tabs never send the same call at once, even when one of them sends only what it holds in memory.
    send: ({ callKey }) => inLock(locks, `${name}:${callKey}`, () => sendNewest(callKey)),
    clock,
    random,
    onProgress: shareProgress
  });
  const tabs = openTabs(world.openChannel, (message) => {
    void hear(message);
  });
  let isAway = false;
  const stopLeave = world.onLeave(() => {
    isAway = true;
    role.release();
  });
  const stopReturn = world.onReturn(() => {
    if (isAway) role = seekRole();
    isAway = false;
    void look().then(() => drain.tryAtOnce('by-change'));
  });
  let cancelLook = clock.after(safetyLook, lookFromTimeToTime);

  function seekRole(): WriterRole {
    return seekWriterRole({
      name,
      locks,
      store,
      clock,
      random,
      onMine: () => {
        void look();
      }
    });
  }

  async function sendNewest(callKey: string): Promise<void> {
    await observed(() => journal.refresh().catch(() => undefined));
    const entry = journal.pending().find((pending) => pending.callKey === callKey);
    const log = entry && (await journal.load(entry));
    if (!log) {
      if (isWaiting(callKey)) throw new Error('The log cannot be read from the store.');
      return;
    }
    const taskId = await sendOnce(entry.version, log);
    if (entry.versions.some((version) => version < entry.version && !answered.has(version))) {
      // An older text that nobody saw answered may arrive after the newer one: the newer one has the last word.
      await new Promise<void>((resolve) => {
        clock.after(settling, resolve);
      });
      await sendOnce(entry.version, log);
    }
    await observed(() => journal.confirm(entry, taskId));
    tabs.tell({ type: 'stored' });
  }

  async function sendOnce(version: number, log: CallLog): Promise<string> {
    try {
      return await world.send(log);
    } catch (failure) {
      if (sendProblem(failure).kind !== 'offline') answered.add(version);
      throw failure;
    }
  }

  function isWaiting(callKey: string): boolean {
    return journal.pending().some((entry) => entry.callKey === callKey);
  }

  /** Tells the listeners what a change of the journal confirmed. */
  async function observed(change: () => Promise<unknown>): Promise<void> {
    const before = journal.state().saved;
    await change();
    const fresh = Object.entries(journal.state().saved).filter(
      ([callKey, { version }]) => before[callKey]?.version !== version && !(callKey in journal.state().pending)
    );
    for (const [callKey, { taskId }] of fresh) {
      const since = submittedAt.get(callKey);
      submittedAt.delete(callKey);
      const milliseconds = since === undefined ? {} : { milliseconds: clock.now() - since };
      notify({ type: 'confirmed', callKey, taskId, ...milliseconds });
    }
  }

  async function look(): Promise<void> {
    if (isClosed) return;
    await observed(() => journal.refresh().catch(() => undefined));
    notify({ type: 'changed' });
    await drain.wake();
  }

  function lookFromTimeToTime(): void {
    if (isClosed) return;
    cancelLook = clock.after(safetyLook, lookFromTimeToTime);
    void look();
  }

  async function hear(message: TabMessage): Promise<void> {
    if (isClosed) return;
    if (message.type === 'stored') await look();
    else if (message.type === 'hello') shareProgress();
    else if (message.type === 'retry') await drain.tryAtOnce('by-person');
    else if (!role.isMine()) {
      told = message.progress;
      notify({ type: 'changed' });
    }
  }

  function shareProgress(): void {
    if (isClosed) return;
    if (role.isMine()) {
      const progress = journal.pending().map((entry) => [entry.callKey, drain.progressOf(entry)] as const);
      tabs.tell({ type: 'progress', progress: Object.fromEntries(progress) });
    }
    notify({ type: 'changed' });
  }

  function notify(change: OutboxChange): void {
    if (!isClosed) for (const listener of listeners) listener(change);
  }

  await journal.refresh().catch(() => undefined);
  tabs.tell({ type: 'hello' });
  void drain.wake();

  return {
    putDraft: async (draft) => {
      const isStored = await shelf.put(draft);
      tabs.tell({ type: 'stored' });
      return isStored ? store.durability : 'memory';
    },
    draft: shelf.get,
    drafts: shelf.all,
    removeDraft: async (callKey) => {
      await shelf.remove(callKey);
      tabs.tell({ type: 'stored' });
    },
    submit: async (log) => {
      submittedAt.set(log.callKey, clock.now());
      const isStored = await journal.submit(log);
      if (isStored) shelf.forget(log.callKey);
      tabs.tell({ type: 'stored' });
      notify({ type: 'changed' });
      void drain.wake();
      return isStored ? store.durability : 'memory';
    },
    waiting: () =>
      journal.pending().map((entry) => {
        const progress =
          role.isMine() || entry.isHeld
            ? drain.progressOf(entry)
            : (told[entry.callKey] ?? ({ state: 'waiting', attempts: 0 } as const));
        return { callKey: entry.callKey, subject: entry.subject, ...progress };
      }),
    saved: (callKey) => (isWaiting(callKey) ? undefined : journal.state().saved[callKey]?.taskId),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    drain: async () => {
      tabs.tell({ type: 'retry' });
      await drain.tryAtOnce('by-person');
    },
    get durability() {
      return (journal.storageProblem() ?? shelf.problem()) ? 'memory' : store.durability;
    },
    get storageProblem() {
      return journal.storageProblem() ?? shelf.problem();
    },
    close: () => {
      isClosed = true;
      drain.stop();
      cancelLook();
      stopReturn();
      stopLeave();
      tabs.close();
      role.release();
      store.close();
    }
  };
}
