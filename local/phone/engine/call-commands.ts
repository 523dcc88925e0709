import { iso } from './clock';
import { hangUp, leave, peerOf, unmerge } from './finish';
import { refuse } from './incoming';
import { customerOf, settleHold, thirdPartyOf, withLeg } from './make-call';
import { isListeningIn, mustBe, mustBeFree } from './must-be';
import { clearTimer, putCall, type KeptCall, type OrgState } from './org-state';
import { followCalls } from './presence';
import { Refusal } from './shapes';
import { stopSupervising } from './supervision';

export function accept(state: OrgState, call: KeptCall): KeptCall {
  mustBe(call, 'ringing');
  if (call.channel === 'phone') mustBeFree(state, call.agentId);
  clearTimer(state, `ring ${call.callId}`);
  const at = iso(state.clock);
  const connected: KeptCall = {
    ...call,
    // Nobody is on hold before somebody answered.
    ...(call.heldSince === undefined ? {} : { heldSince: state.clock.now() }),
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
  if (peer.state !== 'dialing') return void putCall(state, joined, 'leg-connected');
  const self = withLeg(joined, `${peerId}-agent`, { state: 'connected', joinedAt: at });
  putCall(state, { ...self, state: 'connected', answeredAt: at, outcome: 'answered' }, 'connected');
}

export function decline(state: OrgState, call: KeptCall): KeptCall {
  mustBe(call, 'ringing');
  return refuse(state, call.callId, 'declined')!;
}

/** Without a leg the agent leaves; with one, that party is taken out. */
export function end(state: OrgState, call: KeptCall, legId: unknown): KeptCall {
  mustBe(call, 'connected', 'dialing', 'ringing');
  if (legId === undefined || legId === `${call.callId}-agent`) {
    if (isListeningIn(call)) return stopSupervising(state, call.agentId, call.callId);
    return call.state === 'ringing' ? decline(state, call) : hangUp(state, call);
  }
  const { legId: known } = party(call, legId);
  return leave(state, call, known, 'The agent ended it');
}

export function mute(state: OrgState, call: KeptCall, isMuted: unknown): KeptCall {
  mustBe(call, 'connected');
  return putCall(state, { ...call, isMuted: claim('isMuted', isMuted) }, 'muted');
}

export function hold(state: OrgState, call: KeptCall, legId: unknown, isOnHold: unknown): KeptCall {
  mustBe(call, 'connected');
  const leg = party(call, legId);
  if (leg.state === 'ringing') throw new Refusal('wrong-state', `${leg.legId} has not answered yet`);
  const changed = withLeg(call, leg.legId, { state: claim('isOnHold', isOnHold) ? 'held' : 'connected' });
  return putCall(state, countHold(state, call, changed), 'held');
}

export function swap(state: OrgState, call: KeptCall): KeptCall {
  const [customer, third] = both(call);
  const isHeld = customer.state === 'held';
  const swapped = withLeg(withLeg(call, customer.legId, { state: isHeld ? 'connected' : 'held' }), third.legId, {
    state: isHeld ? 'held' : 'connected'
  });
  if (call.isMerged) unmerge(state, call);
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
  mustTalk(call);
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

/** Time on hold runs while the customer is held; between agents, while the other one is. */
function countHold(state: OrgState, before: KeptCall, after: KeptCall): KeptCall {
  const isHeld = (call: KeptCall): boolean => (customerOf(call) ?? thirdPartyOf(call))?.state === 'held';
  if (isHeld(before) === isHeld(after)) return after;
  return isHeld(after) ? { ...after, heldSince: state.clock.now(), holds: after.holds + 1 } : settleHold(state, after);
}

function mustTalk(call: KeptCall): void {
  mustBe(call, 'connected');
  mustNotListen(call);
}

function mustNotListen(call: KeptCall): void {
  if (isListeningIn(call)) throw new Refusal('wrong-state', `${call.callId} is only listened to`);
}

function claim(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new Refusal('bad-request', `${name} must be true or false`);
}

/** Whom the agent can hold or take out: neither themselves nor a supervisor. */
function party(call: KeptCall, legId: unknown): KeptCall['legs'][number] {
  mustNotListen(call);
  const found = call.legs.find((leg) => leg.legId === legId);
  if (found?.role === 'customer' || found?.role === 'third-party') return found;
  throw new Refusal('invalid-participant', `${call.callId} has no party ${String(legId)}`);
}

function both(call: KeptCall): readonly [ReturnType<typeof mustLeg>, ReturnType<typeof mustLeg>] {
  mustBe(call, 'connected');
  return [mustLeg(call, customerOf(call)), mustLeg(call, thirdPartyOf(call))];
}

function mustLeg(call: KeptCall, leg: KeptCall['legs'][number] | undefined): KeptCall['legs'][number] {
  mustNotListen(call);
  if (leg === undefined || leg.state === 'ringing')
    throw new Refusal('wrong-state', `${call.callId} has not two parties who answered`);
  return leg;
}
