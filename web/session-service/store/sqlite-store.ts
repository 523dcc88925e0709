/* oxlint-disable typescript/require-await -- what the database throws must reject, not throw */
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { EndReason, SessionRecord, SessionStore, StoreListener } from './session-store';
import { lookups } from './sqlite-lookups';
import { prepareDatabase } from './sqlite-schema';
import { sqliteTokens } from './sqlite-tokens';
import { sqliteThrottle } from './sqlite-throttle';
import { groupedWrites } from './sqlite-writes';

type Row = { readonly record: string };

/** Opens the store of one node in a file, or makes it; sessions outlive the process. Throws when another process has the file. */
export function openSqliteStore(file: string): SessionStore {
  // Names of reps are in it: made for its owner only, before SQLite makes it for everybody.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file);
  try {
    prepareDatabase(database);
  } catch (error) {
    database.close();
    throw new Error(`The sessions in ${file} cannot be opened: ${(error as Error).message}`, { cause: error });
  }
  const listeners = new Set<StoreListener>();
  const sql = (text: string) => database.prepare(text);
  const insert = sql('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const replace = sql(
    'UPDATE session SET id_hash = ?, previous_hash = ?, due_at = ?, version = ?, record = ? WHERE handle = ? AND org_id = ? AND version = ?'
  );
  const byIdHash = sql(lookups.byIdHash);
  const byHandle = sql(lookups.byHandle);
  const byUser = sql(lookups.byUser);
  const byOrg = sql('SELECT record FROM session WHERE org_id = ? ORDER BY issued_at, handle');
  const due = sql(lookups.due);
  const firstDue = sql('SELECT min(due_at) AS at FROM session');
  const remove = sql('DELETE FROM session WHERE handle = ? AND org_id = ? RETURNING record');
  const remember = sql('INSERT OR REPLACE INTO ending VALUES (?, ?, ?, ?)');
  const ending = sql('SELECT reason FROM ending WHERE org_id = ? AND id_hash = ? AND forget_at > ?');
  const forgetEndings = sql('DELETE FROM ending WHERE forget_at <= ?');
  const note = sql(
    'INSERT INTO latest VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET time = max(time, excluded.time) RETURNING time'
  );
  const { write, flush } = groupedWrites(database);
  const tokens = sqliteTokens(database, write);
  const throttle = sqliteThrottle(database, write);

  const read = (row: unknown): SessionRecord | undefined =>
    row === undefined ? undefined : (JSON.parse((row as Row).record) as SessionRecord);
  const readAll = (rows: readonly unknown[]): readonly SessionRecord[] => rows.flatMap((row) => read(row) ?? []);
  const end = (orgId: string, handle: string, reason: EndReason, rememberUntil: number): SessionRecord | undefined => {
    const record = read(remove.get(handle, orgId));
    for (const hash of [record?.idHash, record?.previousHash])
      if (hash !== undefined) remember.run(orgId, hash, reason, rememberUntil);
    return record;
  };
  const tell = (handle: string, reason: EndReason): void =>
    listeners.forEach(({ changed }) => changed({ handle, reason }));

  return {
    ...tokens,
    ...throttle,
    addSession: async (record) => {
      const names = [record.userName.toLowerCase(), record.agentName.toLowerCase()] as const;
      const hashes = [record.idHash, record.previousHash ?? null] as const;
      const rest = [record.issuedAt, record.dueAt, record.version, JSON.stringify(record)] as const;
      await write(() => insert.run(record.handle, record.orgId, ...names, ...hashes, ...rest));
    },
    sessionByIdHash: async (orgId, idHash) => read(byIdHash.get(idHash, orgId)),
    sessionByHandle: async (orgId, handle) => read(byHandle.get(handle, orgId)),
    replaceSession: async (record) => {
      const { handle, orgId, idHash, previousHash = null, dueAt, version } = record;
      const values = [idHash, previousHash, dueAt, version, JSON.stringify(record)] as const;
      return write(() => replace.run(...values, handle, orgId, version - 1).changes === 1);
    },
    endSession: async ({ orgId, handle, reason, rememberUntil }) => {
      const record = await write(() => end(orgId, handle, reason, rememberUntil));
      if (record !== undefined) tell(handle, reason);
      return record;
    },
    endDueSessions: async ({ now, limit, rememberUntil }) => {
      // Asked every second, and mostly there is nothing to write.
      if (due.get(now, 1) === undefined) return [];
      const records = await write(() =>
        readAll(due.all(now, limit)).flatMap(
          ({ orgId, handle, dueReason }) => end(orgId, handle, dueReason, rememberUntil) ?? []
        )
      );
      for (const { handle, dueReason } of records) tell(handle, dueReason);
      return records.map((record) => ({ record, reason: record.dueReason }));
    },
    nextDueAt: async () => (firstDue.get() as { at: number | null }).at ?? undefined,
    sessionsOfUser: async (orgId, name) => readAll(byUser.all(orgId, name.toLowerCase())),
    sessionsOfOrg: async (orgId) => readAll(byOrg.all(orgId)),
    endingOf: async (orgId, idHash, now) =>
      (ending.get(orgId, idHash, now) as { reason: EndReason } | undefined)?.reason,
    noteTime: (now) => write(() => (note.get(now) as { time: number }).time),
    sweep: (now) =>
      write(() => {
        forgetEndings.run(now);
        tokens.sweepTokens(now);
        throttle.sweepThrottle(now);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      flush();
      database.close();
    }
  };
}
