import { countHold } from './count-hold';
import { unmerge } from './finish';
import { withLeg } from './make-call';
import { mustBe, mustNotListen } from './must-be';
import { putCall, type KeptCall, type OrgState } from './org-state';
import { answeredOf } from './parties';
import { Refusal, type Leg } from './shapes';

/** Everybody who answered talks with everybody; who is still being called joins when they answer. */
export function conference(state: OrgState, call: KeptCall): KeptCall {
  mustBeSeveral(call);
  const legs = call.legs.map((leg): Leg => {
    if (leg.role !== 'customer' && leg.role !== 'third-party') return leg;
    return leg.state === 'ringing' ? { ...leg, joinsAtOnce: true } : { ...leg, state: 'connected' };
  });
  return merge(state, countHold(state, call, { ...call, legs }));
}

/** The agent and those whom the call leads to know that they are one conversation. */
export function merge(state: OrgState, call: KeptCall): KeptCall {
  const merged = putCall(state, { ...call, isMerged: true }, 'merged');
  for (const id of Object.values(call.peers)) {
    const peer = state.calls.get(id);
    if (peer?.state === 'connected' && !peer.isMerged) putCall(state, { ...peer, isMerged: true }, 'merged');
  }
  return merged;
}

/** Two change places: who is named, or without names all who talk with all who wait. */
export function swap(state: OrgState, call: KeptCall, holdLegId: unknown, resumeLegId: unknown): KeptCall {
  const answered = mustBeSeveral(call);
  const isNamed = holdLegId !== undefined || resumeLegId !== undefined;
  const swapped = isNamed ? swapNamed(call, answered, holdLegId, resumeLegId) : swapAll(call, answered);
  if (call.isMerged) unmerge(state, call);
  return putCall(state, { ...countHold(state, call, swapped), isMerged: false }, 'held');
}

function swapNamed(call: KeptCall, answered: readonly Leg[], holdLegId: unknown, resumeLegId: unknown): KeptCall {
  const named = (legId: unknown): Leg => {
    const found = answered.find((leg) => leg.legId === legId);
    if (!found) throw new Refusal('invalid-participant', `${call.callId} has no party ${String(legId)} who answered`);
    return found;
  };
  const [held, resumed] = [named(holdLegId), named(resumeLegId)];
  if (held === resumed) throw new Refusal('invalid-participant', 'A party cannot change places with itself');
  return withLeg(withLeg(call, held.legId, { state: 'held' }), resumed.legId, { state: 'connected' });
}

/** When all talk the first one waits, and when all wait the first one talks. */
function swapAll(call: KeptCall, answered: readonly Leg[]): KeptCall {
  const isMixed = new Set(answered.map(({ state }) => state)).size > 1;
  const changing = isMixed ? answered : answered.slice(0, 1);
  return changing.reduce(
    (changed, { legId, state }) => withLeg(changed, legId, { state: state === 'held' ? 'connected' : 'held' }),
    call
  );
}

function mustBeSeveral(call: KeptCall): readonly Leg[] {
  mustBe(call, 'connected');
  mustNotListen(call);
  const answered = answeredOf(call);
  if (answered.length < 2) throw new Refusal('wrong-state', `${call.callId} has not two parties who answered`);
  return answered;
}
