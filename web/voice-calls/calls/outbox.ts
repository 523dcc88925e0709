import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { stateOf, type CallState, type KeptCall } from './kept-call';

/** The calls that Salesforce must still hear of, and lately heard of; a crash loses none. */
export type Outbox = {
  readonly find: (orgId: string, callKey: string) => KeptCall | undefined;
  readonly put: (call: KeptCall) => void;
  readonly remove: (orgId: string, callKey: string) => boolean;
  /**
   * The oldest first, so many of each org at most: one whose Salesforce is away keeps no other waiting. A call that waits for a
   * moment beyond `horizon` is due too: somebody set the clock back.
   */
  readonly due: (now: number, horizon: number, mostOfEach: number) => readonly KeptCall[];
  readonly nextDueAt: () => number | undefined;
  readonly transfersOf: (orgId: string, parentCallKey: string) => readonly KeptCall[];
  /** Those that wait and those that are parked; the oldest first. */
  readonly unfinished: (orgId: string, limit: number) => readonly KeptCall[];
  readonly counts: (orgId: string) => Readonly<Record<CallState, number>>;
  /** Forgets finished calls that last changed before the first moment, and any before the second. */
  readonly sweep: (finishedBefore: number, anyBefore: number) => void;
  readonly close: () => void;
};

const schemaVersion = 1;
const tables = `
  CREATE TABLE call (
    org_id TEXT, call_key TEXT, parent_key TEXT, state TEXT NOT NULL, due_at INTEGER, created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL, record TEXT NOT NULL, PRIMARY KEY (org_id, call_key)
  ) WITHOUT ROWID;
  CREATE INDEX call_due ON call (due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX call_parent ON call (org_id, parent_key) WHERE parent_key IS NOT NULL;
  CREATE INDEX call_changed ON call (changed_at);
  PRAGMA user_version = ${schemaVersion};
`;

/** Opens the outbox in a file that one process has for itself, or makes it. */
export function openOutbox(file: string): Outbox {
  const database = new DatabaseSync(file);
  try {
    // Durable through a crash of the computer: what was told to us is never told again.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version === 0) database.exec(`BEGIN IMMEDIATE; ${tables} COMMIT;`);
    else if (version !== schemaVersion) throw new Error(`its tables have version ${version}`);
    // Phone numbers are in it.
    if (file !== ':memory:' && process.platform !== 'win32') chmodSync(file, 0o600);
  } catch (error) {
    database.close();
    throw new Error(`The calls in ${file} cannot be opened: ${(error as Error).message}`, { cause: error });
  }
  const sql = (text: string) => database.prepare(text);
  const find = sql('SELECT record FROM call WHERE org_id = ? AND call_key = ?');
  const put = sql('INSERT OR REPLACE INTO call VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const remove = sql('DELETE FROM call WHERE org_id = ? AND call_key = ?');
  const due = sql(`SELECT record FROM (
      SELECT record, due_at, row_number() OVER (PARTITION BY org_id ORDER BY due_at) AS place
      FROM call WHERE due_at <= ? OR due_at > ?
    ) WHERE place <= ? ORDER BY due_at`);
  const firstDue = sql('SELECT min(due_at) AS at FROM call WHERE due_at IS NOT NULL');
  const transfers = sql('SELECT record FROM call WHERE org_id = ? AND parent_key = ?');
  const unfinished = sql(
    "SELECT record FROM call WHERE org_id = ? AND state IN ('waiting', 'parked') ORDER BY created_at, call_key LIMIT ?"
  );
  const counts = sql('SELECT state, count(*) AS number FROM call WHERE org_id = ? GROUP BY state');
  const sweep = sql("DELETE FROM call WHERE (state = 'finished' AND changed_at < ?) OR changed_at < ?");
  const read = (row: unknown): KeptCall | undefined =>
    row === undefined ? undefined : (JSON.parse((row as { readonly record: string }).record) as KeptCall);
  const readAll = (rows: readonly unknown[]): readonly KeptCall[] => rows.flatMap((row) => read(row) ?? []);

  return {
    find: (orgId, callKey) => read(find.get(orgId, callKey)),
    put: (call) => {
      const { orgId, callKey, start, dueAt, createdAt, changedAt } = call;
      const times = [dueAt ?? null, createdAt, changedAt] as const;
      put.run(orgId, callKey, start.parentCallKey ?? null, stateOf(call), ...times, JSON.stringify(call));
    },
    remove: (orgId, callKey) => remove.run(orgId, callKey).changes > 0,
    due: (now, horizon, mostOfEach) => readAll(due.all(now, horizon, mostOfEach)),
    nextDueAt: () => (firstDue.get() as { readonly at: number | null }).at ?? undefined,
    transfersOf: (orgId, parentCallKey) => readAll(transfers.all(orgId, parentCallKey)),
    unfinished: (orgId, limit) => readAll(unfinished.all(orgId, limit)),
    counts: (orgId) => {
      const rows = counts.all(orgId) as { readonly state: CallState; readonly number: number }[];
      const none = { running: 0, waiting: 0, parked: 0, finished: 0 };
      return { ...none, ...Object.fromEntries(rows.map(({ state, number }) => [state, number])) };
    },
    sweep: (finishedBefore, anyBefore) => void sweep.run(finishedBefore, anyBefore),
    close: () => database.close()
  };
}
