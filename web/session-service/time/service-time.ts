import type { Clock } from './clock';

/** The time by which sessions live: milliseconds since 1970, never earlier than it was before. */
export type ServiceTime = { readonly now: () => number };

/** A gap up to this is a correction of the clock and is made up slowly; more means that the computer slept or the clock was set. */
export const largestCorrection = 5 * 60_000;
const catchUpRate = 0.1;

export type ServiceTimeOptions = {
  readonly clock: Clock;
  /** The latest time that any process on the same store has seen; 0 when there was none. */
  readonly notBefore: number;
  readonly onStep?: (milliseconds: number) => void;
};

/**
 * A clock that is set back does not lengthen a session: time goes on at the computer's steady pace, and after a restart it goes on
 * from the latest time in the store. A correction forwards of minutes is caught up at a tenth of the pace, so that what is valid for
 * seconds is not lost in a jump. Anything more is taken at once: after a sleep, sessions that ended meanwhile must be over.
 */
export function createServiceTime({ clock, notBefore, onStep }: ServiceTimeOptions): ServiceTime {
  let last = Math.max(clock.now(), notBefore);
  let lastSteady = clock.steady();
  return {
    now: () => {
      const steady = clock.steady();
      const elapsed = Math.max(steady - lastSteady, 0);
      lastSteady = steady;
      last += elapsed;
      const gap = clock.now() - last;
      if (gap > largestCorrection) {
        last += gap;
        onStep?.(gap);
      } else if (gap > 0) {
        last += Math.min(gap, elapsed * catchUpRate);
      }
      return Math.floor(last);
    }
  };
}
