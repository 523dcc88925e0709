import { type Interaction } from '../interaction/interaction';

/** Something that rings is nobody's yet. */
export function isNobodysYet({ answeredAt, endedAt }: Interaction): boolean {
  return answeredAt === undefined && endedAt === undefined;
}

/** Whether the rep took it, was left a word, or began it. */
export function concernsRep({ channel, direction, answeredAt, outcome }: Interaction): boolean {
  return answeredAt !== undefined || outcome === 'voicemail' || channel === 'voicemail' || direction === 'outbound';
}

/** A call that came through a queue and that this rep did not take is the queue's: the agent activity records it, and no log. */
export function isOfQueueAlone(interaction: Interaction): boolean {
  return !concernsRep(interaction) && interaction.queue !== undefined;
}
