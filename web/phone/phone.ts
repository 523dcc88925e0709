import { type RepMessage, type RepMessageDraft, type SentMessage } from '../../core/phone-message/rep-message';
import { type CallChange } from './call-change';
import { type DialOptions, type PhoneTarget, type SwappedLegs, type TransferKind } from './call-wishes';
import { type ContactFilter, type ContactPage } from './contacts';
import { type AudioChannel, type AudioDevice, type DeviceChoice } from './devices';
import { type PhoneQueue } from './queue';
import { type WatchedCall } from './watched-call';

/**
 * What a phone system can do for one rep, whatever its make. The Voice connector and the Open CTI softphone both work over it, and a
 * driver in `drivers` speaks to one make of phone system.
 *
 * A call has legs: the customer, and every further party. Ids are the phone system's own, stable for the life of a call, and the same
 * after a reload. Times are ISO 8601 with a zone, durations whole seconds. Every action is settled when the phone system has answered,
 * and rejects with a {@link PhoneError}; what it changed arrives as an event too, also when another device did it.
 */
export type Phone = {
  /** Opens the connection and settles when the first snapshot is there. A lost connection is opened again by itself. */
  readonly connect: () => Promise<PhoneSnapshot>;
  readonly disconnect: () => Promise<void>;
  /** What is known now, with every active call: what a page needs after a reload. */
  readonly snapshot: () => PhoneSnapshot;
  readonly subscribe: (listener: (event: PhoneEvent) => void) => () => void;

  readonly accept: (callId: string) => Promise<PhoneCall>;
  readonly decline: (callId: string) => Promise<PhoneCall>;
  /** Ends the rep's part, or takes one leg out of the call. */
  readonly end: (callId: string, legId?: string) => Promise<PhoneCall>;
  readonly dial: (target: PhoneTarget, options?: DialOptions) => Promise<PhoneCall>;
  /** Mutes the rep, or one party for everybody. */
  readonly mute: (callId: string, isMuted: boolean, legId?: string) => Promise<PhoneCall>;
  readonly hold: (callId: string, legId: string, isOnHold: boolean) => Promise<PhoneCall>;
  /** Puts one leg on hold and resumes the other; without names, whoever talks and whoever waits change places. */
  readonly swap: (callId: string, legs?: SwappedLegs) => Promise<PhoneCall>;
  /** Joins everybody who has answered in one conversation. */
  readonly conference: (callId: string) => Promise<PhoneCall>;
  /**
   * A blind transfer gives the call away at once. A consulted one adds a leg, and the others wait on hold. One that joins adds a leg to
   * the conversation as soon as it is answered, and nobody waits. A flow of Salesforce names who gets the call, where the phone system has
   * `omniFlow`; while it names nobody the call stays as it is.
   */
  readonly transfer: (callId: string, target: PhoneTarget, kind: TransferKind) => Promise<PhoneCall>;
  readonly sendDigits: (callId: string, digits: string) => Promise<void>;
  readonly record: (callId: string, recording: 'running' | 'paused') => Promise<PhoneCall>;
  /** The rep is done with the call's wrap-up and can be offered the next one. */
  readonly finishWrapUp: (callId: string) => Promise<void>;

  /** Sets the rep's own state in the phone system; `after-call` takes effect when the call ends. */
  readonly setPresence: (presence: PhonePresence, when?: 'now' | 'after-call') => Promise<void>;
  readonly contacts: (filter: ContactFilter) => Promise<ContactPage>;
  /** Where a protected recording can be heard for a while. */
  readonly recordingUrl: (callId: string) => Promise<SignedRecording>;

  /** Listens to another agent's call, by its id. The supervisor gets a call of their own, with that agent as its third party. */
  readonly supervise: (callId: string) => Promise<PhoneCall>;
  /** The supervisor is heard from now on. The id is of either call, theirs or the one that is listened to; so it is to stop. */
  readonly bargeIn: (callId: string) => Promise<PhoneCall>;
  readonly stopSupervising: (callId: string) => Promise<PhoneCall>;

  /** A supervisor writes to reps; the same `requestId` is sent once. */
  readonly sendMessage: (draft: RepMessageDraft) => Promise<SentMessage>;
  /** Takes a message away from everybody, also another supervisor's. */
  readonly withdrawMessage: (messageId: string) => Promise<void>;
  readonly markMessageRead: (messageId: string) => Promise<void>;

  readonly devices: () => Promise<readonly AudioDevice[]>;
  readonly useDevices: (choice: DeviceChoice) => Promise<void>;
};

export type PhoneSnapshot = {
  readonly connection: PhoneConnection;
  readonly agent: PhoneAgent;
  readonly presence: PhonePresence;
  readonly presences: readonly PhonePresence[];
  readonly calls: readonly PhoneCall[];
  /**
   * The rep's calls that were over in the last minutes before this phone connected, the oldest first, each as at its end. No event tells
   * them: a page that was away learns of their end here. What ends later is told by events alone.
   */
  readonly endedCalls: readonly PhoneCall[];
  readonly queues: readonly PhoneQueue[];
  readonly others: readonly AgentPresence[];
  readonly abilities: PhoneAbilities;
  /** What supervisors wrote and this rep has not read, the oldest first. */
  readonly messages: readonly RepMessage[];
  /** Every message that holds: only a supervisor is told, and only a supervisor can send. */
  readonly sentMessages?: readonly SentMessage[];
};

export type PhoneConnection = 'connecting' | 'connected' | 'reconnecting' | 'closed';
export type PhoneAgent = { readonly agentId: string; readonly name: string; readonly extension?: string };

/** `name` is the phone system's own word; `kind` is what it means. */
export type PhonePresence = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'available' | 'busy' | 'break' | 'offline';
};
export type AgentPresence = {
  readonly agent: PhoneAgent;
  readonly presence: PhonePresence;
  readonly since: string;
  /** The call that this agent is in: only a supervisor is told. */
  readonly call?: WatchedCall;
};
/** What this phone system cannot do, a page does not offer. */
export type PhoneAbilities = {
  readonly [
    ability in
      | 'mute'
      | 'record'
      | 'merge'
      | 'swap'
      | 'multiparty'
      | 'blindTransfer'
      | 'consult'
      | 'digits'
      | 'phoneBook'
      | 'signedRecordings'
      | 'audioStatistics'
      | 'listenIn'
      | 'bargeIn'
      | 'agentAvailability'
      | 'queueWaitTime'
      | 'pendingPresence'
      | 'chooseDevices'
      | 'deskPhone'
      | 'omniFlow'
      | 'messages'
  ]: boolean;
};

export type PhoneCall = {
  readonly callId: string;
  readonly channel: 'phone' | 'chat' | 'voicemail' | 'sms';
  readonly direction: 'inbound' | 'outbound' | 'internal' | 'callback' | 'transfer' | 'consult';
  /** A campaign's: `preview` is a callback that the rep looks at before they dial, `progressive` was dialled already. */
  readonly dialer?: 'preview' | 'progressive';
  readonly state: 'ringing' | 'dialing' | 'connected' | 'wrap-up' | 'ended';
  readonly from: string;
  readonly to: string;
  readonly queue?: string;
  readonly legs: readonly PhoneLeg[];
  readonly isMuted: boolean;
  readonly isMerged: boolean;
  readonly recording: 'running' | 'paused' | 'off';
  readonly startedAt: string;
  readonly answeredAt?: string;
  readonly endedAt?: string;
  readonly holdSeconds: number;
  readonly outcome?: 'answered' | 'missed' | 'abandoned' | 'declined' | 'voicemail' | 'failed';
  /** Why it ended, in the phone system's words. */
  readonly reason?: string;
  /** Salesforce's record of the call, when a server has made it; reaches the connector as `voiceCallId`. */
  readonly voiceCallId?: string;
  /** The call that this one was transferred from, and the key that all legs of one interaction share. */
  readonly parentCallId?: string;
  readonly interactionKey: string;
  readonly supervision?: { readonly state: 'offered' | 'listening' | 'barged-in'; readonly agent: PhoneAgent };
  readonly recordingUrl?: string;
  /** Of a chat: what was said so far. */
  readonly text?: string;
  /** A page of the rep's finished the wrap-up: what was written about the call is kept already. */
  readonly isWrapUpDone?: boolean;
  readonly attributes: Readonly<Record<string, string>>;
};

export type PhoneLeg = {
  readonly legId: string;
  /** A `supervisor` has barged in: the agent is not shown who only listens. */
  readonly role: 'agent' | 'customer' | 'third-party' | 'supervisor';
  readonly state: 'ringing' | 'connected' | 'held' | 'ended';
  readonly number?: string;
  readonly name?: string;
  readonly joinedAt?: string;
  /** The others do not hear this party. */
  readonly isMuted?: boolean;
  /** Is called, and is in the conversation as soon as they answer. */
  readonly joinsAtOnce?: boolean;
};

export type SignedRecording = { readonly url: string; readonly durationSeconds: number };

export type PhoneEvent =
  | { readonly type: 'connection'; readonly connection: PhoneConnection }
  /** Every change of a call, with the whole call as it is now. */
  | { readonly type: 'call'; readonly call: PhoneCall; readonly change: CallChange }
  | { readonly type: 'presence'; readonly presence: PhonePresence; readonly by: 'rep' | 'phone-system' }
  | { readonly type: 'queues'; readonly queues: readonly PhoneQueue[] }
  | { readonly type: 'others'; readonly others: readonly AgentPresence[] }
  /** All that this rep has yet to read, and all that supervisors sent. */
  | { readonly type: 'messages'; readonly messages: readonly RepMessage[] }
  | { readonly type: 'sent-messages'; readonly sentMessages: readonly SentMessage[] }
  | { readonly type: 'audio'; readonly callId: string; readonly input: AudioChannel; readonly output: AudioChannel }
  | { readonly type: 'audio-ended'; readonly callId: string }
  /** A word for the rep from the phone system's own people or programs. */
  | { readonly type: 'message'; readonly text: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly type: 'failure'; readonly error: PhoneError };

/** Why the phone system refused or could not be asked. `code` is for programs; `message` is its own words. */
export class PhoneError extends Error {
  constructor(
    readonly code: PhoneErrorCode,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
    this.name = 'PhoneError';
  }
}

export type PhoneErrorCode =
  | 'not-connected'
  | 'not-authorised'
  | 'unknown-call'
  | 'wrong-state'
  | 'invalid-destination'
  | 'invalid-participant'
  | 'invalid-presence'
  | 'microphone-blocked'
  | 'busy'
  | 'not-supported'
  | 'invalid-message'
  | 'unknown-message'
  | 'too-many-messages'
  | 'timed-out'
  | 'failed';
