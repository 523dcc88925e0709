import { type Interaction } from '../interaction/interaction';
import { type PopMoment } from './screen-pop-rule';

const order: readonly PopMoment[] = ['offered', 'accepted', 'completed'];

/**
 * The moments that an interaction has reached since it was last seen, in order: several when a page opens in the middle of it.
 * What nobody answered is never accepted, and completed all the same.
 */
export function popMoments(before: Interaction | undefined, now: Interaction): readonly PopMoment[] {
  const known = before?.callKey === now.callKey ? reached(before) : [];
  return reached(now).filter((moment) => !known.includes(moment));
}

function reached({ state, answeredAt, endedAt }: Interaction): readonly PopMoment[] {
  const accepted = answeredAt !== undefined || state === 'active' || state === 'held' || state === 'wrap-up';
  const completed = endedAt !== undefined || state === 'wrap-up' || state === 'done';
  return order.filter((moment) => moment === 'offered' || (moment === 'accepted' ? accepted : completed));
}
