/** Time and timers, handed in so that a test can move them. */
export type Clock = {
  readonly now: () => number;
  /** Runs `work` once after so many milliseconds; the function that comes back takes it away. */
  readonly after: (ms: number, work: () => void) => () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  }
};

export const iso = (clock: Clock): string => new Date(clock.now()).toISOString();
