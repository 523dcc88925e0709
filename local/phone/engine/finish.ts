import { iso } from './clock';
import { customerOf, settleHold, thirdPartyOf, withLeg, withoutLeg } from './make-call';
import { clearTimer, putCall, type KeptCall, type OrgState } from './org-state';
import { followCalls, tellEveryone } from './presence';

/** Ends one agent's call: straight away when it was never answered, otherwise with wrap-up. */
export function finish(
  state: OrgState,
  call: KeptCall,
  {
    outcome,
    reason,
    keepsReport = false
  }: { outcome: NonNullable<KeptCall['outcome']>; reason: string; keepsReport?: boolean }
): KeptCall {
  clearTimer(state, `ring ${call.callId}`);
  clearTimer(state, `answer ${call.callId}`);
  const settled = settleHold(state, call);
  const wrapsUp = settled.answeredAt !== undefined && settled.supervision === undefined;
  const ended: KeptCall = {
    ...settled,
    state: wrapsUp ? 'wrap-up' : 'ended',
    outcome,
    reason,
    endedAt: iso(state.clock),
    legs: settled.legs.map((leg) => ({ ...leg, state: 'ended' })),
    recording: 'off',
    ...(wrapsUp && call.recording !== 'off' ? { recordingUrl: recordingOf(state, call) } : {})
  };
  putCall(state, ended, wrapsUp ? 'wrap-up' : 'ended');
  if (!keepsReport) reportEnd(state, ended);
  endSupervisionOf(state, call.callId);
  followCalls(state, call.agentId);
  tellEveryone(state);
  return ended;
}

/** One party leaves; what that means for the others follows from who is left. */
export function leave(state: OrgState, call: KeptCall, legId: string): KeptCall {
  const leg = call.legs.find((each) => each.legId === legId);
  const peer = peerOf(state, call, legId);
  const left = withoutLeg(call, legId);
  const others = left.legs.filter(({ role }) => role === 'customer' || role === 'third-party');
  if (others.length === 0 || leg === undefined) {
    const ended = finish(state, call, {
      outcome: call.answeredAt ? 'answered' : 'abandoned',
      reason: 'The other side hung up'
    });
    if (peer) partWays(state, peer, call.callId);
    return ended;
  }
  const alone = { ...left, isMerged: others.length > 1 && call.isMerged };
  putCall(state, alone, 'leg-removed');
  if (peer) partWays(state, peer, call.callId);
  return alone;
}

/** The agent leaves. In a consulted transfer those who stay are connected with each other; otherwise everybody is done. */
export function hangUp(state: OrgState, call: KeptCall): KeptCall {
  const customer = customerOf(call);
  const third = thirdPartyOf(call);
  const peer = third === undefined ? undefined : peerOf(state, call, third.legId);
  const ended = finish(state, call, { outcome: call.answeredAt ? 'answered' : 'failed', reason: 'The agent hung up' });
  if (!peer) return ended;
  if (customer && peer.state === 'connected') takeOver(state, peer, call, customer.number ?? call.from);
  else if (customer && peer.state === 'ringing') takeOver(state, peer, call, customer.number ?? call.from);
  else partWays(state, peer, call.callId);
  return ended;
}

/** The consulted agent is left with the customer. */
function takeOver(state: OrgState, peer: KeptCall, from: KeptCall, number: string): void {
  const legId = Object.entries(peer.peers).find(([, callId]) => callId === from.callId)?.[0];
  if (legId === undefined) return;
  const customer = { role: 'customer' as const, state: 'connected' as const, number, joinedAt: iso(state.clock) };
  const changed = { ...withLeg(peer, legId, customer), peers: {}, direction: 'transfer' as const, isMerged: false };
  putCall(state, changed, peer.state === 'connected' ? 'leg-connected' : 'updated');
}

/** The other agent's call loses the leg that led here. */
function partWays(state: OrgState, peer: KeptCall, callId: string): void {
  const legId = Object.entries(peer.peers).find(([, id]) => id === callId)?.[0];
  if (legId === undefined) return;
  const { [legId]: _, ...peers } = peer.peers;
  leave(state, { ...peer, peers }, legId);
}

export function peerOf(state: OrgState, call: KeptCall, legId: string): KeptCall | undefined {
  const id = call.peers[legId];
  return id === undefined ? undefined : state.calls.get(id);
}

/** Nobody listens to a call that is over. */
function endSupervisionOf(state: OrgState, watchedId: string): void {
  const own = [...state.calls.values()].filter((call) => call.supervision && call.parentCallId === watchedId);
  for (const call of own) finish(state, call, { outcome: 'answered', reason: 'The call is over' });
}

function reportEnd(state: OrgState, call: KeptCall): void {
  if (call.reportKey === undefined) return;
  void state.report(state.orgId, {
    event: 'ended',
    callKey: call.reportKey,
    from: call.from,
    to: call.to,
    initiationMethod: call.direction === 'transfer' ? 'Transfer' : 'Inbound',
    startedAt: call.startedAt,
    ...(call.endedAt === undefined ? {} : { endedAt: call.endedAt }),
    holdSeconds: call.holdSeconds,
    holds: call.holds,
    ...(call.recordingUrl === undefined ? {} : { recordingUrl: call.recordingUrl })
  });
}

const recordingOf = (state: OrgState, call: KeptCall): string =>
  `https://recordings.example.test/${state.orgId}/${call.callId}.wav`;
