import { iso } from './clock';
import { finish } from './finish';
import { customerOf, place, unplaced, withoutLeg } from './make-call';
import { isListeningIn, mustBe, mustBeFree } from './must-be';
import { agentOf, callOf, putCall, type KeptCall, type OrgState } from './org-state';
import { followCalls } from './presence';
import { Refusal, type Leg } from './shapes';

/** A supervisor listens to another agent's call, unheard. The supervisor gets a call of their own that shows it. */
export function supervise(state: OrgState, agentId: string, callId: unknown): KeptCall {
  const supervisor = agentOf(state, agentId);
  if (!supervisor.isSupervisor) throw new Refusal('not-supported', `${agentId} is no supervisor`);
  const watched = typeof callId === 'string' ? state.calls.get(callId) : undefined;
  if (!watched || watched.agentId === agentId)
    throw new Refusal('unknown-call', `There is no call ${String(callId)} to listen to`);
  mustBe(watched, 'connected');
  if (isListeningIn(watched)) throw new Refusal('wrong-state', 'That call is itself one that is listened to');
  mustBeFree(state, agentId);
  const { channel, direction, from, to, interactionKey, attributes, voiceCallId } = watched;
  const watchedAgent = agentOf(state, watched.agentId).agent;
  const number = customerOf(watched)?.number ?? from;
  const others: readonly Omit<Leg, 'legId'>[] = [
    { role: 'customer', state: 'connected', number },
    { role: 'third-party', state: 'connected', name: watchedAgent.name }
  ];
  const at = iso(state.clock);
  const call = unplaced(state, {
    channel,
    direction,
    from,
    to,
    interactionKey,
    attributes,
    parentCallId: watched.callId
  });
  const placed = place(state, voiceCallId === undefined ? call : { ...call, voiceCallId }, agentId, others);
  const own: KeptCall = {
    ...placed,
    ...{
      state: 'connected',
      answeredAt: at,
      outcome: 'answered',
      supervision: { state: 'listening', agent: supervisor.agent }
    },
    legs: placed.legs.map((leg) => ({ ...leg, state: 'connected', joinedAt: at }))
  };
  putCall(state, own, 'supervision');
  followCalls(state, agentId);
  return own;
}

/** The supervisor is heard from now on, and the agent sees them. */
export function bargeIn(state: OrgState, agentId: string, callId: unknown): KeptCall {
  const own = ownSupervision(state, agentId, callId);
  const watched = watchedBy(state, own);
  const { agent } = agentOf(state, agentId);
  const leg: Leg = {
    legId: supervisorLeg(own),
    role: 'supervisor',
    state: 'connected',
    name: agent.name,
    joinedAt: iso(state.clock)
  };
  if (watched && !watched.legs.some(({ legId }) => legId === leg.legId))
    putCall(
      state,
      { ...watched, legs: [...watched.legs, leg], supervision: { state: 'barged-in', agent } },
      'supervision'
    );
  return putCall(state, { ...own, supervision: { state: 'barged-in', agent } }, 'supervision');
}

export function stopSupervising(state: OrgState, agentId: string, callId: unknown): KeptCall {
  const own = ownSupervision(state, agentId, callId);
  const watched = watchedBy(state, own);
  if (watched?.legs.some(({ legId }) => legId === supervisorLeg(own)))
    putCall(state, withoutSupervisor(state, watched, own), 'supervision');
  return finish(state, own, { outcome: 'answered', reason: 'Stopped listening' });
}

function ownSupervision(state: OrgState, agentId: string, callId: unknown): KeptCall {
  const ids = [...state.calls.values()].filter(
    (call) =>
      call.agentId === agentId && isListeningIn(call) && (call.callId === callId || call.parentCallId === callId)
  );
  const own = ids[0] ?? callOf(state, agentId, callId);
  if (!isListeningIn(own)) throw new Refusal('wrong-state', `${own.callId} is no call that is listened to`);
  return own;
}

/** Another supervisor who barged in stays, and is named from now on. */
function withoutSupervisor(state: OrgState, watched: KeptCall, own: KeptCall): KeptCall {
  const left = withoutLeg(watched, supervisorLeg(own));
  if (left.supervision?.agent.agentId !== own.agentId) return left;
  const other = [...state.calls.values()].findLast(
    ({ callId, parentCallId, supervision }) =>
      callId !== own.callId && parentCallId === watched.callId && supervision?.state === 'barged-in'
  );
  return { ...left, supervision: other?.supervision };
}

function watchedBy(state: OrgState, own: KeptCall): KeptCall | undefined {
  return own.parentCallId === undefined ? undefined : state.calls.get(own.parentCallId);
}

const supervisorLeg = (own: KeptCall): string => `${own.callId}-supervisor`;
