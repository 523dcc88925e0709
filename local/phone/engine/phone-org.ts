import { randomUUID } from 'node:crypto';
import { forgetMessages, messagesFor, sentMessages, tellMessages } from './agent-messages';
import { type Clock } from './clock';
import { activeCalls, runCommand, type Arguments } from './commands';
import { comeIn, serveQueues, welcome, type Incoming, type Offered } from './incoming';
import {
  agentOf,
  endedLately,
  presences,
  setTimer,
  tell,
  type Flows,
  type OrgState,
  type PhoneSettings,
  type Report
} from './org-state';
import { othersThan, tellSupervisors } from './others';
import { customerDoes, legDoes, mustFind } from './outside';
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
  readonly comeIn: (incoming: Incoming) => Promise<Offered>;
  readonly customer: (callId: string, action: unknown, text: unknown) => void;
  readonly leg: (callId: string, legId: string, action: unknown) => void;
  readonly audio: (
    callId: string,
    statistics: { readonly input: AudioChannel; readonly output: AudioChannel } | 'ended'
  ) => void;
  readonly setPresence: (agentId: string, presenceId: unknown) => void;
  readonly message: (agentId: string, text: string, attributes: Readonly<Record<string, string>>) => void;
  /** Takes every message of supervisors away. */
  readonly forgetMessages: () => void;
  readonly ownerOf: (callId: string) => string;
  /** Under which key servers know of the call; refuses when nobody was told of it. */
  readonly keyOf: (callId: string) => string;
  readonly describe: () => Readonly<Record<string, unknown>>;
  readonly settings: { answerMs: number; ringMs: number; againMs: number };
  readonly stop: () => void;
};

const abilities = {
  ...{
    mute: true,
    record: true,
    merge: true,
    swap: true,
    multiparty: true,
    blindTransfer: true,
    consult: true,
    digits: true,
    phoneBook: true
  },
  ...{ signedRecordings: true, audioStatistics: true, listenIn: true, bargeIn: true, agentAvailability: true },
  ...{ queueWaitTime: true, pendingPresence: true, chooseDevices: true, deskPhone: true },
  messages: true
};

export function createPhoneOrg(options: {
  readonly orgId: string;
  readonly clock: Clock;
  readonly report: Report;
  readonly flows?: Flows;
  readonly settings?: Partial<PhoneSettings>;
}): PhoneOrg {
  const settings = { ringMs: 30_000, answerMs: 300, againMs: 10_000, ...options.settings };
  const state: OrgState = {
    ...{ orgId: options.orgId, clock: options.clock, report: options.report, settings },
    ...{ agents: new Map(), calls: new Map(), waiting: new Map(), timers: new Map(), listeners: new Set() },
    ...{ ended: [], messages: new Map(), underWay: new Set() },
    ...(options.flows === undefined ? {} : { flows: options.flows }),
    serveSoon: () => setTimer(state, 'serve', 0, () => serveQueues(state)),
    nextId: (prefix) => `${prefix}-${randomUUID()}`
  };
  // Whoever becomes available gets what has waited longest.
  state.listeners.add((agentId, event) => {
    if (event.type === 'presence' && event.presence.kind === 'available') welcome(state, agentId);
    if (event.type === 'call') tellSupervisors(state, event.change);
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
      if (state.messages.size > 0) tellMessages(state);
      state.serveSoon();
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
    forgetMessages: () => forgetMessages(state),
    ownerOf: (callId) => mustFind(state, callId).agentId,
    keyOf: (callId) => {
      const key = (state.waiting.get(callId)?.call ?? mustFind(state, callId)).reportKey;
      if (key === undefined) throw new Refusal('not-supported', `Servers were not told of ${callId}`);
      return key;
    },
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
  const sent = sentMessages(state, agentId);
  return {
    ...{ agent, presence, presences, calls, abilities: { ...abilities, omniFlow: state.flows !== undefined } },
    ...{ queues: queuesOf(state), others: othersThan(state, agentId), endedCalls: endedLately(state, agentId) },
    ...{ messages: messagesFor(state, agentId), ...(sent ? { sentMessages: sent } : {}) }
  };
}
