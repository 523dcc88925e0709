import { everySecond } from 'c/secondHand';

/** A clock that ticks only while somebody needs it. */
export function clockWhileNeeded(tick: (now: number) => void): { readonly run: (isNeeded: boolean) => void } {
  let stop: (() => void) | undefined;
  return {
    run: (isNeeded) => {
      if (isNeeded === (stop !== undefined)) return;
      stop?.();
      stop = isNeeded ? everySecond(tick) : undefined;
    }
  };
}
