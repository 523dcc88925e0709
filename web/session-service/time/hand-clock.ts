import type { Clock } from './clock';

/** A clock for tests: time passes when the test says so, and the time of day can be set apart from it. */
export type HandClock = Clock & {
  /** Lets time pass and runs what falls due, in order, giving promises time to settle between. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Sets the time of day without letting time pass. */
  readonly step: (milliseconds: number) => void;
};

export function createHandClock(start = Date.parse('2026-01-05T08:00:00Z')): HandClock {
  let steady = 0;
  let offset = start;
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  return {
    now: () => offset + steady,
    steady: () => steady,
    after: (milliseconds, run) => {
      const timer = { at: steady + Math.max(milliseconds, 0), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    step: (milliseconds) => {
      offset += milliseconds;
    },
    pass: async (milliseconds) => {
      const end = steady + milliseconds;
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (due === undefined) break;
        steady = Math.max(steady, due.at);
        timers.delete(due);
        due.run();
        await settle();
      }
      steady = end;
      await settle();
    }
  };
}

/** Lets everything that waits for promises and finished I/O go on. */
async function settle(): Promise<void> {
  for (let round = 0; round < 8; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
