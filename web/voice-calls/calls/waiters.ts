import type { Clock } from '../clock';
import { keyOf, type KeptCall } from './kept-call';

/** Those who wait until a call is in Salesforce, or cannot be. */
export type Waiters = {
  /** Settles when `tell` is called of this call, or with what is given when the milliseconds are over; at once when nothing is wanted. */
  readonly settled: (call: KeptCall, waitMs: number) => Promise<KeptCall>;
  readonly tell: (call: KeptCall) => void;
};

/** Nobody waits yet. */
export function openWaiters(clock: Clock): Waiters {
  const waiting = new Map<string, Set<(call: KeptCall) => void>>();
  return {
    tell: (call) => {
      for (const finish of waiting.get(keyOf(call)) ?? []) finish(call);
    },
    settled: (call, waitMs) =>
      new Promise((resolve) => {
        if (call.creation !== 'wanted' || waitMs <= 0) return resolve(call);
        const key = keyOf(call);
        const listeners = waiting.get(key) ?? new Set();
        waiting.set(key, listeners);
        const finish = (last: KeptCall): void => {
          cancelDeadline();
          listeners.delete(finish);
          if (listeners.size === 0) waiting.delete(key);
          resolve(last);
        };
        const cancelDeadline = clock.after(waitMs, () => finish(call));
        listeners.add(finish);
      })
  };
}
