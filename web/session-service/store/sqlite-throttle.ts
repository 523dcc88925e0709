/* eslint-disable @typescript-eslint/require-await -- what the database throws must reject, not throw */
import type { DatabaseSync } from 'node:sqlite';
import type { SessionStore } from './session-store';
import { inTransaction } from './sqlite-schema';

type Throttle = Pick<SessionStore, 'admit' | 'takeBackFailure' | 'forgetFailures'> & {
  readonly sweepThrottle: (now: number) => void;
};

type Count = { readonly failures: number; readonly next_at: number };

/** Failures by key, in a table. */
export function sqliteThrottle(database: DatabaseSync): Throttle {
  const read = database.prepare('SELECT failures, next_at FROM throttle WHERE key = ? AND forget_at > ?');
  const write = database.prepare('INSERT OR REPLACE INTO throttle VALUES (?, ?, ?, ?)');
  const takeBack = database.prepare('UPDATE throttle SET failures = max(failures - 1, 0), next_at = 0 WHERE key = ?');
  const forget = database.prepare('DELETE FROM throttle WHERE key = ?');
  const sweep = database.prepare('DELETE FROM throttle WHERE forget_at <= ?');
  return {
    admit: async (key, now, { waits, forgetAfter }) =>
      inTransaction(database, () => {
        const count = (read.get(key, now) as Count | undefined) ?? { failures: 0, next_at: 0 };
        if (count.next_at > now) return { admitted: false, retryAt: count.next_at };
        const wait = waits[Math.min(count.failures, waits.length - 1)] ?? 0;
        write.run(key, count.failures + 1, now + wait, now + Math.max(forgetAfter, wait));
        return { admitted: true };
      }),
    takeBackFailure: async (key) => {
      takeBack.run(key);
    },
    forgetFailures: async (key) => {
      forget.run(key);
    },
    sweepThrottle: (now) => {
      sweep.run(now);
    }
  };
}
