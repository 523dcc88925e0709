import type { CallLog } from 'c/callLogCore';
import {
  addRows,
  emptyJournal,
  parseRow,
  pendingOf,
  rowText,
  settledBy,
  type JournalState,
  type Pending
} from './journal';
import type { Store } from './store';

/** How many confirmations are kept to answer which Task a call became. */
const keptConfirmations = 500;

/** What the journal says, as this tab last read it, and what the disk had no room for. */
export type JournalMirror = {
  readonly state: () => JournalState;
  /** Everything that is not confirmed, the oldest submission first. */
  readonly pending: () => readonly (Pending & { readonly isHeld: boolean })[];
  /** Why this tab holds a log in memory that belongs on the disk. */
  readonly storageProblem: () => string | undefined;
  /** Reads what other tabs appended. */
  readonly refresh: () => Promise<void>;
  /** Appends a log; false when the disk took it not and this tab holds it. */
  readonly submit: (log: CallLog) => Promise<boolean>;
  readonly load: (entry: Pending) => Promise<CallLog | undefined>;
  /** Notes that Salesforce has a version, and drops what that settles. */
  readonly confirm: (entry: Pending, taskId: string) => Promise<void>;
};

type Held = { readonly entry: Pending; readonly log: CallLog };

/** Opens the mirror; it is empty until it is refreshed. */
export function openJournalMirror(store: Store): JournalMirror {
  let state = emptyJournal;
  let reading: Promise<void> = Promise.resolve();
  let problem: string | undefined;
  const held = new Map<string, Held>();
  /** What this page submitted, until it is confirmed: it need not be read back, and survives a disk that is cleared. */
  const own = new Map<number, CallLog>();

  function refresh(from?: number): Promise<void> {
    reading = reading
      .catch(() => undefined)
      .then(async () => {
        const rows = await store.readAfter(from ?? state.last);
        state = addRows(from === 0 ? emptyJournal : state, rows);
      });
    return reading;
  }

  async function append(text: string, options: Parameters<Store['append']>[1]): Promise<number> {
    const sequence = await store.append(text, options);
    // A row of another tab in between would be overlooked.
    if (sequence === state.last + 1) state = addRows(state, [{ sequence, text }]);
    else await refresh().catch(() => undefined);
    return sequence;
  }

  async function submit(log: CallLog): Promise<boolean> {
    const { callKey, subject } = log;
    const text = rowText({ kind: 'submitted', callKey, subject, log });
    try {
      own.set(await append(text, { removeDraft: callKey }), log);
      held.delete(callKey);
      if (held.size === 0) problem = undefined;
      return true;
    } catch (failure) {
      problem = failure instanceof Error ? failure.message || failure.name : String(failure);
      const version = Math.max(state.last, ...[...held.values()].map(({ entry }) => entry.version)) + 0.001;
      held.set(callKey, { entry: { callKey, subject, version, versions: [version] }, log });
      return false;
    }
  }

  async function confirm(entry: Pending, taskId: string): Promise<void> {
    const { callKey, version } = entry;
    const text = rowText({ kind: 'confirmed', callKey, version, taskId });
    try {
      await append(text, { remove: settledBy(state, callKey, version, keptConfirmations) });
    } catch {
      // Not on the disk, but true: after a reload it is sent again, which ends in the same record.
      state = addRows(state, [{ sequence: version, text }]);
    }
    if ((held.get(callKey)?.entry.version ?? Infinity) <= version) held.delete(callKey);
    for (const known of own.keys()) if (entry.versions.includes(known)) own.delete(known);
  }

  return {
    state: () => state,
    pending: () => {
      const stored = pendingOf(state).filter(({ callKey }) => !held.has(callKey));
      const kept = [...held.values()].map(({ entry }) => ({ ...entry, isHeld: true }));
      return [...stored.map((entry) => ({ ...entry, isHeld: false })), ...kept];
    },
    storageProblem: () => (held.size > 0 ? problem : undefined),
    refresh: () => refresh(),
    submit,
    load: async (entry) => {
      const known = held.get(entry.callKey)?.log ?? own.get(entry.version);
      if (known) return known;
      const row = parseRow((await store.read(entry.version)) ?? '');
      // Cleared by a person or the browser: what is really there counts.
      if (row?.kind !== 'submitted') await refresh(0);
      return row?.kind === 'submitted' ? (row.log as CallLog) : undefined;
    },
    confirm
  };
}
