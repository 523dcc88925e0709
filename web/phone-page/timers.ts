/** Time as a page knows it, for code that a test runs in no time. */
export type Timers = {
  /** Milliseconds that only move forward; they may stand still while the computer sleeps. */
  readonly steady: () => number;
  /** Milliseconds since 1970 by the computer's clock, which anybody may set. */
  readonly wall: () => number;
  /** Calls once after so many milliseconds; the answer takes it back. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
};

/** The browser's own. */
export const browserTimers: Timers = {
  steady: () => performance.now(),
  wall: () => Date.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  }
};
