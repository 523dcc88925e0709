const quick = [500, 1000, 2000];
const slowFrom = 30_000;
/** No wait is longer. */
export const longestWait = 15 * 60_000;

/**
 * How long to wait before the next try, in milliseconds: three quick ones, as Salesforce's guide advises for calls that are going on
 * [Add Support for Voice Resiliency], then ever slower. The scatter keeps a thousand calls from coming back in one moment.
 */
export function waitAfter(attempts: number, random: () => number, retryAfterSeconds = 0): number {
  const base = quick[attempts - 1] ?? Math.min(slowFrom * 2 ** Math.min(attempts - 1 - quick.length, 10), longestWait);
  const scattered = base * (0.8 + 0.4 * random());
  return Math.min(Math.max(Math.round(scattered), retryAfterSeconds * 1000), longestWait);
}
