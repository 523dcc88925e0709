/** The only source of time and timers of the service; tests hand in one that they move by hand. */
export type Clock = {
  /** The computer's time of day in milliseconds since 1970; somebody may set it, forwards or back. */
  readonly now: () => number;
  /** Milliseconds since some moment, never set by anybody; stands still while the computer sleeps. */
  readonly steady: () => number;
  /** Runs once after that many milliseconds of `steady`; the result cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

/** Longer timers than this overflow in Node and would run at once. */
const longestTimer = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, Math.min(Math.max(milliseconds, 0), longestTimer));
    return () => clearTimeout(timer);
  }
};
