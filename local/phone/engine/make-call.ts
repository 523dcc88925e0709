import { iso } from './clock';
import { type KeptCall, type OrgState, type Unplaced } from './org-state';
import { type Leg } from './shapes';

/** What every new call has in common. */
export function unplaced(
  state: OrgState,
  fields: Pick<Unplaced, 'channel' | 'direction' | 'from' | 'to'> & Partial<Unplaced>
): Unplaced {
  return {
    interactionKey: state.nextId('interaction'),
    isMuted: false,
    isMerged: false,
    recording: 'off',
    startedAt: iso(state.clock),
    holdSeconds: 0,
    holds: 0,
    attributes: {},
    peers: {},
    tried: [],
    ...fields
  };
}

export function place(
  state: OrgState,
  call: Unplaced,
  agentId: string,
  others: readonly Omit<Leg, 'legId'>[]
): KeptCall {
  const callId = state.nextId('call');
  const agent = state.agents.get(agentId)!.agent;
  const self: Leg = { legId: `${callId}-agent`, role: 'agent', state: 'ringing', name: agent.name };
  const legs = others.map((leg, index) => ({ ...leg, legId: legIdOf(callId, leg.role, index) }));
  return { ...call, callId, agentId, legs: [self, ...legs], state: 'ringing' };
}

export function legIdOf(callId: string, role: Leg['role'], index: number): string {
  return index === 0 && role !== 'third-party' ? `${callId}-${role}` : `${callId}-${role}-${index}`;
}

export function withLeg(call: KeptCall, legId: string, change: Partial<Leg>): KeptCall {
  return { ...call, legs: call.legs.map((leg) => (leg.legId === legId ? { ...leg, ...change } : leg)) };
}

export function withoutLeg(call: KeptCall, legId: string): KeptCall {
  const { [legId]: _, ...peers } = call.peers;
  return { ...call, peers, legs: call.legs.filter((leg) => leg.legId !== legId) };
}

export const customerOf = (call: KeptCall): Leg | undefined => call.legs.find(({ role }) => role === 'customer');
export const thirdPartyOf = (call: KeptCall): Leg | undefined => call.legs.find(({ role }) => role === 'third-party');

/** Seconds on hold so far, with those that are running. */
export function settleHold(state: OrgState, call: KeptCall): KeptCall {
  if (call.heldSince === undefined) return call;
  const seconds = Math.round((state.clock.now() - call.heldSince) / 1000);
  return { ...call, heldSince: undefined, holdSeconds: call.holdSeconds + Math.max(0, seconds) };
}
