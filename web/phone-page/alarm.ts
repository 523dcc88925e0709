import { type Timers } from './timers';

/** Longer waits are cut: a sleep is noticed soon, and no wait comes near 2^31 ms, which `setTimeout` takes for none at all. */
const longestNap = 30_000;
/** Clocks of one computer drift less in a nap; a greater difference means that it slept, or that its clock was set. */
const sameTime = 5_000;

export type Alarm = {
  /** Calls `ring` when so many milliseconds have passed; a new time replaces the last. */
  readonly set: (milliseconds: number) => void;
  readonly stop: () => void;
};

/** A timer for any length of time. It calls `lostTrack` when the computer slept or its clock was set, and then goes on. */
export function alarm(timers: Timers, ring: () => void, lostTrack: () => void): Alarm {
  let cancel = (): void => undefined;
  const nap = (until: number): void => {
    const [steady, wall] = [timers.steady(), timers.wall()];
    cancel = timers.after(Math.min(longestNap, Math.max(0, until - steady)), () => {
      const slept = Math.abs(timers.wall() - wall - (timers.steady() - steady)) > sameTime;
      if (timers.steady() >= until) ring();
      else nap(until);
      if (slept) lostTrack();
    });
  };
  return {
    set: (milliseconds) => {
      cancel();
      nap(timers.steady() + milliseconds);
    },
    stop: () => cancel()
  };
}
