/** What an agent's page is told. Times are ISO 8601, durations whole seconds; README.md says what travels when. */
export type Channel = 'phone' | 'chat' | 'voicemail' | 'sms';

export type Presence = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'available' | 'busy' | 'break' | 'offline';
};
export type Agent = { readonly agentId: string; readonly name: string; readonly extension?: string };

export type Leg = {
  readonly legId: string;
  readonly role: 'agent' | 'customer' | 'third-party' | 'supervisor';
  readonly state: 'ringing' | 'connected' | 'held' | 'ended';
  readonly number?: string;
  readonly name?: string;
  readonly joinedAt?: string;
  /** The others do not hear this party. */
  readonly isMuted?: true;
  /** Is in the conversation as soon as they answer. */
  readonly joinsAtOnce?: true;
};

export type Call = {
  readonly callId: string;
  readonly channel: Channel;
  readonly direction: 'inbound' | 'outbound' | 'internal' | 'callback' | 'transfer' | 'consult';
  /** A campaign's: one that the agent looks at before they dial, or one that was dialled already. */
  readonly dialer?: 'preview' | 'progressive';
  readonly state: 'ringing' | 'dialing' | 'connected' | 'wrap-up' | 'ended';
  readonly from: string;
  readonly to: string;
  readonly queue?: string;
  readonly legs: readonly Leg[];
  readonly isMuted: boolean;
  readonly isMerged: boolean;
  readonly recording: 'running' | 'paused' | 'off';
  readonly startedAt: string;
  readonly answeredAt?: string;
  readonly endedAt?: string;
  readonly holdSeconds: number;
  readonly outcome?: 'answered' | 'missed' | 'abandoned' | 'declined' | 'voicemail' | 'failed';
  readonly reason?: string;
  readonly voiceCallId?: string;
  readonly parentCallId?: string;
  readonly interactionKey: string;
  /** Who listens in: on the listening supervisor's own call, and once they barged in on the call that is listened to. */
  readonly supervision?: { readonly state: 'offered' | 'listening' | 'barged-in'; readonly agent: Agent };
  readonly recordingUrl?: string;
  readonly text?: string;
  /** A page of the agent's finished the wrap-up, and keeps what was written. */
  readonly isWrapUpDone?: true;
  readonly attributes: Readonly<Record<string, string>>;
};

export type CallChange =
  | 'offered'
  | 'dialing'
  | 'connected'
  | 'updated'
  | 'leg-added'
  | 'leg-connected'
  | 'leg-removed'
  | 'muted'
  | 'held'
  | 'merged'
  | 'recording'
  | 'supervision'
  | 'wrap-up'
  | 'ended';

export type Queue = {
  readonly id: string;
  readonly name: string;
  readonly waiting: number;
  readonly longestWaitSeconds: number;
  readonly agentsAvailable: number;
  readonly agentsTotal: number;
};
export type AgentPresence = {
  readonly agent: Agent;
  readonly presence: Presence;
  readonly since: string;
  /** What this agent talks about; only supervisors are told. */
  readonly call?: WatchedCall;
};
/** A call as a supervisor sees it before and while they listen; `supervision` is what they do with it. */
export type WatchedCall = {
  readonly callId: string;
  readonly number: string;
  readonly since: string;
  readonly supervision?: 'listening' | 'barged-in';
};
export type AudioChannel = {
  readonly packets: number;
  readonly packetsLost: number;
  readonly jitterMs: number;
  readonly roundTripMs: number;
};

/** Whom a message is for. */
export type Addressee =
  { readonly kind: 'everybody' } | { readonly kind: 'queue' | 'agent'; readonly id: string; readonly name: string };
/** A message to an agent who has not read it yet; `from` is its author's name. */
export type AgentMessage = {
  readonly messageId: string;
  readonly text: string;
  readonly isImportant: boolean;
  readonly from: string;
  readonly sentAt: string;
  readonly until?: string;
};
/** The same as supervisors see it, with everybody whom it is for. */
export type SentMessage = AgentMessage & {
  /** The author's own id of it. */
  readonly requestId: string;
  readonly to: Addressee;
  readonly readers: readonly { readonly name: string; readonly readAt?: string }[];
};

export type Snapshot = {
  readonly agent: Agent;
  readonly presence: Presence;
  readonly presences: readonly Presence[];
  readonly calls: readonly Call[];
  readonly queues: readonly Queue[];
  readonly others: readonly AgentPresence[];
  readonly abilities: Readonly<Record<string, boolean>>;
  /** Calls of the last ten minutes that are over. */
  readonly endedCalls: readonly Call[];
  /** Messages that this agent has not read, the oldest first. */
  readonly messages: readonly AgentMessage[];
  /** For supervisors alone: every message that holds. */
  readonly sentMessages?: readonly SentMessage[];
};

export type AgentEvent =
  | { readonly type: 'call'; readonly change: CallChange; readonly call: Call }
  | { readonly type: 'presence'; readonly presence: Presence; readonly by: 'rep' | 'phone-system' }
  | { readonly type: 'queues'; readonly queues: readonly Queue[] }
  | { readonly type: 'others'; readonly others: readonly AgentPresence[] }
  | { readonly type: 'audio'; readonly callId: string; readonly input: AudioChannel; readonly output: AudioChannel }
  | { readonly type: 'audio-ended'; readonly callId: string }
  | { readonly type: 'messages'; readonly messages: readonly AgentMessage[] }
  | { readonly type: 'sent-messages'; readonly sentMessages: readonly SentMessage[] }
  | { readonly type: 'message'; readonly text: string; readonly attributes: Readonly<Record<string, string>> };

export type Target =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'agent' | 'queue' | 'contact'; readonly id: string };

/** What was asked cannot be done; `code` is one of README.md's. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
