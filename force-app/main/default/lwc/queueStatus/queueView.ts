import type { Presence, QueueStatus } from 'c/phoneBridge';
import { ageInSeconds, clockText, secondsSince, type Heard } from 'c/secondHand';

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
