import type { DatabaseSync } from 'node:sqlite';

/** The tables that a new file gets; a file of another version is refused rather than guessed at. */
export const schemaVersion = 1;

const tables = `
  CREATE TABLE session (
    handle TEXT PRIMARY KEY, org_id TEXT NOT NULL, user_name TEXT NOT NULL, agent_name TEXT NOT NULL, id_hash TEXT NOT NULL UNIQUE,
    previous_hash TEXT, issued_at INTEGER NOT NULL, due_at INTEGER NOT NULL, version INTEGER NOT NULL, record TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX session_previous ON session (previous_hash) WHERE previous_hash IS NOT NULL;
  CREATE INDEX session_due ON session (due_at);
  CREATE INDEX session_user ON session (org_id, user_name);
  CREATE INDEX session_agent ON session (org_id, agent_name);
  CREATE TABLE ending (org_id TEXT, id_hash TEXT, reason TEXT NOT NULL, forget_at INTEGER NOT NULL, PRIMARY KEY (org_id, id_hash))
    WITHOUT ROWID;
  CREATE INDEX ending_forget ON ending (forget_at);
  CREATE TABLE token (kind TEXT, key TEXT, value TEXT NOT NULL, ends_at INTEGER NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE INDEX token_ends ON token (ends_at);
  CREATE TABLE throttle (key TEXT PRIMARY KEY, failures INTEGER NOT NULL, next_at INTEGER NOT NULL, forget_at INTEGER NOT NULL)
    WITHOUT ROWID;
  CREATE INDEX throttle_forget ON throttle (forget_at);
  CREATE TABLE latest (one INTEGER PRIMARY KEY CHECK (one = 1), time INTEGER NOT NULL);
`;

/**
 * Makes the file one process's own, durable through a crash of the process or of the computer: a revoked session must not come back.
 * Throws when another process has it, or when it is of another version.
 */
export function prepareDatabase(database: DatabaseSync): void {
  database.exec(
    'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;'
  );
  database.exec('BEGIN IMMEDIATE');
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version !== 0 && version !== schemaVersion)
    throw new Error(`its tables have version ${version}, and this program knows ${schemaVersion}`);
  if (version === 0) database.exec(`${tables} PRAGMA user_version = ${schemaVersion};`);
  database.exec('COMMIT');
}
