import { iso } from './clock';
import { hangUp, leave, peerOf } from './finish';
import { refuse } from './incoming';
import { customerOf, settleHold, thirdPartyOf, withLeg } from './make-call';
import { clearTimer, putCall, type KeptCall, type OrgState } from './org-state';
import { followCalls } from './presence';
import { Refusal } from './shapes';

export function accept(state: OrgState, call: KeptCall): KeptCall {
  mustBe(call, 'ringing');
  clearTimer(state, `ring ${call.callId}`);
  const at = iso(state.clock);
  const connected: KeptCall = {
    ...call,
    state: 'connected',
    answeredAt: at,
    outcome: 'answered',
    legs: call.legs.map((leg) => ({ ...leg, state: leg.state === 'held' ? 'held' : 'connected', joinedAt: at }))
  };
  putCall(state, connected, 'connected');
  for (const peerId of Object.values(connected.peers)) joinPeer(state, call.callId, peerId, at);
  followCalls(state, call.agentId);
  return connected;
}

/** The agent who consults sees the other one join. */
function joinPeer(state: OrgState, ownId: string, peerId: string, at: string): void {
  const peer = state.calls.get(peerId);
  const legId = Object.entries(peer?.peers ?? {}).find(([, id]) => id === ownId)?.[0];
  if (!peer || legId === undefined) return;
  const joined = withLeg(peer, legId, { state: 'connected', joinedAt: at });
  const answered =
    peer.state === 'dialing' ? { state: 'connected' as const, answeredAt: at, outcome: 'answered' as const } : {};
  putCall(state, { ...joined, ...answered }, peer.state === 'dialing' ? 'connected' : 'leg-connected');
}

export function decline(state: OrgState, call: KeptCall): KeptCall {
  mustBe(call, 'ringing');
  const legs = Object.values(call.peers);
  const ended = refuse(state, call.callId, 'declined')!;
  for (const id of legs) {
    const peer = state.calls.get(id);
    const legId = Object.entries(peer?.peers ?? {}).find(([, callId]) => callId === call.callId)?.[0];
    if (peer && legId !== undefined) leave(state, { ...peer, peers: {} }, legId);
  }
  return ended;
}

/** Without a leg the agent leaves; with one, that party is taken out. */
export function end(state: OrgState, call: KeptCall, legId: unknown): KeptCall {
  mustBe(call, 'connected', 'dialing', 'ringing');
  if (legId === undefined || legId === `${call.callId}-agent`)
    return call.state === 'ringing' ? decline(state, call) : hangUp(state, call);
  if (!call.legs.some((leg) => leg.legId === legId))
    throw new Refusal('invalid-participant', `${call.callId} has no leg ${String(legId)}`);
  return leave(state, call, String(legId));
}

export function mute(state: OrgState, call: KeptCall, isMuted: unknown): KeptCall {
  mustBe(call, 'connected');
  return putCall(state, { ...call, isMuted: isMuted === true }, 'muted');
}

export function hold(state: OrgState, call: KeptCall, legId: unknown, isOnHold: unknown): KeptCall {
  mustBe(call, 'connected');
  const leg = call.legs.find((each) => each.legId === legId && each.role !== 'agent');
  if (!leg) throw new Refusal('invalid-participant', `${call.callId} has no leg ${String(legId)} to hold`);
  if (leg.state === 'ringing') throw new Refusal('wrong-state', `${leg.legId} has not answered yet`);
  const changed = withLeg(call, leg.legId, { state: isOnHold === true ? 'held' : 'connected' });
  return putCall(state, countHold(state, call, changed), 'held');
}

export function swap(state: OrgState, call: KeptCall): KeptCall {
  const [customer, third] = both(call);
  const isHeld = customer.state === 'held';
  const swapped = withLeg(withLeg(call, customer.legId, { state: isHeld ? 'connected' : 'held' }), third.legId, {
    state: isHeld ? 'held' : 'connected'
  });
  return putCall(state, { ...countHold(state, call, swapped), isMerged: false }, 'held');
}

export function conference(state: OrgState, call: KeptCall): KeptCall {
  const [customer, third] = both(call);
  const joined = withLeg(withLeg(call, customer.legId, { state: 'connected' }), third.legId, { state: 'connected' });
  const merged = putCall(state, { ...countHold(state, call, joined), isMerged: true }, 'merged');
  const peer = peerOf(state, call, third.legId);
  if (peer) putCall(state, { ...peer, isMerged: true }, 'merged');
  return merged;
}

export function record(state: OrgState, call: KeptCall, recording: unknown): KeptCall {
  mustBe(call, 'connected');
  if (recording !== 'running' && recording !== 'paused')
    throw new Refusal('bad-request', 'recording must be running or paused');
  if (call.recording === 'off') throw new Refusal('wrong-state', `${call.callId} is not recorded`);
  return putCall(state, { ...call, recording }, 'recording');
}

export function sendDigits(call: KeptCall, digits: unknown): Record<string, never> {
  mustBe(call, 'connected');
  if (typeof digits !== 'string' || !/^[0-9*#A-D,]{1,64}$/.test(digits))
    throw new Refusal('bad-request', 'digits must be 1 to 64 of 0-9 * # A-D and commas');
  return {};
}

export function finishWrapUp(state: OrgState, call: KeptCall): KeptCall {
  mustBe(call, 'wrap-up');
  const done = putCall(state, { ...call, state: 'ended' }, 'ended');
  followCalls(state, call.agentId);
  return done;
}

/** The customer's time on hold runs while the customer's leg is held. */
function countHold(state: OrgState, before: KeptCall, after: KeptCall): KeptCall {
  const isHeld = (call: KeptCall): boolean => customerOf(call)?.state === 'held';
  if (isHeld(before) === isHeld(after)) return after;
  return isHeld(after) ? { ...after, heldSince: state.clock.now(), holds: after.holds + 1 } : settleHold(state, after);
}

function both(call: KeptCall): readonly [ReturnType<typeof mustLeg>, ReturnType<typeof mustLeg>] {
  mustBe(call, 'connected');
  return [mustLeg(call, customerOf(call)), mustLeg(call, thirdPartyOf(call))];
}

function mustLeg(call: KeptCall, leg: KeptCall['legs'][number] | undefined): KeptCall['legs'][number] {
  if (leg === undefined || leg.state === 'ringing')
    throw new Refusal('wrong-state', `${call.callId} has not two parties who answered`);
  return leg;
}

export function mustBe(call: KeptCall, ...states: readonly KeptCall['state'][]): void {
  if (!states.includes(call.state)) throw new Refusal('wrong-state', `${call.callId} is ${call.state}`);
}
