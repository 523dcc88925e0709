/** The only source of time and timers here; tests hand in one that they move by hand. */
export type Clock = {
  /** The computer's time of day in milliseconds since 1970; somebody may set it, forwards or back. */
  readonly now: () => number;
  /** Runs once after that many milliseconds; the result cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};
