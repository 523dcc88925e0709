import { merge } from './conversation';
import { withLeg } from './make-call';
import { putCall, type KeptCall, type OrgState } from './org-state';
import { answeredOf } from './parties';

/** Somebody whom the call leads to picks up: the call begins, or has one party more. `at` is when, ISO 8601. */
export function legAnswers(state: OrgState, call: KeptCall, legId: string, at: string): KeptCall {
  const isAwaited = call.legs.find((leg) => leg.legId === legId)?.joinsAtOnce === true;
  const joined = withLeg(call, legId, { state: 'connected', joinedAt: at });
  if (call.state === 'dialing') {
    const self = withLeg(joined, `${call.callId}-agent`, { state: 'connected', joinedAt: at });
    return putCall(state, { ...self, state: 'connected', answeredAt: at, outcome: 'answered' }, 'connected');
  }
  const there = putCall(state, withoutWish(joined, legId), 'leg-connected');
  const talkers = answeredOf(there);
  const isTogether = talkers.length > 1 && talkers.every(({ state: now }) => now === 'connected');
  return isAwaited && (there.isMerged || isTogether) ? merge(state, there) : there;
}

function withoutWish(call: KeptCall, legId: string): KeptCall {
  const legs = call.legs.map((leg) => {
    const { joinsAtOnce: _done, ...rest } = leg;
    return leg.legId === legId ? rest : leg;
  });
  return { ...call, legs };
}
