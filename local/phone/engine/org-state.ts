import { type Clock } from './clock';
import { type KeptMessage } from './kept-message';
import { Refusal, type Agent, type AgentEvent, type Call, type CallChange, type Presence } from './shapes';

export const presences: readonly Presence[] = [
  { id: 'available', name: 'Available', kind: 'available' },
  { id: 'busy', name: 'On a call', kind: 'busy' },
  { id: 'break', name: 'Break', kind: 'break' },
  { id: 'lunch', name: 'Lunch', kind: 'break' },
  { id: 'offline', name: 'Working offline', kind: 'offline' }
];

export type KnownAgent = {
  readonly agent: Agent;
  readonly queues: readonly string[];
  readonly isSupervisor: boolean;
  readonly presence: Presence;
  readonly since: number;
  /** Takes effect when the last call is over. */
  readonly pending?: Presence;
};

/** A call as one agent has it, with what only the system needs. */
export type KeptCall = Call & {
  readonly agentId: string;
  readonly heldSince?: number;
  readonly holds: number;
  /** The other agent's call behind a third-party leg, by leg. */
  readonly peers: Readonly<Record<string, string>>;
  /** Who was offered it before. */
  readonly tried: readonly string[];
  /** Under which key servers were told of it; absent when nobody was told. */
  readonly reportKey?: string;
  /** The same of the call that this one was handed on from. */
  readonly parentReportKey?: string;
};

export type Waiting = {
  readonly id: string;
  readonly queue: string;
  readonly since: number;
  readonly call: Unplaced;
};

/** A call that no agent has yet. */
export type Unplaced = Omit<KeptCall, 'callId' | 'agentId' | 'legs' | 'state'>;

/** Tells servers; settles with Salesforce's id of the call, when they have one. */
export type Report = (orgId: string, report: CallReport) => Promise<string | undefined>;
export type CallReport = {
  readonly event: 'started' | 'ended';
  readonly callKey: string;
  readonly parentCallKey?: string;
  readonly from: string;
  readonly to: string;
  /** `Outbound`: Salesforce makes its record by itself, also of a callback, and is told of the end alone. */
  readonly initiationMethod: 'Inbound' | 'Transfer' | 'Outbound';
  readonly startedAt: string;
  readonly callOrigin?: 'Preview' | 'Progressive' | 'Voicemail';
  readonly endedAt?: string;
  readonly holdSeconds?: number;
  readonly holds?: number;
  readonly recordingUrl?: string;
};

/** Whom a flow of Salesforce names, in the ids of this system. */
export type FlowTarget = { readonly kind: 'agent' | 'queue'; readonly id: string };

/** Runs flows of Salesforce, each for a call by the key that servers know it by. */
export type Flows = {
  /** Refuses with a {@link Refusal} when Salesforce names nobody, or does not answer. */
  readonly run: (orgId: string, callKey: string, flow: string) => Promise<FlowTarget>;
  /** Nobody takes the call as it was routed. */
  readonly forget: (orgId: string, callKey: string) => void;
};

export type OrgState = {
  readonly clock: Clock;
  readonly orgId: string;
  readonly agents: Map<string, KnownAgent>;
  readonly calls: Map<string, KeptCall>;
  readonly waiting: Map<string, Waiting>;
  /** Calls that are over, the oldest first: for who was away at the end, and for their recordings. */
  readonly ended: KeptCall[];
  /** Messages to agents, the oldest first. */
  readonly messages: Map<string, KeptMessage>;
  readonly timers: Map<string, () => void>;
  readonly listeners: Set<(agentId: string, event: AgentEvent) => void>;
  readonly nextId: (prefix: string) => string;
  readonly report: Report;
  readonly flows?: Flows;
  /** What is waited for, by name: it is not begun twice. */
  readonly underWay: Set<string>;
  /** Somebody may be free for what waits; it is looked at when the work at hand is done. */
  readonly serveSoon: () => void;
  readonly settings: PhoneSettings;
};

/** How long things take here, in milliseconds. Who declined or missed a call is asked again after `againMs`. */
export type PhoneSettings = { readonly ringMs: number; readonly answerMs: number; readonly againMs: number };

const mostEnded = 500;
const newsOfEndMs = 600_000;

export function agentOf(state: OrgState, agentId: string): KnownAgent {
  const found = state.agents.get(agentId);
  if (!found) throw new Refusal('invalid-destination', `There is no agent ${agentId}`);
  return found;
}

export function callOf(state: OrgState, agentId: string, callId: unknown): KeptCall {
  const found = typeof callId === 'string' ? state.calls.get(callId) : undefined;
  if (!found || found.agentId !== agentId)
    throw new Refusal('unknown-call', `${agentId} has no call ${String(callId)}`);
  return found;
}

/** Keeps the call as it is now and tells its agent. */
export function putCall(state: OrgState, call: KeptCall, change: CallChange): KeptCall {
  if (call.state === 'ended') {
    state.calls.delete(call.callId);
    state.ended.push(call);
    if (state.ended.length > mostEnded) state.ended.shift();
  } else state.calls.set(call.callId, call);
  tell(state, call.agentId, { type: 'call', change, call: told(state, call) });
  return call;
}

/** The agent's calls that were over in the last ten minutes. */
export function endedLately(state: OrgState, agentId: string): readonly Call[] {
  const since = state.clock.now() - newsOfEndMs;
  return state.ended
    .filter((call) => call.agentId === agentId && Date.parse(call.endedAt ?? call.startedAt) >= since)
    .map((call) => told(state, call));
}

/** Without what only the system needs, and with the time on hold up to now. */
export function told(state: OrgState, call: KeptCall): Call {
  const { agentId: _, heldSince, holds: __, peers: ___, tried: ____, ...rest } = call;
  const { reportKey: _____, parentReportKey: ______, ...shown } = rest;
  const running = heldSince === undefined ? 0 : Math.max(0, Math.round((state.clock.now() - heldSince) / 1000));
  return { ...shown, holdSeconds: shown.holdSeconds + running };
}

export function tell(state: OrgState, agentId: string, event: AgentEvent): void {
  for (const listener of state.listeners) listener(agentId, event);
}

export function callsOf(state: OrgState, agentId: string): readonly KeptCall[] {
  return [...state.calls.values()].filter((call) => call.agentId === agentId);
}

/** Starts or replaces a timer by its name. */
export function setTimer(state: OrgState, name: string, ms: number, work: () => void): void {
  state.timers.get(name)?.();
  state.timers.set(
    name,
    state.clock.after(ms, () => {
      state.timers.delete(name);
      work();
    })
  );
}

/** Stops every timer whose name begins so. */
export function clearTimers(state: OrgState, beginning: string): void {
  for (const name of [...state.timers.keys()]) if (name.startsWith(beginning)) clearTimer(state, name);
}

export function clearTimer(state: OrgState, name: string): void {
  state.timers.get(name)?.();
  state.timers.delete(name);
}
