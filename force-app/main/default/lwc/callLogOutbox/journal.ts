import type { CallLinks } from 'c/callLogCore';
import type { LogAddition } from './logAddition';
import type { StoredRow } from './store';

/** What one row of the journal says. Order is the order of the rows; no clock is asked. */
export type JournalRow =
  | { readonly kind: 'submitted'; readonly callKey: string; readonly subject: string; readonly log: unknown }
  /** What became known after the log: it joins the log that waits, or goes to the Task alone. */
  | ({ readonly kind: 'added' } & LogAddition)
  /** Salesforce has the version that was appended at this sequence, and with it every earlier one. */
  | ({ readonly kind: 'confirmed'; readonly callKey: string; readonly version: number } & InSalesforce);

/** What Salesforce has of a call. */
export type InSalesforce = {
  readonly taskId: string;
  readonly links?: CallLinks;
  /** A follow-up that an earlier log made and the newest does not want any more. */
  readonly followUpId?: string;
};

/** A call whose newest log is not confirmed. */
export type Pending = {
  readonly callKey: string;
  readonly subject: string;
  /** The sequence of the newest version. */
  readonly version: number;
  /** Every version that the journal still holds, the newest last. */
  readonly versions: readonly number[];
  /** Those among them that only add. */
  readonly additions: readonly number[];
};

/** A call whose log Salesforce has. */
export type Saved = InSalesforce & { readonly version: number; readonly sequence: number };

/** What the journal says altogether, without the logs themselves. */
export type JournalState = {
  readonly last: number;
  readonly pending: Readonly<Record<string, Pending>>;
  readonly saved: Readonly<Record<string, Saved>>;
};

export const emptyJournal: JournalState = { last: 0, pending: {}, saved: {} };

/** The state after these rows; a row that was counted before changes nothing. */
export function addRows(state: JournalState, rows: readonly StoredRow[]): JournalState {
  return rows.reduce((before, { sequence, text }) => {
    const row = parseRow(text);
    const after = row ? addRow(before, sequence, row) : before;
    return { ...after, last: Math.max(before.last, sequence) };
  }, state);
}

/** What is waiting, the oldest submission first. */
export function pendingOf(state: JournalState): readonly Pending[] {
  return Object.values(state.pending).sort((one, other) => (one.versions[0] ?? 0) - (other.versions[0] ?? 0));
}

/**
 * The rows that say nothing any more once this version is confirmed: every version up to it, the call's older
 * confirmation, and the oldest confirmations beyond those that are kept for looking up.
 */
export function settledBy(state: JournalState, callKey: string, version: number, keep: number): readonly number[] {
  const versions = state.pending[callKey]?.versions.filter((sequence) => sequence <= version) ?? [];
  const confirmations = Object.entries(state.saved)
    .filter(([key]) => key !== callKey && !(key in state.pending))
    .map(([, { sequence }]) => sequence)
    .sort((one, other) => other - one);
  const own = state.saved[callKey];
  return [...versions, ...(own ? [own.sequence] : []), ...confirmations.slice(keep)];
}

/** A row as it is stored. */
export function rowText(row: JournalRow): string {
  return JSON.stringify(row);
}

/** The row in a stored text; undefined when a later version of this package wrote it and this one cannot tell what it says. */
export function parseRow(text: string): JournalRow | undefined {
  try {
    const row = JSON.parse(text) as Partial<JournalRow> | null;
    if (typeof row?.callKey !== 'string') return undefined;
    if (row.kind === 'submitted' && typeof row.log === 'object') return row as JournalRow;
    if (row.kind === 'added' && typeof row.links === 'object') return row as JournalRow;
    if (row.kind === 'confirmed' && typeof row.version === 'number' && typeof row.taskId === 'string') {
      return row as JournalRow;
    }
  } catch {
    // Not ours.
  }
  return undefined;
}

function addRow(state: JournalState, sequence: number, row: JournalRow): JournalState {
  return row.kind === 'confirmed' ? addConfirmation(state, sequence, row) : addSubmission(state, sequence, row);
}

function addSubmission(
  state: JournalState,
  sequence: number,
  { kind, callKey, subject }: Exclude<JournalRow, { kind: 'confirmed' }>
): JournalState {
  const known = state.pending[callKey];
  const isConfirmed = sequence <= (state.saved[callKey]?.version ?? -1);
  if (isConfirmed || known?.versions.includes(sequence)) return state;
  const versions = [...(known?.versions ?? []), sequence].sort((one, other) => one - other);
  const isNewestLog = kind === 'submitted' && versions.at(-1) === sequence;
  const pending: Pending = {
    callKey,
    versions,
    version: versions.at(-1) ?? sequence,
    additions: [...(known?.additions ?? []), ...(kind === 'added' ? [sequence] : [])],
    subject: isNewestLog || !known ? subject : known.subject
  };
  return { ...state, pending: { ...state.pending, [callKey]: pending } };
}

function addConfirmation(
  state: JournalState,
  sequence: number,
  { callKey, version, taskId, links, followUpId }: Extract<JournalRow, { kind: 'confirmed' }>
): JournalState {
  if (version < (state.saved[callKey]?.version ?? -1)) return state;
  const { [callKey]: known, ...others } = state.pending;
  const later = known?.versions.filter((at) => at > version) ?? [];
  const additions = known?.additions.filter((at) => at > version) ?? [];
  const inSalesforce = { taskId, ...(links ? { links } : {}), ...(followUpId ? { followUpId } : {}) };
  return {
    ...state,
    pending: known && later.length > 0 ? { ...others, [callKey]: { ...known, versions: later, additions } } : others,
    saved: { ...state.saved, [callKey]: { ...inSalesforce, version, sequence } }
  };
}
