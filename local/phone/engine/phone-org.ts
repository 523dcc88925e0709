import { randomUUID } from 'node:crypto';
import { type Clock } from './clock';
import { activeCalls, runCommand, type Arguments } from './commands';
import { hangUp, leave } from './finish';
import { abandon, comeIn, serveQueues, type Incoming } from './incoming';
import { customerOf } from './make-call';
import { answer } from './outgoing';
import {
  agentOf,
  othersThan,
  presences,
  putCall,
  tell,
  type KeptCall,
  type OrgState,
  type PhoneSettings,
  type Report
} from './org-state';
import { changePresence, tellEveryone } from './presence';
import { queuesOf } from './queues';
import { Refusal, type AgentEvent, type AudioChannel, type Snapshot } from './shapes';

export type NewAgent = {
  readonly name: string;
  readonly extension?: string;
  readonly queues?: readonly string[];
  readonly isSupervisor?: boolean;
};

/** Everything that one org's agents, customers and people at the controls can do. */
export type PhoneOrg = {
  readonly addAgent: (agentId: string, agent: NewAgent) => void;
  readonly hasAgent: (agentId: string) => boolean;
  readonly command: (agentId: string, command: unknown, given: Arguments) => unknown;
  readonly snapshot: (agentId: string) => Snapshot;
  readonly subscribe: (listener: (agentId: string, event: AgentEvent) => void) => () => void;
  readonly comeIn: (incoming: Incoming) => Promise<{ readonly callId?: string; readonly waitingId?: string }>;
  readonly customer: (callId: string, action: unknown, text: unknown) => void;
  readonly leg: (callId: string, legId: string, action: unknown) => void;
  readonly audio: (
    callId: string,
    statistics: { readonly input: AudioChannel; readonly output: AudioChannel } | 'ended'
  ) => void;
  readonly setPresence: (agentId: string, presenceId: unknown) => void;
  readonly message: (agentId: string, text: string, attributes: Readonly<Record<string, string>>) => void;
  readonly ownerOf: (callId: string) => string;
  readonly describe: () => Readonly<Record<string, unknown>>;
  readonly settings: { answerMs: number; ringMs: number };
  readonly stop: () => void;
};

const abilities = {
  ...{
    mute: true,
    record: true,
    merge: true,
    swap: true,
    blindTransfer: true,
    consult: true,
    digits: true,
    phoneBook: true
  },
  ...{ signedRecordings: true, audioStatistics: true, listenIn: true, bargeIn: true, agentAvailability: true },
  ...{ queueWaitTime: true, pendingPresence: true, chooseDevices: true, deskPhone: true }
};

export function createPhoneOrg(options: {
  readonly orgId: string;
  readonly clock: Clock;
  readonly report: Report;
  readonly settings?: Partial<PhoneSettings>;
}): PhoneOrg {
  const settings = { ringMs: 30_000, answerMs: 300, ...options.settings };
  const state: OrgState = {
    ...{ orgId: options.orgId, clock: options.clock, report: options.report, settings },
    ...{ agents: new Map(), calls: new Map(), waiting: new Map(), timers: new Map(), listeners: new Set() },
    nextId: (prefix) => `${prefix}-${randomUUID()}`
  };
  // Whoever becomes available gets what has waited longest.
  state.listeners.add((_, event) => {
    if (event.type === 'presence' && event.presence.kind === 'available')
      state.clock.after(0, () => serveQueues(state));
  });
  return {
    addAgent: (agentId, { name, extension, queues = [], isSupervisor = false }) => {
      const agent = { agentId, name, ...(extension === undefined ? {} : { extension }) };
      const known = state.agents.get(agentId) ?? {
        presence: presences.find(({ id }) => id === 'break')!,
        since: state.clock.now()
      };
      state.agents.set(agentId, { ...known, agent, queues, isSupervisor });
      tellEveryone(state);
    },
    hasAgent: (agentId) => state.agents.has(agentId),
    command: (agentId, command, given) => runCommand(state, agentId, command, given),
    snapshot: (agentId) => snapshotOf(state, agentId),
    subscribe: (listener) => {
      state.listeners.add(listener);
      return () => void state.listeners.delete(listener);
    },
    comeIn: (incoming) => comeIn(state, incoming),
    customer: (callId, action, text) => customerDoes(state, callId, action, text),
    leg: (callId, legId, action) => legDoes(state, callId, legId, action),
    audio: (callId, statistics) => {
      const { agentId } = mustFind(state, callId);
      tell(
        state,
        agentId,
        statistics === 'ended' ? { type: 'audio-ended', callId } : { type: 'audio', callId, ...statistics }
      );
    },
    setPresence: (agentId, presenceId) => {
      const presence = presences.find(({ id }) => id === presenceId);
      if (!presence) throw new Refusal('invalid-presence', `There is no presence ${String(presenceId)}`);
      changePresence(state, { ...agentOf(state, agentId), pending: undefined }, presence, 'phone-system');
    },
    message: (agentId, text, attributes) =>
      tell(state, agentOf(state, agentId).agent.agentId, { type: 'message', text, attributes }),
    ownerOf: (callId) => mustFind(state, callId).agentId,
    describe: () => ({
      agents: [...state.agents.values()].map(({ agent, ...rest }) => ({
        ...agent,
        ...rest,
        calls: activeCalls(state, agent.agentId)
      })),
      waiting: [...state.waiting.values()].map(({ id, queue, since, call }) => ({
        id,
        queue,
        since,
        from: call.from,
        channel: call.channel
      })),
      queues: queuesOf(state),
      presences
    }),
    settings,
    stop: () => {
      for (const stop of state.timers.values()) stop();
      state.timers.clear();
    }
  };
}

function snapshotOf(state: OrgState, agentId: string): Snapshot {
  const { agent, presence } = agentOf(state, agentId);
  const calls = activeCalls(state, agentId) as Snapshot['calls'];
  return { agent, presence, presences, calls, queues: queuesOf(state), others: othersThan(state, agentId), abilities };
}

/** What somebody outside does on the line. */
function customerDoes(state: OrgState, callId: string, action: unknown, text: unknown): void {
  if (state.waiting.has(callId) && action === 'hang-up') return abandon(state, callId);
  const call = mustFind(state, callId);
  const customer = customerOf(call);
  if (!customer) throw new Refusal('invalid-participant', `${callId} has no customer`);
  if (action === 'hang-up') leave(state, call, customer.legId);
  else if (action === 'answer') answer(state, callId, customer.legId);
  else if (action === 'say' && typeof text === 'string')
    putCall(state, { ...call, text: call.text === undefined ? text : `${call.text}\n${text}` }, 'updated');
  else throw new Refusal('bad-request', 'action must be hang-up, answer or say with a text');
}

function legDoes(state: OrgState, callId: string, legId: string, action: unknown): void {
  const call = mustFind(state, callId);
  if (!call.legs.some((leg) => leg.legId === legId))
    throw new Refusal('invalid-participant', `${callId} has no leg ${legId}`);
  if (action === 'answer') answer(state, callId, legId);
  else if (action === 'hang-up' && legId === `${callId}-agent`) hangUp(state, call);
  else if (action === 'hang-up') leave(state, call, legId);
  else throw new Refusal('bad-request', 'action must be answer or hang-up');
}

function mustFind(state: OrgState, callId: string): KeptCall {
  const call = state.calls.get(callId);
  if (!call) throw new Refusal('unknown-call', `There is no call ${callId}`);
  return call;
}
