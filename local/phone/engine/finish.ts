import { iso } from './clock';
import { settleHold, withoutLeg } from './make-call';
import { isListeningIn } from './must-be';
import { clearTimer, clearTimers, putCall, type KeptCall, type OrgState } from './org-state';
import { answeredOf, partiesOf } from './parties';
import { followCalls, tellEveryone } from './presence';
import { reportEnd } from './report-call';
import { takeOver } from './take-over';

export type Ending = {
  readonly outcome: NonNullable<KeptCall['outcome']>;
  readonly reason: string;
  /** Somebody else is asked: for servers the call goes on. */
  readonly keepsReport?: boolean;
};

export const isLive = (call: KeptCall): boolean => call.state !== 'wrap-up' && call.state !== 'ended';

/** Ends one agent's call: straight away when it was never answered, otherwise with wrap-up. */
export function finish(state: OrgState, call: KeptCall, { outcome, reason, keepsReport = false }: Ending): KeptCall {
  clearTimer(state, `ring ${call.callId}`);
  clearTimers(state, `answer ${call.callId} `);
  const settled = settleHold(state, call);
  const wrapsUp = settled.answeredAt !== undefined && !isListeningIn(call);
  const endedAt = iso(state.clock);
  const ended: KeptCall = {
    ...settled,
    ...{ state: wrapsUp ? 'wrap-up' : 'ended', outcome, reason, endedAt, peers: {}, isMerged: false },
    legs: settled.legs.map((leg) => ({ ...leg, state: 'ended' })),
    recording: 'off',
    ...(wrapsUp && call.recording !== 'off' ? { recordingUrl: recordingOf(state, call) } : {})
  };
  putCall(state, ended, wrapsUp ? 'wrap-up' : 'ended');
  if (!keepsReport) reportEnd(state, ended, endedAt);
  endSupervisionOf(state, call.callId);
  followCalls(state, call.agentId);
  tellEveryone(state);
  state.serveSoon();
  return ended;
}

/** One party leaves; what that means for the others follows from who is left. */
export function leave(state: OrgState, call: KeptCall, legId: string, reason = 'The other side hung up'): KeptCall {
  const leg = call.legs.find((each) => each.legId === legId);
  if (!leg || !isLive(call)) return call;
  const peer = peerOf(state, call, legId);
  const left = withoutLeg(leg.role === 'customer' ? settleHold(state, call) : call, legId);
  const others = partiesOf(left);
  if (others.length === 0) {
    const unanswered = call.state === 'dialing' ? 'failed' : 'abandoned';
    const ended = finish(state, call, { outcome: call.answeredAt ? 'answered' : unanswered, reason });
    if (peer) partWays(state, peer, call.callId);
    return ended;
  }
  const isMerged = call.isMerged && answeredOf(left).length > 1;
  if (call.isMerged && !isMerged) unmerge(state, left);
  const alone = putCall(state, { ...left, isMerged }, 'leg-removed');
  if (peer) partWays(state, peer, call.callId);
  return alone;
}

/** The agent leaves. Who stays goes on with each other, when an agent is among them; otherwise everybody is done. */
export function hangUp(state: OrgState, call: KeptCall): KeptCall {
  const ended = finish(state, call, { outcome: call.answeredAt ? 'answered' : 'failed', reason: 'The agent hung up' });
  const peers = partiesOf(call).flatMap((leg) => peerOf(state, call, leg.legId) ?? []);
  const heir = peers.find((peer) => peer.state === 'connected') ?? peers[0];
  if (heir && (answeredOf(call).some(({ legId }) => call.peers[legId] !== heir.callId) || peers.length > 1))
    takeOver(state, heir, call);
  else for (const peer of peers) partWays(state, peer, call.callId);
  return ended;
}

/** The agents at the other ends of a call whose agent did not come: their leg here is gone. */
export function partFromAll(state: OrgState, call: KeptCall, reason: string): void {
  for (const id of Object.values(call.peers)) {
    const peer = state.calls.get(id);
    if (peer) partWays(state, peer, call.callId, reason);
  }
}

/** The other agent's call loses the leg that led here. */
function partWays(state: OrgState, peer: KeptCall, callId: string, reason?: string): void {
  const legId = Object.entries(peer.peers).find(([, id]) => id === callId)?.[0];
  if (legId === undefined) return;
  const { [legId]: _, ...peers } = peer.peers;
  leave(state, { ...peer, peers }, legId, reason);
}

/** A conversation of three has become one of two, or of two with one who waits. */
export function unmerge(state: OrgState, call: KeptCall): void {
  for (const id of Object.values(call.peers)) {
    const peer = state.calls.get(id);
    if (peer?.isMerged) putCall(state, { ...peer, isMerged: false }, 'merged');
  }
}

export function peerOf(state: OrgState, call: KeptCall, legId: string): KeptCall | undefined {
  const id = call.peers[legId];
  return id === undefined ? undefined : state.calls.get(id);
}

/** Nobody listens to a call that is over. */
function endSupervisionOf(state: OrgState, watchedId: string): void {
  const own = [...state.calls.values()].filter((call) => isListeningIn(call) && call.parentCallId === watchedId);
  for (const call of own) finish(state, call, { outcome: 'answered', reason: 'The call is over' });
}

const recordingOf = (state: OrgState, call: KeptCall): string =>
  `https://recordings.example.test/${state.orgId}/${call.callId}.wav`;
