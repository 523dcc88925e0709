import { countHold } from './count-hold';
import { finish, unmerge } from './finish';
import { offer } from './incoming';
import { customerOf, thirdPartyOf, unplaced } from './make-call';
import { isListeningIn, mustBe } from './must-be';
import { putCall, type KeptCall, type OrgState, type Unplaced } from './org-state';
import { hasRoom, mostParties } from './parties';
import { connectAgents, ringOutside } from './outgoing';
import { reportStart } from './report-call';
import { Refusal, type Leg } from './shapes';
import { resolve, resolveToTalk, type Resolved } from './targets';

/** Hands the call on: at once, or after talking to whoever it goes to while the customer waits. */
export function transfer(state: OrgState, call: KeptCall, target: unknown, kind: unknown): KeptCall {
  const customer = mustBeHandedOn(call, kind);
  if (kind === 'blind') return handOn(state, call, customer, resolve(state, target, call.agentId));
  const resolved = resolveToTalk(state, target, call.agentId);
  return kind === 'joins' ? add(state, call, resolved, true) : add(state, putAside(state, call), resolved, false);
}

/** Refuses what cannot be handed on, or has no room for one more; gives the customer. */
export function mustBeHandedOn(call: KeptCall, kind: unknown): Leg {
  mustBe(call, 'connected');
  const customer = customerOf(call);
  if (!customer || isListeningIn(call)) throw new Refusal('wrong-state', `${call.callId} has nobody to hand on`);
  if (kind === 'blind') {
    if (thirdPartyOf(call)) throw new Refusal('wrong-state', 'A third party is there already');
    return customer;
  }
  if (kind !== 'consulted' && kind !== 'joins')
    throw new Refusal('bad-request', 'kind must be blind, consulted or joins');
  if (call.channel !== 'phone') throw new Refusal('not-supported', 'Only a phone call has room for a third party');
  if (!hasRoom(call)) throw new Refusal('wrong-state', `There are ${mostParties} in ${call.callId} already`);
  return customer;
}

/** Everybody waits while the agent asks somebody else. */
function putAside(state: OrgState, call: KeptCall): KeptCall {
  const legs = call.legs.map((leg): Leg =>
    isParty(leg) && leg.state === 'connected' ? { ...leg, state: 'held' } : leg
  );
  if (call.isMerged) unmerge(state, call);
  return { ...countHold(state, call, { ...call, legs }), isMerged: false };
}

function add(state: OrgState, call: KeptCall, { number, peerAgent }: Resolved, joinsAtOnce: boolean): KeptCall {
  const legId = state.nextId(`${call.callId}-third-party`);
  const wish = joinsAtOnce ? { joinsAtOnce } : {};
  const leg: Leg = { legId, role: 'third-party', state: 'ringing', number, ...wish };
  const added = putCall(state, { ...call, legs: [...call.legs, leg] }, 'leg-added');
  return peerAgent === undefined
    ? ringOutside(state, added, leg)
    : connectAgents(state, added, leg, peerAgent, 'consult');
}

const isParty = ({ role }: Leg): boolean => role === 'customer' || role === 'third-party';

function handOn(state: OrgState, call: KeptCall, customer: Leg, to: Resolved): KeptCall {
  const ended = finish(state, call, { outcome: 'answered', reason: 'Transferred' });
  // Whoever is outside is no agent of ours: what becomes of the call is not known here.
  if (to.peerAgent === undefined && to.queue === undefined) return ended;
  const next = { ...handedOn(state, call, customer), ...(to.queue === undefined ? {} : { queue: to.queue }) };
  void reportStart(state, next).then((voiceCallId) =>
    offer(
      state,
      voiceCallId === undefined ? next : { ...next, voiceCallId },
      to.queue === undefined ? to.peerAgent : undefined
    )
  );
  return ended;
}

/** The call that the customer is in once it is handed on, for whoever takes it. */
export function handedOn(state: OrgState, call: KeptCall, customer: Leg): Unplaced {
  const { channel, recording, interactionKey, attributes, text } = call;
  return unplaced(state, {
    ...{ channel, recording, interactionKey, attributes, direction: 'transfer', parentCallId: call.callId },
    ...{ from: customer.number ?? call.from, to: call.to, tried: [call.agentId] },
    ...(channel === 'phone' ? { reportKey: state.nextId('key') } : {}),
    ...(call.reportKey === undefined ? {} : { parentReportKey: call.reportKey }),
    ...(text === undefined ? {} : { text })
  });
}
