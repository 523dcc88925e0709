import { iso } from './clock';
import { legIdOf } from './make-call';
import { putCall, type KeptCall, type OrgState } from './org-state';
import { reportStart } from './report-call';

/** The consulted agent is left with the customer, or will be when they answer: for servers a call of its own. */
export function takeOver(state: OrgState, peer: KeptCall, from: KeptCall, number: string): void {
  const legId = Object.entries(peer.peers).find(([, callId]) => callId === from.callId)?.[0];
  if (legId === undefined) return;
  const customer = {
    ...({ legId: legIdOf(peer.callId, 'customer', 0), role: 'customer', state: 'connected', number } as const),
    joinedAt: iso(state.clock)
  };
  const isReported = from.channel === 'phone';
  const taken: KeptCall = {
    ...peer,
    ...{ from: number, to: from.to, direction: 'transfer', isMerged: false, peers: {}, recording: from.recording },
    legs: peer.legs.map((leg) => (leg.legId === legId ? customer : leg)),
    ...(isReported ? { reportKey: state.nextId('key') } : {}),
    ...(from.reportKey === undefined ? {} : { parentReportKey: from.reportKey })
  };
  putCall(state, taken, peer.state === 'connected' ? 'leg-connected' : 'updated');
  void reportStart(state, taken).then((voiceCallId) => {
    const now = state.calls.get(taken.callId);
    if (now && voiceCallId !== undefined) putCall(state, { ...now, voiceCallId }, 'updated');
  });
}
