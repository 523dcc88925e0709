import type { Clock } from 'c/callLogCore';

/** The browser's own clock. */
export const browserClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  after: (milliseconds, callback) => {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- the one place that waits; every wait can be cancelled
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  }
};

/** Rejects with the given error when the promise takes longer. */
export function within<Result>(
  clock: Clock,
  milliseconds: number,
  promise: Promise<Result>,
  late: () => Error
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(milliseconds, () => reject(late()));
    promise.then(resolve, reject).finally(cancel);
  });
}
