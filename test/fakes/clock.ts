import type { Clock } from '../../scripts/clock';

export type ManualClock = Clock & { readonly waits: number[] };

/** A clock that jumps instead of waiting, and remembers how long it was asked to wait. */
export function manualClock(start = Date.parse('2026-11-21T12:00:00Z')): ManualClock {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: (milliseconds, signal) => {
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    }
  };
}
