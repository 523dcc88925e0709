import { Failure } from '../failure';
import type { Clock } from '../time/clock';
import { networkOf } from './throttle';

export type RequestRate = (address: string) => void;

const mostAddresses = 20_000;

/**
 * Keeps one address from filling the store with attempts and from guessing codes: a bucket of requests that fills again steadily. Each
 * node counts for itself. Throws TRY_LATER.
 */
export function createRequestRate(clock: Clock, rate = { burst: 200, perSecond: 5 }): RequestRate {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return (address) => {
    const key = networkOf(address);
    const now = clock.steady();
    const bucket = buckets.get(key) ?? { left: rate.burst, at: now };
    const left = Math.min(rate.burst, bucket.left + ((now - bucket.at) / 1000) * rate.perSecond);
    if (left < 1) throw new Failure('TRY_LATER', Math.max(Math.ceil((1 - left) / rate.perSecond), 1));
    buckets.delete(key);
    buckets.set(key, { left: left - 1, at: now });
    // The least recently seen address is at the front.
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value!);
  };
}
