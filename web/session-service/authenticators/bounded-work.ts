import { Failure } from '../failure';

export type BoundedWork = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Lets a few pieces of work run at once and a few more wait; beyond that it refuses with BUSY. A password hash takes 128 MiB, so a
 * flood of logins must wait outside rather than take the computer's memory.
 */
export function createBoundedWork(limits: { readonly running: number; readonly waiting: number }): BoundedWork {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= limits.running) {
      if (queue.length >= limits.waiting) throw new Failure('BUSY', 2);
      // Whoever finishes hands over the place, so nobody can slip in between.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
