import { iso } from './clock';
import { mustBe } from './call-commands';
import { contactOf } from './directory';
import { finish, leave } from './finish';
import { offer } from './incoming';
import { legIdOf, place, unplaced, withLeg } from './make-call';
import { agentOf, callsOf, putCall, setTimer, type KeptCall, type OrgState } from './org-state';
import { followCalls } from './presence';
import { Refusal, type Leg } from './shapes';

/** What the last four digits of a number mean here. */
const behaviours: Readonly<Record<string, 'unknown' | 'busy' | 'silent'>> = {
  '0404': 'unknown',
  '0486': 'busy',
  '0480': 'silent'
};

export type DialWishes = { readonly isCallback?: unknown; readonly isConsult?: unknown; readonly recordId?: unknown };

export function dial(state: OrgState, agentId: string, target: unknown, wishes: DialWishes): KeptCall {
  if (callsOf(state, agentId).some(({ state: now }) => now === 'dialing' || now === 'connected'))
    throw new Refusal('busy', `${agentId} is on a call already`);
  const { number, peerAgent } = resolve(state, target);
  const attributes: Readonly<Record<string, string>> =
    typeof wishes.recordId === 'string' ? { recordId: wishes.recordId } : {};
  const self = agentOf(state, agentId).agent;
  const direction = peerAgent !== undefined ? 'internal' : wishes.isCallback === true ? 'callback' : 'outbound';
  const call = unplaced(state, {
    ...{
      channel: 'phone',
      direction,
      from: self.extension ?? self.agentId,
      to: number,
      attributes,
      recording: 'running'
    }
  });
  const role = peerAgent === undefined ? 'customer' : 'third-party';
  const placed: KeptCall = { ...place(state, call, agentId, [{ role, state: 'ringing', number }]), state: 'dialing' };
  putCall(state, placed, 'dialing');
  followCalls(state, agentId);
  const other = placed.legs[1]!;
  return peerAgent === undefined
    ? ring(state, placed, other)
    : connectAgents(state, placed, other, peerAgent, 'internal');
}

/** Hands the call on: at once, or after talking to whoever it goes to while the customer waits. */
export function transfer(state: OrgState, call: KeptCall, target: unknown, kind: unknown): KeptCall {
  mustBe(call, 'connected');
  if (kind !== 'blind' && kind !== 'consulted') throw new Refusal('bad-request', 'kind must be blind or consulted');
  const { number, peerAgent, queue } = resolve(state, target);
  if (peerAgent === call.agentId) throw new Refusal('invalid-destination', 'That is the agent who hands on');
  if (kind === 'blind') return handOn(state, call, { number, peerAgent, queue });
  if (queue !== undefined && peerAgent === undefined)
    throw new Refusal('invalid-destination', 'Nobody of that queue is available to be consulted');
  if (call.legs.some(({ role }) => role === 'third-party'))
    throw new Refusal('wrong-state', 'A third party is there already');
  const customer = call.legs.find(({ role }) => role === 'customer');
  const held = customer ? withLeg(call, customer.legId, { state: 'held' }) : call;
  const legId = legIdOf(call.callId, 'third-party', state.calls.size + call.holds + 1);
  const leg: Leg = { legId, role: 'third-party', state: 'ringing', number };
  const begins = customer?.state === 'connected' ? { heldSince: state.clock.now(), holds: call.holds + 1 } : {};
  const added = putCall(state, { ...held, ...begins, legs: [...held.legs, leg], isMerged: false }, 'leg-added');
  return peerAgent === undefined ? ring(state, added, leg) : connectAgents(state, added, leg, peerAgent, 'consult');
}

function handOn(state: OrgState, call: KeptCall, to: Resolved): KeptCall {
  const number = call.legs.find(({ role }) => role === 'customer')?.number ?? call.from;
  const ended = finish(state, call, { outcome: 'answered', reason: 'Transferred' });
  if (to.peerAgent === undefined && to.queue === undefined) return ended;
  const reportKey = state.nextId('key');
  const next = unplaced(state, {
    ...{
      channel: call.channel,
      direction: 'transfer',
      from: number,
      to: call.to,
      recording: call.recording,
      reportKey
    },
    ...{ interactionKey: call.interactionKey, parentCallId: call.callId, attributes: call.attributes },
    ...(to.queue === undefined ? {} : { queue: to.queue })
  });
  const { from, startedAt } = next;
  const parent = call.reportKey === undefined ? {} : { parentCallKey: call.reportKey };
  void state
    .report(state.orgId, {
      event: 'started',
      callKey: reportKey,
      ...parent,
      from,
      to: next.to,
      initiationMethod: 'Transfer',
      startedAt
    })
    .then((voiceCallId) => offer(state, voiceCallId === undefined ? next : { ...next, voiceCallId }, to.peerAgent));
  return ended;
}

/** A number outside: it answers, is busy, or lets it ring. */
function ring(state: OrgState, call: KeptCall, leg: Leg): KeptCall {
  const behaviour = behaviours[(leg.number ?? '').replaceAll(/\D/g, '').slice(-4)];
  const { callId } = call;
  if (behaviour === 'silent') return call;
  setTimer(state, `answer ${callId}`, state.settings.answerMs, () =>
    behaviour === 'busy' ? notReached(state, callId, leg.legId) : answer(state, callId, leg.legId)
  );
  return call;
}

/** The other side picks up. */
export function answer(state: OrgState, callId: string, legId: string): KeptCall | undefined {
  const call = state.calls.get(callId);
  const leg = call?.legs.find((each) => each.legId === legId);
  if (!call || leg?.state !== 'ringing') return undefined;
  const at = iso(state.clock);
  const joined = withLeg(call, legId, { state: 'connected', joinedAt: at });
  if (call.state !== 'dialing') return putCall(state, joined, 'leg-connected');
  const self = withLeg(joined, `${callId}-agent`, { state: 'connected', joinedAt: at });
  return putCall(state, { ...self, state: 'connected', answeredAt: at, outcome: 'answered' }, 'connected');
}

function notReached(state: OrgState, callId: string, legId: string): void {
  const call = state.calls.get(callId);
  if (!call) return;
  if (call.state === 'dialing') finish(state, call, { outcome: 'failed', reason: 'The line is busy' });
  else leave(state, call, legId);
}

function connectAgents(
  state: OrgState,
  call: KeptCall,
  leg: Leg,
  agentId: string,
  direction: 'internal' | 'consult'
): KeptCall {
  const self = agentOf(state, call.agentId).agent;
  const { channel, interactionKey, callId: parentCallId, attributes } = call;
  const number = self.extension ?? self.agentId;
  const theirs = unplaced(state, {
    channel,
    direction,
    from: number,
    to: leg.number ?? agentId,
    interactionKey,
    parentCallId,
    attributes
  });
  const { callId } = offer(state, theirs, agentId);
  const placed = state.calls.get(callId!)!;
  state.calls.set(callId!, { ...placed, peers: { [placed.legs[1]!.legId]: call.callId } });
  const linked = { ...call, peers: { ...call.peers, [leg.legId]: callId! } };
  state.calls.set(call.callId, linked);
  return linked;
}

type Resolved = { readonly number: string; readonly peerAgent?: string; readonly queue?: string };

function resolve(state: OrgState, target: unknown): Resolved {
  const { kind, id, number } = (target ?? {}) as Partial<Record<string, unknown>>;
  if (kind === 'number' && typeof number === 'string') return { number: reachable(state, number) };
  if (kind === 'agent' && typeof id === 'string') return agentTarget(state, id);
  if (kind === 'queue' && typeof id === 'string') {
    const members = [...state.agents.values()].filter(({ queues }) => queues.includes(id));
    if (members.length === 0) throw new Refusal('invalid-destination', `There is no queue ${id}`);
    const free = members.find(({ presence }) => presence.kind === 'available')?.agent.agentId;
    return { number: id, queue: id, ...(free === undefined ? {} : { peerAgent: free }) };
  }
  if (kind === 'contact' && typeof id === 'string') return { number: reachable(state, contactOf(id).number) };
  throw new Refusal('bad-request', 'A target is a number, an agent, a queue or a contact');
}

function agentTarget(state: OrgState, id: string): Resolved {
  const known = agentOf(state, id);
  if (known.presence.kind === 'offline') throw new Refusal('invalid-destination', `${id} is offline`);
  return { number: known.agent.extension ?? id, peerAgent: id };
}

function reachable(state: OrgState, number: string): string {
  const digits = number.replaceAll(/[^\d]/g, '');
  if (digits.length < 2 || digits.length > 18 || !/^[+\d ().*#-]+$/.test(number))
    throw new Refusal('invalid-destination', `${number} is no phone number`);
  const extension = [...state.agents.values()].find(({ agent }) => agent.extension === number);
  if (!extension && behaviours[digits.slice(-4)] === 'unknown')
    throw new Refusal('invalid-destination', `${number} does not exist`);
  return number;
}
