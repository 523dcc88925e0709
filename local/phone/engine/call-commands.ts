import { iso } from './clock';
import { countHold } from './count-hold';
import { hangUp, leave } from './finish';
import { refuse } from './incoming';
import { legAnswers } from './leg-answers';
import { withLeg } from './make-call';
import { isListeningIn, mustBe, mustBeFree, mustNotListen } from './must-be';
import { clearTimer, putCall, type KeptCall, type OrgState } from './org-state';
import { followCalls } from './presence';
import { Refusal, type Leg } from './shapes';
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

/** The agent who called sees the other one join. */
function joinPeer(state: OrgState, ownId: string, peerId: string, at: string): void {
  const peer = state.calls.get(peerId);
  const legId = Object.entries(peer?.peers ?? {}).find(([, id]) => id === ownId)?.[0];
  if (peer && legId !== undefined) legAnswers(state, peer, legId, at);
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

/** Mutes the agent, or one party for everybody. */
export function mute(state: OrgState, call: KeptCall, isMuted: unknown, legId?: unknown): KeptCall {
  mustBe(call, 'connected');
  const wanted = claim('isMuted', isMuted);
  if (legId === undefined || legId === `${call.callId}-agent`)
    return putCall(state, { ...call, isMuted: wanted }, 'muted');
  const muted = mustHaveAnswered(party(call, legId));
  const legs = call.legs.map((leg) => {
    const { isMuted: _before, ...rest } = leg;
    if (leg.legId !== muted.legId) return leg;
    return wanted ? { ...rest, isMuted: true as const } : rest;
  });
  return putCall(state, { ...call, legs }, 'muted');
}

export function hold(state: OrgState, call: KeptCall, legId: unknown, isOnHold: unknown): KeptCall {
  mustBe(call, 'connected');
  const leg = mustHaveAnswered(party(call, legId));
  const changed = withLeg(call, leg.legId, { state: claim('isOnHold', isOnHold) ? 'held' : 'connected' });
  return putCall(state, countHold(state, call, changed), 'held');
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

export function finishWrapUp(state: OrgState, call: KeptCall, isByPage: unknown): KeptCall {
  mustBe(call, 'wrap-up');
  const byWhom = isByPage === true ? { isWrapUpDone: true as const } : {};
  const done = putCall(state, { ...call, ...byWhom, state: 'ended' }, 'ended');
  followCalls(state, call.agentId);
  return done;
}

function mustTalk(call: KeptCall): void {
  mustBe(call, 'connected');
  mustNotListen(call);
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

function mustHaveAnswered(leg: Leg): Leg {
  if (leg.state === 'ringing') throw new Refusal('wrong-state', `${leg.legId} has not answered yet`);
  return leg;
}
