import { type Interaction } from '../interaction/interaction';

/** One leg of one call by one agent, as the phone system knows it. Times are ISO-8601 in UTC. */
export type ExportedCall = Pick<
  Interaction,
  | 'callKey'
  | 'channel'
  | 'direction'
  | 'startedAt'
  | 'from'
  | 'to'
  | 'queue'
  | 'vendorCallId'
  | 'answeredAt'
  | 'endedAt'
  | 'outcome'
  | 'recordingUrl'
  | 'transcriptUrl'
> & {
  /** Where the export has it, such as `calls.csv:14`. */
  readonly place: string;
  /** The id of the leg or of its call, as the export has it. `callKey` is the key of the log: this id and the agent's. */
  readonly legId: string;
  /** The `VendorCallKey` that the phone system gave Salesforce Voice, where it is not `legId`. */
  readonly voiceKey?: string;
  /** The agent as the phone system names them; nobody took a call without one, and nobody logs it. */
  readonly agent?: string;
  /** Shared by the legs of one conversation. */
  readonly interactionKey?: string;
  readonly holdSeconds?: number;
};

/** What an org has of a call. */
export type HeldLog = {
  readonly id: string;
  readonly objectName: 'Task' | 'VoiceCall';
  /** The user whose log it is. */
  readonly repId: string;
  /** Whether its text goes on in parts, how many of them there are, and how many there should be. */
  readonly parts?: { readonly held: number; readonly wanted: number };
  /** Whether it was saved without a call key, as a vendor's own page saves. */
  readonly isWithoutKey?: boolean;
  /** Whether only the call's id tells that it is of this call: of another rep it is the log of another leg. */
  readonly isByCall?: boolean;
  /** The agent in its key, where only the call's id tells. */
  readonly agent?: string;
  readonly isOpen: boolean;
  readonly answeredAt?: string;
  readonly endedAt?: string;
  readonly outcome?: string;
  readonly recordingUrl?: string;
  readonly transcriptUrl?: string;
};
