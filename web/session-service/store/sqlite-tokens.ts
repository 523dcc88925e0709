/* oxlint-disable typescript/require-await -- what the database throws must reject, not throw */
import type { DatabaseSync } from 'node:sqlite';
import type { SessionStore } from './session-store';
import type { Writes } from './sqlite-writes';

type Tokens = Pick<SessionStore, 'keepToken' | 'readToken' | 'takeToken'> & {
  readonly sweepTokens: (now: number) => void;
};

/** What is good once, in a table. */
export function sqliteTokens(database: DatabaseSync, write: Writes['write']): Tokens {
  const keep = database.prepare('INSERT OR REPLACE INTO token VALUES (?, ?, ?, ?)');
  const read = database.prepare('SELECT value FROM token WHERE kind = ? AND key = ? AND ends_at > ?');
  const take = database.prepare('DELETE FROM token WHERE kind = ? AND key = ? AND ends_at > ? RETURNING value');
  const sweep = database.prepare('DELETE FROM token WHERE ends_at <= ?');
  const valueOf = (row: unknown): string | undefined => (row as { value: string } | undefined)?.value;
  return {
    keepToken: async ({ kind, key, value, endsAt }) => {
      await write(() => keep.run(kind, key, value, endsAt));
    },
    readToken: async (kind, key, now) => valueOf(read.get(kind, key, now)),
    takeToken: (kind, key, now) => write(() => valueOf(take.get(kind, key, now))),
    sweepTokens: (now) => {
      sweep.run(now);
    }
  };
}
