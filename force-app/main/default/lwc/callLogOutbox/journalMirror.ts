import type { CallLog } from 'c/callLogCore';
import {
  addRows,
  emptyJournal,
  parseRow,
  pendingOf,
  rowText,
  settledBy,
  type JournalState,
  type JournalRow,
  type Pending
} from './journal';
import { isAddition, linksOf, withAddition, type Sendable } from './logAddition';
import type { Sent } from './sendCallLog';
import type { DraftAsRead, Store } from './store';

/** How many confirmations are kept to answer which Task a call became. */
const keptConfirmations = 500;

/** What the journal says, as this tab last read it, and what the disk had no room for. */
export type JournalMirror = {
  readonly state: () => JournalState;
  /** Everything that is not confirmed, the oldest submission first. */
  readonly pending: () => readonly Waiting[];
  /** Whether Salesforce does not have the newest of a call. */
  readonly isPending: (callKey: string) => boolean;
  /** Why this tab holds a log in memory that belongs on the disk. */
  readonly storageProblem: () => string | undefined;
  /** Reads what other tabs appended. */
  readonly refresh: () => Promise<void>;
  /** Appends a log or an addition; false when the disk took it not and this tab holds it. */
  readonly submit: (item: Sendable) => Promise<boolean>;
  /** The same of a log, and its draft stays; `overtaken`, and nothing is kept, when that is not as it was read any more. */
  readonly submitOver: (log: CallLog, read: DraftAsRead) => Promise<boolean | 'overtaken'>;
  /** What is to be sent: the newest log with all that was added, or additions alone. */
  readonly load: (entry: Pending) => Promise<Sendable | undefined>;
  /** Notes that Salesforce has what was loaded, and drops what that settles. */
  readonly confirm: (entry: Pending, item: Sendable, sent: Sent) => Promise<void>;
};

type Held = { readonly entry: Pending; readonly item: Sendable };

type Waiting = Pending & { readonly isHeld: boolean };

/** Opens the mirror; it is empty until it is refreshed. */
export function openJournalMirror(store: Store): JournalMirror {
  let state = emptyJournal;
  let reading: Promise<void> = Promise.resolve();
  let problem: string | undefined;
  const held = new Map<string, Held>();
  /** What `pending` said last, as long as nothing changed: a day without Salesforce leaves hundreds, and it is asked for each of them. */
  let listed: { readonly of: JournalState; readonly entries: readonly Waiting[] } | undefined;
  /** What this page submitted, until it is confirmed: it need not be read back, and survives a disk that is cleared. */
  const own = new Map<number, Sendable>();

  function refresh(from?: number): Promise<void> {
    reading = reading
      .catch(() => undefined)
      .then(async () => {
        const rows = await store.readAfter(from ?? state.last);
        state = addRows(from === 0 ? emptyJournal : state, rows);
      });
    return reading;
  }

  async function takeIn(sequence: number, text: string): Promise<void> {
    // A row of another tab in between would be overlooked.
    if (sequence === state.last + 1) state = addRows(state, [{ sequence, text }]);
    else await refresh().catch(() => undefined);
  }

  async function append(text: string, options: Parameters<Store['append']>[1]): Promise<number> {
    const sequence = await store.append(text, options);
    await takeIn(sequence, text);
    return sequence;
  }

  const submit = async (item: Sendable): Promise<boolean> =>
    (await keep(item, (text) => store.append(text, isAddition(item) ? {} : { removeDraft: item.callKey }))) === true;

  async function keep(
    item: Sendable,
    write: (text: string) => Promise<number | undefined>
  ): Promise<boolean | 'overtaken'> {
    const text = rowText(rowOf(item));
    try {
      const sequence = await write(text);
      if (sequence === undefined) return 'overtaken';
      own.set(sequence, item);
      await takeIn(sequence, text);
      if (!isAddition(item)) release(item.callKey);
      if (held.size === 0) problem = undefined;
      return true;
    } catch (failure) {
      problem = failure instanceof Error ? failure.message || failure.name : String(failure);
      hold(item);
      return false;
    }
  }

  function hold(item: Sendable): void {
    const { callKey, subject } = item;
    const version = Math.max(state.last, ...[...held.values()].map(({ entry }) => entry.version)) + 0.001;
    const before = isAddition(item) ? held.get(callKey) : undefined;
    const stored = isAddition(item) && !before ? state.pending[callKey] : undefined;
    const versions = [...(before?.entry.versions ?? stored?.versions ?? []), version];
    const additions = [...(before?.entry.additions ?? stored?.additions ?? []), ...(isAddition(item) ? [version] : [])];
    const entry = { callKey, subject: stored?.subject ?? subject, version, versions, additions };
    listed = undefined;
    held.set(callKey, { entry, item: before && isAddition(item) ? withAddition(before.item, item) : item });
  }

  async function load(entry: Pending): Promise<Sendable | undefined> {
    const mine = held.get(entry.callKey)?.item;
    if (mine && !isAddition(mine)) return mine;
    const log = entry.versions.filter((version) => !entry.additions.includes(version)).at(-1);
    const stored = [...(log === undefined ? [] : [log]), ...entry.additions].filter(Number.isInteger);
    const read = await Promise.all(stored.map(readVersion));
    const items = [...read.filter((item) => item !== undefined), ...(mine ? [mine] : [])];
    const [first, ...added] = items;
    // What was added makes no log: without its own, what is really there counts.
    if (first === undefined || (log !== undefined && isAddition(first))) return undefined;
    return added.filter(isAddition).reduce(withAddition, first);
  }

  async function readVersion(version: number): Promise<Sendable | undefined> {
    const known = own.get(version);
    if (known) return known;
    const row = parseRow((await store.read(version)) ?? '');
    if (row?.kind === 'submitted') return row.log as CallLog;
    if (row?.kind === 'added') return { callKey: row.callKey, subject: row.subject, links: row.links };
    // Cleared by a person or the browser: what is really there counts.
    await refresh(0);
    return undefined;
  }

  async function confirm(entry: Pending, item: Sendable, sent: Sent): Promise<void> {
    const { callKey, version } = entry;
    const before = state.saved[callKey];
    const followUpId = isAddition(item) ? before?.followUpId : sent.followUpId;
    const row: JournalRow = {
      kind: 'confirmed',
      callKey,
      version,
      // A Task that somebody deleted takes no addition.
      taskId: sent.taskId ?? before?.taskId ?? '',
      links: { ...before?.links, ...linksOf(item) },
      ...(followUpId === undefined ? {} : { followUpId })
    };
    try {
      await append(rowText(row), { remove: settledBy(state, callKey, version, keptConfirmations) });
    } catch {
      // Not on the disk, but true: after a reload it is sent again, which ends in the same record.
      state = addRows(state, [{ sequence: version, text: rowText(row) }]);
    }
    if ((held.get(callKey)?.entry.version ?? Infinity) <= version) release(callKey);
    for (const known of own.keys()) if (entry.versions.includes(known)) own.delete(known);
  }

  function release(callKey: string): void {
    listed = undefined;
    held.delete(callKey);
  }

  function pending(): readonly Waiting[] {
    if (listed?.of !== state) listed = { of: state, entries: listPending() };
    return listed.entries;
  }

  function listPending(): readonly Waiting[] {
    const stored = pendingOf(state).filter(({ callKey }) => !held.has(callKey));
    const kept = [...held.values()].map(({ entry }) => ({ ...entry, isHeld: true }));
    return [...stored.map((entry) => ({ ...entry, isHeld: false })), ...kept];
  }

  return {
    state: () => state,
    pending,
    isPending: (callKey) => held.has(callKey) || Object.hasOwn(state.pending, callKey),
    storageProblem: () => (held.size > 0 ? problem : undefined),
    refresh: () => refresh(),
    submit,
    submitOver: (log, read) => keep(log, (text) => store.appendOver(text, read)),
    load,
    confirm
  };
}

function rowOf(item: Sendable): JournalRow {
  const { callKey, subject } = item;
  return isAddition(item)
    ? { kind: 'added', callKey, subject, links: item.links }
    : { kind: 'submitted', callKey, subject, log: item };
}
