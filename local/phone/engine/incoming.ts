import { iso } from './clock';
import { finish } from './finish';
import { place, unplaced } from './make-call';
import { agentOf, clearTimer, putCall, setTimer, type KeptCall, type OrgState, type Unplaced } from './org-state';
import { tellEveryone } from './presence';
import { nextAgent } from './queues';
import { Refusal, type Channel } from './shapes';

export type Incoming = {
  readonly channel: Channel;
  readonly from: string;
  readonly to: string;
  readonly queue?: string;
  readonly agent?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly start?: {
    readonly isMuted?: boolean;
    readonly isOnHold?: boolean;
    readonly recording?: KeptCall['recording'];
  };
};

/** Somebody calls or writes. Settles when an agent's phone rings, or when there is nobody and it waits. */
export async function comeIn(
  state: OrgState,
  incoming: Incoming
): Promise<{ readonly callId?: string; readonly waitingId?: string }> {
  const { channel, from, to, queue, agent, attributes = {}, text, start } = incoming;
  if (agent !== undefined) agentOf(state, agent);
  else if (queue === undefined) throw new Refusal('bad-request', 'An interaction needs a queue or an agent');
  const reportKey = channel === 'phone' ? state.nextId('key') : undefined;
  const startedAt = iso(state.clock);
  const voiceCallId =
    reportKey === undefined
      ? undefined
      : await state.report(state.orgId, {
          event: 'started',
          callKey: reportKey,
          from,
          to,
          initiationMethod: 'Inbound',
          startedAt
        });
  const call = unplaced(state, {
    ...{ channel, direction: 'inbound', from, to, startedAt, attributes, reportKey },
    ...(queue === undefined ? {} : { queue }),
    ...(text === undefined ? {} : { text }),
    ...(voiceCallId === undefined ? {} : { voiceCallId }),
    recording: start?.recording ?? (channel === 'phone' ? 'running' : 'off'),
    isMuted: start?.isMuted ?? false,
    ...(start?.isOnHold ? { heldSince: state.clock.now(), holds: 1 } : {})
  });
  return offer(state, call, agent);
}

/** Rings an agent: the one that is named, the next of the queue, or nobody yet. */
export function offer(
  state: OrgState,
  call: Unplaced,
  agentId?: string
): { readonly callId?: string; readonly waitingId?: string } {
  const next = agentId ?? nextAgent(state, call.queue ?? '', call.tried);
  if (next === undefined) return waitInLine(state, call);
  const role = call.direction === 'internal' || call.direction === 'consult' ? 'third-party' : 'customer';
  const placed = place(state, { ...call, tried: [...call.tried, next] }, next, [
    { role, state: call.heldSince === undefined ? 'connected' : 'held', number: call.from }
  ]);
  putCall(state, placed, 'offered');
  if (call.channel !== 'voicemail')
    setTimer(state, `ring ${placed.callId}`, state.settings.ringMs, () => refuse(state, placed.callId, 'missed'));
  tellEveryone(state);
  return { callId: placed.callId };
}

/** The agent declined, or did not answer: the next one is asked, or it waits again. */
export function refuse(state: OrgState, callId: string, outcome: 'declined' | 'missed'): KeptCall | undefined {
  const call = state.calls.get(callId);
  if (call?.state !== 'ringing') return undefined;
  clearTimer(state, `ring ${callId}`);
  const again = call.queue !== undefined && call.direction !== 'internal' && call.direction !== 'consult';
  const ended = finish(state, call, { outcome, reason: outcome, keepsReport: again });
  if (again) {
    const { agentId: _, callId: __, legs: ___, state: ____, ...rest } = call;
    offer(state, rest);
  }
  return ended;
}

function waitInLine(state: OrgState, call: Unplaced): { readonly waitingId: string } {
  const id = state.nextId('waiting');
  state.waiting.set(id, { id, queue: call.queue ?? '', since: Date.parse(call.startedAt), call });
  tellEveryone(state);
  return { waitingId: id };
}

/** Offers what waits to whoever became available; the oldest first. */
export function serveQueues(state: OrgState): void {
  for (const waiting of [...state.waiting.values()].sort((one, other) => one.since - other.since)) {
    const call = { ...waiting.call, tried: [] };
    const next = nextAgent(state, waiting.queue);
    if (next === undefined) continue;
    state.waiting.delete(waiting.id);
    offer(state, call, next);
  }
}

/** The customer leaves before anybody answered. */
export function abandon(state: OrgState, waitingId: string): void {
  const waiting = state.waiting.get(waitingId);
  if (!waiting) throw new Refusal('unknown-call', `Nobody waits as ${waitingId}`);
  state.waiting.delete(waitingId);
  const { reportKey, from, to, startedAt } = waiting.call;
  if (reportKey !== undefined) {
    const initiationMethod = 'Inbound';
    void state.report(state.orgId, {
      event: 'ended',
      callKey: reportKey,
      from,
      to,
      initiationMethod,
      startedAt,
      endedAt: iso(state.clock)
    });
  }
  tellEveryone(state);
}
