/** What is known when a call begins. */
export type CallStart = {
  readonly from: string;
  readonly to: string;
  readonly initiationMethod: 'Inbound' | 'Transfer' | 'Outbound';
  readonly startedAt: string;
  readonly parentCallKey?: string;
  readonly callOrigin?: 'Preview' | 'Progressive' | 'Voicemail';
};

/** What is known when it is over. */
export type CallEnd = {
  readonly endedAt: string;
  readonly holdSeconds?: number;
  readonly holds?: number;
  readonly recordingUrl?: string;
};

/**
 * `wanted`: not in Salesforce yet. `created`: it is, under an id that we know. `unsure`: it may be, and the phone system's key names it
 * from now on. `theirs`: Salesforce's own page makes it, under that key. `refused`: Salesforce does not want it.
 */
export type Creation = 'wanted' | 'created' | 'unsure' | 'theirs' | 'refused';

/** `running`: the call is not over. `unconfirmed`: Salesforce got it, and its answer was lost. */
export type Completion = 'running' | 'wanted' | 'done' | 'unconfirmed' | 'refused';

/** One call as the outbox keeps it. */
export type KeptCall = {
  readonly orgId: string;
  readonly callKey: string;
  readonly start: CallStart;
  readonly end?: CallEnd;
  readonly creation: Creation;
  readonly completion: Completion;
  readonly voiceCallId?: string;
  /** The `jti` of a request that was begun and whose answer nobody has seen. */
  readonly sending?: string;
  /** Tries of the present step that came to nothing. */
  readonly attempts: number;
  /** When there is something to do; absent when there is not. */
  readonly dueAt?: number;
  /** Salesforce's words or a code, of the last thing that went wrong. */
  readonly reason?: string;
  /** Salesforce's words about what it left out when it created the call. */
  readonly problems?: string;
  /** When we heard of the end. */
  readonly endToldAt?: number;
  readonly createdAt: number;
  readonly changedAt: number;
};

/** What stands for the call in maps: a key of the phone system is unique in its org only. */
export const keyOf = ({ orgId, callKey }: Pick<KeptCall, 'orgId' | 'callKey'>): string => `${orgId} ${callKey}`;

export type CallState = 'running' | 'waiting' | 'parked' | 'finished';

/** `parked`: it needs a person, or the end of the call, which is a new chance. `waiting`: it is tried again by itself. */
export function stateOf({ creation, completion, dueAt }: KeptCall): CallState {
  if (completion === 'done' || completion === 'unconfirmed') return 'finished';
  if (completion === 'refused' || (completion === 'running' && creation === 'refused')) return 'parked';
  return dueAt === undefined ? 'running' : 'waiting';
}
