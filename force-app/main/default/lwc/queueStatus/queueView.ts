import type { Presence, QueueStatus } from 'c/phoneBridge';
import { clockText } from 'c/secondHand';

/** What the phone said at one moment: the time it named, and the time by this computer when it was heard. */
export type Heard<Said> = { readonly said: Said; readonly at: string; readonly heardAt: number };

export type QueueRow = {
  readonly name: string;
  readonly waiting: number;
  readonly longestWait: string;
  readonly agents: string;
  readonly key: string;
};

export type PresenceRow = {
  readonly key: string;
  readonly name: string;
  readonly status: string;
  readonly since: string;
};

/** News older than this is shown with its age: phones tell each change, and at least every few seconds that there is none. */
export const liveSeconds = 10;

/**
 * Seconds since the phone's news. By this computer's clock since it was heard: the phone's own clock may go wrong. A clock that
 * was set back makes no news from the future.
 */
export function ageInSeconds(heard: Heard<unknown>, now: number): number {
  return Math.max(0, Math.floor((now - heard.heardAt) / 1000));
}

/** The queues as rows, the longest wait going on by itself while somebody waits; the one with the longest wait first. */
export function queueRows(
  heard: Heard<readonly QueueStatus[]>,
  now: number,
  agentsText: (available: number, total: number) => string
): readonly QueueRow[] {
  const age = ageInSeconds(heard, now);
  const waitOf = (queue: QueueStatus): number => (queue.waiting > 0 ? queue.longestWaitSeconds + age : 0);
  return [...heard.said]
    .sort((one, other) => waitOf(other) - waitOf(one) || one.name.localeCompare(other.name))
    .map((queue, index) => ({
      key: `${queue.name}#${index}`,
      name: queue.name,
      waiting: queue.waiting,
      longestWait: queue.waiting > 0 ? clockText(waitOf(queue)) : '–',
      agents: agentsText(queue.agentsAvailable, queue.agentsTotal)
    }));
}

const order: readonly Presence['status'][] = ['available', 'busy', 'break', 'offline'];

/** Agents as rows: those who can take a call first, then by name. */
export function presenceRows(
  heard: Heard<readonly Presence[]>,
  now: number,
  statusText: (presence: Presence) => string
): readonly PresenceRow[] {
  return [...heard.said]
    .sort(
      (one, other) =>
        order.indexOf(one.status) - order.indexOf(other.status) || one.agentName.localeCompare(other.agentName)
    )
    .map((presence, index) => ({
      key: `${presence.agentName}#${index}`,
      name: presence.agentName,
      status: statusText(presence),
      since: clockText(secondsSince(presence.since, heard, now))
    }));
}

/** The phone's own clock measures up to its news, ours from there. */
function secondsSince(since: string, heard: Heard<unknown>, now: number): number {
  return Math.max(0, (Date.parse(heard.at) - Date.parse(since)) / 1000) + ageInSeconds(heard, now);
}
