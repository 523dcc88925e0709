import type { Interaction } from 'c/phoneBridge';

/** What a rep logs without a phone: the rep says with whom, and which way. The key is this rep's own and new. */
export function manualInteraction(userId: string, now: number, random: () => number): Interaction {
  const callKey = `manual:${userId}:${now.toString(36)}:${random().toString(36).slice(2, 12)}`;
  return {
    callKey,
    interactionKey: callKey,
    channel: 'phone',
    direction: 'outbound',
    state: 'done',
    startedAt: new Date(now).toISOString(),
    talkSeconds: 0,
    holdSeconds: 0,
    attributes: {}
  };
}
