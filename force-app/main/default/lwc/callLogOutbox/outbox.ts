import { createDrain, type Progress } from 'c/callLogCore';
import { watchConfirmations } from './confirmations';
import { openDraftShelf } from './draftShelf';
import { inLock } from './inLock';
import { openJournalMirror } from './journalMirror';
import type { Outbox, OutboxChange } from './outboxApi';
import { isAddition, isRelation, linksOf, type LogAddition, type Sendable } from './logAddition';
import type { OutboxWorld } from './outboxWorld';
import { newestSender } from './sendNewest';
import type { Durability } from './store';
import { openTabs, type TabMessage } from './tabs';
import { sendProblem } from './sendProblem';
import { seekWriterRole, type WriterRole } from './writerRole';

/** Tabs that missed a message look at the store this often. */
const safetyLook = 60_000;

/** Opens the outbox of one user in this tab. */
export async function createOutbox(world: OutboxWorld): Promise<Outbox> {
  const { name, store, clock, random, locks } = world;
  const journal = openJournalMirror(store);
  const shelf = openDraftShelf(store);
  const listeners = new Set<(change: OutboxChange) => void>();
  const confirmations = watchConfirmations({ journal, clock, tell: notify });
  const sendNewest = newestSender({ journal, confirmations, send: world.send, clock });
  let told: Readonly<Record<string, Progress>> = {};
  let isClosed = false;

  let role = seekRole();
  const drain = createDrain({
    waiting: () => journal.pending().filter(({ isHeld }) => isHeld || role.isMine()),
    // Two tabs never send the same call at once, even when one of them sends only what it holds in memory.
    send: ({ callKey }) => inLock(locks, `${name}:${callKey}`, () => sendAndTell(callKey)),
    problemOf: sendProblem,
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
  const stopStored = world.onStored(() => {
    void look();
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

  async function sendAndTell(callKey: string): Promise<void> {
    await sendNewest(callKey);
    tabs.tell({ type: 'stored' });
  }

  async function keep(item: Sendable): Promise<Durability> {
    confirmations.expect(item.callKey);
    const isStored = await journal.submit(item);
    if (isStored && !isAddition(item)) shelf.forget(item.callKey);
    kept();
    return isStored ? store.durability : 'memory';
  }

  function kept(): void {
    tabs.tell({ type: 'stored' });
    notify({ type: 'changed' });
    void drain.wake();
  }

  /** Whether the log waits for it, or Salesforce has the log without it. */
  function isNews(addition: LogAddition): boolean {
    if (journal.isPending(addition.callKey) || isRelation(addition)) return true;
    const saved = journal.state().saved[addition.callKey];
    const known: Readonly<Record<string, string>> = saved?.links ?? {};
    return saved !== undefined && Object.entries(linksOf(addition)).some(([link, url]) => known[link] !== url);
  }

  async function refresh(): Promise<void> {
    if (isClosed) return;
    await confirmations.observe(() => journal.refresh().catch(() => undefined));
    notify({ type: 'changed' });
  }

  async function look(): Promise<void> {
    await refresh();
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
    putDraftOver: async (draft, read) => {
      const isPut = (await shelf.putOver(draft, read)) !== 'overtaken';
      if (isPut) tabs.tell({ type: 'stored' });
      return isPut;
    },
    draft: shelf.get,
    drafts: shelf.all,
    removeDraft: async (callKey) => {
      await shelf.remove(callKey);
      tabs.tell({ type: 'stored' });
    },
    submit: keep,
    submitOver: async (log, read) => {
      const { callKey } = log;
      const before = shelf.asRead(callKey, read);
      const isKept = before ? (await journal.submitOver(log, before)) !== 'overtaken' : await journal.submit(log);
      if (isKept) confirmations.expect(callKey);
      kept();
      return isKept;
    },
    add: (addition) => (isNews(addition) ? keep(addition) : Promise.resolve(store.durability)),
    waiting: () =>
      journal.pending().map((entry) => {
        const progress =
          role.isMine() || entry.isHeld
            ? drain.progressOf(entry)
            : (told[entry.callKey] ?? ({ state: 'waiting', attempts: 0 } as const));
        return { callKey: entry.callKey, subject: entry.subject, ...progress };
      }),
    saved: (callKey) => (journal.isPending(callKey) ? undefined : journal.state().saved[callKey]?.taskId),
    newest: (callKey) =>
      journal.pending().find((entry) => entry.callKey === callKey)?.version ?? journal.state().saved[callKey]?.version,
    leftFollowUp: (callKey) => journal.state().saved[callKey]?.followUpId,
    refresh,
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
      stopStored();
      stopLeave();
      tabs.close();
      role.release();
      store.close();
    }
  };
}
