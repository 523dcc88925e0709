import { customerOf, settleHold, thirdPartyOf } from './make-call';
import { type KeptCall, type OrgState } from './org-state';

/** Time on hold runs while the customer is held; between agents, while the other one is. */
export function countHold(state: OrgState, before: KeptCall, after: KeptCall): KeptCall {
  const isHeld = (call: KeptCall): boolean => (customerOf(call) ?? thirdPartyOf(call))?.state === 'held';
  if (isHeld(before) === isHeld(after)) return after;
  return isHeld(after) ? { ...after, heldSince: state.clock.now(), holds: after.holds + 1 } : settleHold(state, after);
}
