/** What the phone said at one moment: the time it named, and the time by this computer when it was heard. */
export type Heard<Said> = { readonly said: Said; readonly at: string; readonly heardAt: number };

/** News older than this is shown with its age: phones tell each change, and at least every few seconds that there is none. */
export const liveSeconds = 10;

/**
 * Seconds since the phone's news. By this computer's clock since it was heard: the phone's own clock may go wrong. A clock that
 * was set back makes no news from the future.
 */
export function ageInSeconds(heard: Heard<unknown>, now: number): number {
  return Math.max(0, Math.floor((now - heard.heardAt) / 1000));
}

/** Seconds from a moment that the phone named until now: the phone's own clock measures up to its news, ours from there. */
export function secondsSince(since: string, heard: Heard<unknown>, now: number): number {
  return Math.max(0, (Date.parse(heard.at) - Date.parse(since)) / 1000) + ageInSeconds(heard, now);
}
