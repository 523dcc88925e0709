import type { DatabaseSync } from 'node:sqlite';

/** Changes of a database that are settled when they are on disk. */
export type Writes = {
  /** Does all of the work or nothing; rejects with what it threw, or when the disk did not take it. */
  readonly write: <T>(work: () => T) => Promise<T>;
  /** Puts on disk what is under way. */
  readonly flush: () => void;
};

type Settled = { readonly done: () => void; readonly failed: (error: unknown) => void };

/**
 * Everything that is changed in one turn of the event loop goes to disk together: waiting for the disk is what a change costs, and
 * while it waits the next changes gather. Each piece of work is still whole or undone by itself.
 */
export function groupedWrites(database: DatabaseSync): Writes {
  let group: Settled[] | undefined;
  const flush = (): void => {
    const settled = group;
    group = undefined;
    if (settled === undefined) return;
    try {
      database.exec('COMMIT');
      for (const { done } of settled) done();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      for (const { failed } of settled) failed(error);
    }
  };
  const write = <T>(work: () => T): Promise<T> =>
    new Promise((resolve, reject) => {
      if (group === undefined) {
        database.exec('BEGIN IMMEDIATE');
        group = [];
        setImmediate(flush);
      }
      database.exec('SAVEPOINT work');
      try {
        const result = work();
        database.exec('RELEASE work');
        group.push({ done: () => resolve(result), failed: reject });
      } catch (error) {
        database.exec('ROLLBACK TO work; RELEASE work');
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  return { write, flush };
}
