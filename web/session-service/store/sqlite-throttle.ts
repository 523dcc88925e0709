import type { DatabaseSync } from 'node:sqlite';
import type { Admission, SessionStore } from './session-store';
import type { Writes } from './sqlite-writes';

type Throttle = Pick<SessionStore, 'admit' | 'takeBackFailure' | 'forgetFailures'> & {
  readonly sweepThrottle: (now: number) => void;
};

type Count = { readonly failures: number; readonly next_at: number };

/** Failures by key, in a table. */
export function sqliteThrottle(database: DatabaseSync, write: Writes['write']): Throttle {
  const read = database.prepare('SELECT failures, next_at FROM throttle WHERE key = ? AND forget_at > ?');
  const put = database.prepare('INSERT OR REPLACE INTO throttle VALUES (?, ?, ?, ?)');
  const takeBack = database.prepare('UPDATE throttle SET failures = max(failures - 1, 0), next_at = 0 WHERE key = ?');
  const forget = database.prepare('DELETE FROM throttle WHERE key = ?');
  const sweep = database.prepare('DELETE FROM throttle WHERE forget_at <= ?');
  return {
    admit: (key, now, { waits, forgetAfter }) =>
      write((): Admission => {
        const count = (read.get(key, now) as Count | undefined) ?? { failures: 0, next_at: 0 };
        if (count.next_at > now) return { admitted: false, retryAt: count.next_at };
        const wait = waits[Math.min(count.failures, waits.length - 1)] ?? 0;
        put.run(key, count.failures + 1, now + wait, now + Math.max(forgetAfter, wait));
        return { admitted: true };
      }),
    takeBackFailure: async (key) => {
      await write(() => takeBack.run(key));
    },
    forgetFailures: async (key) => {
      await write(() => forget.run(key));
    },
    sweepThrottle: (now) => {
      sweep.run(now);
    }
  };
}
