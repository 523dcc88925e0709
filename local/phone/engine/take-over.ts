import { iso } from './clock';
import { customerOf, legIdOf } from './make-call';
import { putCall, type KeptCall, type OrgState } from './org-state';
import { partiesOf } from './parties';
import { reportStart } from './report-call';
import { type Leg } from './shapes';

/**
 * The agent of `from` left, and `heir`, another agent of that call, goes on with everybody else, or will when they answer. With a customer
 * it is for servers a call of its own. Who is still being called outside is let go.
 */
export function takeOver(state: OrgState, heir: KeptCall, from: KeptCall): void {
  const legId = Object.entries(heir.peers).find(([, callId]) => callId === from.callId)?.[0];
  if (legId === undefined) return;
  const customer = customerOf(from);
  const others = othersFor(state, heir, from);
  const legs = [...(customer ? [customerFor(state, heir, customer.number ?? from.from)] : []), ...others.legs];
  const isMerged = legs.filter(({ state: now }) => now !== 'ringing').length > 1;
  const isReported = customer !== undefined && from.channel === 'phone';
  const taken: KeptCall = {
    ...heir,
    ...(customer ? { from: customer.number ?? from.from, to: from.to, direction: 'transfer' as const } : {}),
    ...{ isMerged, peers: others.peers, recording: from.recording },
    legs: heir.legs.flatMap((leg) => (leg.legId === legId ? legs : [leg])),
    ...(isReported ? { reportKey: state.nextId('key') } : {}),
    ...(isReported && from.reportKey !== undefined ? { parentReportKey: from.reportKey } : {})
  };
  putCall(state, taken, heir.state === 'connected' ? 'leg-connected' : 'updated');
  for (const callId of Object.values(others.peers)) leadTo(state, callId, from.callId, taken);
  void reportStart(state, taken).then((voiceCallId) => {
    const now = state.calls.get(taken.callId);
    if (now && voiceCallId !== undefined) putCall(state, { ...now, voiceCallId }, 'updated');
  });
}

function customerFor(state: OrgState, heir: KeptCall, number: string): Leg {
  const legId = legIdOf(heir.callId, 'customer', 0);
  return { legId, role: 'customer', state: 'connected', number, joinedAt: iso(state.clock) };
}

type Others = { readonly legs: readonly Leg[]; readonly peers: Readonly<Record<string, string>> };

/** The further parties of the call that is left, as the heir has them. */
function othersFor(state: OrgState, heir: KeptCall, from: KeptCall): Others {
  const legs: Leg[] = [];
  const peers: Record<string, string> = {};
  for (const leg of partiesOf(from)) {
    const peerId = from.peers[leg.legId];
    const isLost = leg.state === 'ringing' && peerId === undefined;
    if (leg.role === 'customer' || peerId === heir.callId || isLost) continue;
    const legId = state.nextId(`${heir.callId}-third-party`);
    legs.push({ ...leg, legId, ...(leg.state === 'ringing' ? { joinsAtOnce: true } : { state: 'connected' }) });
    if (peerId !== undefined) peers[legId] = peerId;
  }
  return { legs, peers };
}

/** The call of another agent leads to the heir from now on. */
function leadTo(state: OrgState, callId: string, leftId: string, heir: KeptCall): void {
  const call = state.calls.get(callId);
  const legId = Object.entries(call?.peers ?? {}).find(([, id]) => id === leftId)?.[0];
  if (!call || legId === undefined) return;
  const heirs = heir.legs.find(({ role }) => role === 'agent');
  const legs = call.legs.map((leg) => (leg.legId === legId && heirs?.name ? { ...leg, name: heirs.name } : leg));
  const isMerged = heir.isMerged && call.state === 'connected';
  putCall(state, { ...call, legs, isMerged, peers: { ...call.peers, [legId]: heir.callId } }, 'updated');
}
