import type { WireCall } from './call-shape';

/** One party of the rep's conversation, as the connector last told of it. */
export type Party = {
  readonly key: string;
  readonly role: 'customer' | 'third-party' | 'supervised';
  readonly state: 'ringing' | 'dialing' | 'queued' | 'transferring' | 'connected';
  readonly isOnHold: boolean;
  /** Nobody hears this party; whether the rep is muted is a matter of the book. */
  readonly isMuted: boolean;
  readonly call: WireCall;
};

/** Everything that the dialer shows of calls. */
export type CallBook = {
  readonly parties: readonly Party[];
  readonly isMuted: boolean;
  readonly isRecordingPaused: boolean;
  readonly isMerged: boolean;
  /** Calls that ended and whose work afterwards is not done. */
  readonly wrapUp: readonly WireCall[];
  /** Mean opinion scores by call. */
  readonly scores: Readonly<Record<string, number>>;
  /** The supervisor who joined the conversation. */
  readonly bargedInBy?: string;
  readonly isBargedIn: boolean;
};

/** No call. */
export const emptyBook: CallBook = {
  parties: [],
  isMuted: false,
  isRecordingPaused: false,
  isMerged: false,
  wrapUp: [],
  scores: {},
  isBargedIn: false
};

/** The party that called, or was called, first. */
export const customerOf = ({ parties }: CallBook): Party | undefined => parties.find(({ role }) => role === 'customer');

/** A further party of the conversation. */
export const thirdPartyOf = (book: CallBook): Party | undefined => thirdPartiesOf(book)[0];

/** All of them, in the order in which they were called. */
export const thirdPartiesOf = ({ parties }: CallBook): readonly Party[] =>
  parties.filter(({ role }) => role === 'third-party');

/** Whether it is a question to somebody else, in a call beside the customer's. */
export const isConsult = ({ callType }: WireCall): boolean => (callType ?? '').toLowerCase() === 'consult';

/** Whether the rep placed the call. */
export const isOutbound = ({ callType }: WireCall): boolean =>
  ['outbound', 'dialedcallback', 'consult', 'internalcall'].includes((callType ?? '').toLowerCase());

/** The id of a call, or what stands for it. */
export const keyOf = ({ callId, connectionId, phoneNumber }: WireCall): string =>
  callId ?? connectionId ?? phoneNumber ?? '';
