import { iso } from './clock';
import { finish, partFromAll } from './finish';
import { place, unplaced } from './make-call';
import { agentOf, clearTimer, putCall, setTimer, type KeptCall, type OrgState, type Unplaced } from './org-state';
import { tellEveryone } from './presence';
import { nextAgent } from './queues';
import { isMadeByPage, reportEnd, reportStart } from './report-call';
import { Refusal, type Channel } from './shapes';

export type Incoming = {
  readonly channel: Channel;
  readonly from: string;
  readonly to: string;
  readonly queue?: string;
  readonly agent?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  /** Somebody wants to be called back: whoever accepts it calls them. */
  readonly isCallback?: boolean;
  /** Of a campaign; a preview is a wish to be called back that nobody had. */
  readonly dialer?: 'preview' | 'progressive';
  readonly start?: {
    readonly isMuted?: boolean;
    readonly isOnHold?: boolean;
    readonly recording?: KeptCall['recording'];
  };
};

/** Where something that came in is now. */
export type Offered = { readonly callId?: string; readonly waitingId?: string };

/** Somebody calls or writes. Settles when an agent's phone rings, or when there is nobody and it waits. */
export async function comeIn(state: OrgState, incoming: Incoming): Promise<Offered> {
  const { channel, from, to, queue, agent, attributes = {}, text, start, dialer } = incoming;
  const isCallback = incoming.isCallback === true || dialer === 'preview';
  if (isCallback && channel !== 'phone') throw new Refusal('bad-request', 'Only a phone call can be called back');
  if (dialer !== undefined && channel !== 'phone') throw new Refusal('bad-request', 'Only a phone call is dialled');
  if (agent !== undefined) agentOf(state, agent);
  else if (queue === undefined) throw new Refusal('bad-request', 'An interaction needs a queue or an agent');
  const call = unplaced(state, {
    ...{ channel, direction: isCallback ? 'callback' : 'inbound', from, to, attributes },
    ...(dialer === undefined ? {} : { dialer }),
    // Of a callback Salesforce's page makes a record for each agent to whom it is offered.
    ...((channel === 'phone' && incoming.isCallback !== true) || channel === 'voicemail'
      ? { reportKey: state.nextId('key') }
      : {}),
    ...(queue === undefined ? {} : { queue }),
    ...(text === undefined ? {} : { text }),
    recording: start?.recording ?? (channel === 'phone' ? 'running' : 'off'),
    isMuted: start?.isMuted ?? false,
    ...(start?.isOnHold ? { heldSince: state.clock.now(), holds: 1 } : {})
  });
  const voiceCallId = await reportStart(state, call);
  return offer(state, voiceCallId === undefined ? call : { ...call, voiceCallId }, agent);
}

/** Rings an agent: the one that is named, the next of the queue, or nobody yet. */
export function offer(state: OrgState, call: Unplaced, agentId?: string): Offered {
  const next = agentId ?? nextAgent(state, call.queue ?? '', call.tried);
  return next === undefined ? waitInLine(state, call) : { callId: ring(state, call, next).callId };
}

/** Rings this agent. */
export function ring(state: OrgState, call: Unplaced, agentId: string): KeptCall {
  const isBetweenAgents = call.direction === 'internal' || call.direction === 'consult';
  const offered = place(state, { ...call, tried: [...call.tried, agentId] }, agentId, [
    {
      role: isBetweenAgents ? 'third-party' : 'customer',
      state: call.direction === 'callback' ? 'ringing' : call.heldSince === undefined ? 'connected' : 'held',
      number: call.from
    }
  ]);
  const isByPage = isMadeByPage(offered);
  const placed: KeptCall = isByPage ? { ...offered, reportKey: offered.callId } : offered;
  putCall(state, placed, 'offered');
  if (isByPage) void reportStart(state, placed);
  if (call.channel !== 'voicemail')
    setTimer(state, `ring ${placed.callId}`, state.settings.ringMs, () => refuse(state, placed.callId, 'missed'));
  tellEveryone(state);
  return placed;
}

/** The agent declined, or did not answer: the next one is asked, or it waits again; an agent who called is told. */
export function refuse(state: OrgState, callId: string, outcome: 'declined' | 'missed'): KeptCall | undefined {
  const call = state.calls.get(callId);
  if (call?.state !== 'ringing') return undefined;
  const again = call.queue !== undefined && Object.keys(call.peers).length === 0;
  const keepsReport = again && !isMadeByPage(call);
  const ended = finish(state, call, { outcome, reason: outcome, keepsReport });
  partFromAll(state, call, outcome === 'declined' ? 'The other side declined' : 'The other side did not answer');
  if (again) {
    const { agentId: _, callId: __, legs: ___, state: ____, reportKey, ...rest } = call;
    offer(state, keepsReport && reportKey !== undefined ? { ...rest, reportKey } : rest);
  }
  return ended;
}

function waitInLine(state: OrgState, call: Unplaced): { readonly waitingId: string } {
  const id = state.nextId('waiting');
  state.waiting.set(id, { id, queue: call.queue ?? '', since: Date.parse(call.startedAt), call });
  if (call.tried.length > 0) setTimer(state, `again ${id}`, state.settings.againMs, () => askEveryone(state, id));
  tellEveryone(state);
  return { waitingId: id };
}

/** Nobody else came: those who declined or missed it are asked again. */
function askEveryone(state: OrgState, waitingId: string): void {
  const waiting = state.waiting.get(waitingId);
  if (!waiting) return;
  state.waiting.set(waitingId, { ...waiting, call: { ...waiting.call, tried: [] } });
  serveQueues(state);
}

/** Who says that they are available is asked for everything, also for what they declined before. */
export function welcome(state: OrgState, agentId: string): void {
  for (const [id, waiting] of state.waiting) {
    const tried = waiting.call.tried.filter((each) => each !== agentId);
    state.waiting.set(id, { ...waiting, call: { ...waiting.call, tried } });
  }
  state.serveSoon();
}

/** Offers what waits to whoever is free; the oldest first. */
export function serveQueues(state: OrgState): void {
  for (const { id, queue, call } of [...state.waiting.values()].sort((one, other) => one.since - other.since)) {
    const next = nextAgent(state, queue, call.tried);
    if (next === undefined) continue;
    state.waiting.delete(id);
    clearTimer(state, `again ${id}`);
    ring(state, call, next);
  }
}

/** The customer leaves before anybody answered. */
export function abandon(state: OrgState, waitingId: string): void {
  const waiting = state.waiting.get(waitingId);
  if (!waiting) throw new Refusal('unknown-call', `Nobody waits as ${waitingId}`);
  state.waiting.delete(waitingId);
  clearTimer(state, `again ${waitingId}`);
  reportEnd(state, waiting.call, iso(state.clock));
  tellEveryone(state);
}
