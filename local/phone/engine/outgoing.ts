import { hold } from './call-commands';
import { iso } from './clock';
import { finish, leave } from './finish';
import { ring } from './incoming';
import { legAnswers } from './leg-answers';
import { customerOf, place, thirdPartyOf, unplaced } from './make-call';
import { isListeningIn, mustBeFree } from './must-be';
import { reportStart } from './report-call';
import { agentOf, callsOf, putCall, setTimer, type KeptCall, type OrgState } from './org-state';
import { followCalls } from './presence';
import { type Leg } from './shapes';
import { behaviourOf, resolveToTalk } from './targets';

export type DialWishes = { readonly isCallback?: unknown; readonly isConsult?: unknown; readonly recordId?: unknown };

export function dial(state: OrgState, agentId: string, target: unknown, wishes: DialWishes): KeptCall {
  const isConsult = wishes.isConsult === true;
  const beside = isConsult ? callToPause(state, agentId) : undefined;
  if (!beside) mustBeFree(state, agentId);
  const { number, peerAgent } = resolveToTalk(state, target, agentId);
  const attributes: Readonly<Record<string, string>> =
    typeof wishes.recordId === 'string' ? { recordId: wishes.recordId } : {};
  const self = agentOf(state, agentId).agent;
  const toWhom = peerAgent !== undefined ? 'internal' : wishes.isCallback === true ? 'callback' : 'outbound';
  const direction = isConsult ? 'consult' : toWhom;
  const from = self.extension ?? self.agentId;
  const call = unplaced(state, { channel: 'phone', direction, from, to: number, attributes, recording: 'running' });
  if (beside) putOnHold(state, beside);
  const together = beside ? { interactionKey: beside.interactionKey, parentCallId: beside.callId } : {};
  const role = peerAgent === undefined && !isConsult ? 'customer' : 'third-party';
  const begun = place(state, { ...call, ...together }, agentId, [{ role, state: 'ringing', number }]);
  // Salesforce's page keeps it under the id that the agent's page knows it by, and servers complete it under the same.
  const isTheirs = direction === 'outbound' || direction === 'callback';
  const reported = isTheirs ? { reportKey: begun.callId } : {};
  const placed: KeptCall = { ...begun, ...reported, state: 'dialing' };
  putCall(state, placed, 'dialing');
  void reportStart(state, placed);
  followCalls(state, agentId);
  const other = placed.legs[1]!;
  return peerAgent === undefined
    ? ringOutside(state, placed, other)
    : connectAgents(state, placed, other, peerAgent, isConsult ? 'consult' : 'internal');
}

/** The one phone call of an agent that has room for a question beside it. */
function callToPause(state: OrgState, agentId: string): KeptCall | undefined {
  const talking = callsOf(state, agentId).filter(
    (call) => call.channel === 'phone' && (call.state === 'connected' || call.state === 'dialing')
  );
  const [call] = talking;
  const hasRoom = call?.state === 'connected' && !thirdPartyOf(call) && !isListeningIn(call);
  return hasRoom && talking.length === 1 ? call : undefined;
}

/** The customer waits while the agent asks somebody in a call beside. */
function putOnHold(state: OrgState, call: KeptCall): void {
  const customer = customerOf(call);
  if (customer?.state === 'connected') hold(state, call, customer.legId, true);
}

/** A number outside: it answers, is busy, or lets it ring. */
export function ringOutside(state: OrgState, call: KeptCall, leg: Leg): KeptCall {
  const behaviour = behaviourOf(leg.number ?? '');
  const { callId } = call;
  if (behaviour === 'silent') return call;
  setTimer(state, `answer ${callId} ${leg.legId}`, state.settings.answerMs, () =>
    behaviour === 'busy' ? notReached(state, callId, leg.legId) : answer(state, callId, leg.legId)
  );
  return call;
}

/** The other side picks up. */
export function answer(state: OrgState, callId: string, legId: string): KeptCall | undefined {
  const call = state.calls.get(callId);
  const leg = call?.legs.find((each) => each.legId === legId);
  if (!call || leg?.state !== 'ringing') return undefined;
  return legAnswers(state, call, legId, iso(state.clock));
}

function notReached(state: OrgState, callId: string, legId: string): void {
  const call = state.calls.get(callId);
  const leg = call?.legs.find((each) => each.legId === legId);
  // The agent may have given up, or called somebody else meanwhile.
  if (!call || leg?.state !== 'ringing') return;
  if (call.state === 'dialing') finish(state, call, { outcome: 'failed', reason: 'The line is busy' });
  else leave(state, call, legId, 'The line is busy');
}

/** Rings the other agent, and ties the leg here to the call there. */
export function connectAgents(
  state: OrgState,
  call: KeptCall,
  leg: Leg,
  agentId: string,
  direction: 'internal' | 'consult'
): KeptCall {
  const self = agentOf(state, call.agentId).agent;
  const { channel, interactionKey, callId: parentCallId, attributes, voiceCallId } = call;
  const from = self.extension ?? self.agentId;
  const theirs = unplaced(state, {
    ...{ channel, direction, from, to: leg.number ?? agentId, interactionKey, parentCallId, attributes },
    ...(voiceCallId === undefined ? {} : { voiceCallId })
  });
  const placed = ring(state, theirs, agentId);
  state.calls.set(placed.callId, { ...placed, peers: { [placed.legs[1]!.legId]: call.callId } });
  const linked = { ...call, peers: { ...call.peers, [leg.legId]: placed.callId } };
  state.calls.set(call.callId, linked);
  return linked;
}
