import type { SessionEnding } from '../../shared/session-wire/session-answer';

/** Why a session that was there is over. */
export type EndReason = Exclude<SessionEnding, 'unknown'>;

/** One session as it is kept. Times are milliseconds of service time; ids are kept as SHA-256 only. */
export type SessionRecord = {
  readonly handle: string;
  readonly orgId: string;
  readonly userId: string;
  readonly userName: string;
  readonly agentName: string;
  readonly callCenter: string;
  readonly address: string;
  readonly userAgent: string;
  /** What the authenticator said of the login, so that one that does not stand any more ends also after a restart. */
  readonly stamp?: string;
  readonly issuedAt: number;
  readonly absoluteEndsAt: number;
  readonly idleEndsAt: number;
  readonly lastActiveAt: number;
  readonly inCall: boolean;
  /** When the scheduler ends it, and why; calls may put it off past both limits. */
  readonly dueAt: number;
  readonly dueReason: 'expired' | 'idle';
  readonly idHash: string;
  readonly rotatedAt: number;
  /** The id before the last rotation. Without an end it is good until the new one was seen in use. */
  readonly previousHash?: string;
  readonly previousEndsAt?: number;
  /** Counts the changes; a change is kept only when nobody else changed the session meanwhile. */
  readonly version: number;
};

export type EndedSession = { readonly record: SessionRecord; readonly reason: EndReason };

/** What every node hears when a session ends. */
export type StoredChange = { readonly handle: string; readonly reason: EndReason };

export type StoreListener = {
  readonly changed: (change: StoredChange) => void;
  /** Changes may have been missed: whoever waits for one should look. */
  readonly missed: () => void;
};

/** What is good once: an attempt, a code, the state of a provider's login; also a device that is known, which may be read often. */
export type TokenKind = 'attempt' | 'code' | 'oidc' | 'device';

/** How many failures are free, and how long the wait after each further one is; everything is forgotten after a while. */
export type ThrottleRule = { readonly waits: readonly number[]; readonly forgetAfter: number };

export type Admission = { readonly admitted: true } | { readonly admitted: false; readonly retryAt: number };

/**
 * What the service remembers, shared by every node. Each operation is whole or did not happen, also when nodes race; each store passes
 * the suite in `store-contract.ts`.
 */
export type SessionStore = {
  readonly addSession: (record: SessionRecord) => Promise<void>;
  /** By the present id or the one before it; the caller judges whether that one is still good. */
  readonly sessionByIdHash: (orgId: string, idHash: string) => Promise<SessionRecord | undefined>;
  readonly sessionByHandle: (orgId: string, handle: string) => Promise<SessionRecord | undefined>;
  /** Keeps the record when the kept one has the version before it; false when it was changed or ended meanwhile. */
  readonly replaceSession: (record: SessionRecord) => Promise<boolean>;
  /** Ends it, remembers why under its ids, and tells every node. Of several callers one gets the record. */
  readonly endSession: (ended: {
    readonly orgId: string;
    readonly handle: string;
    readonly reason: EndReason;
    readonly rememberUntil: number;
  }) => Promise<SessionRecord | undefined>;
  /** Ends up to `limit` sessions that are due, in one go. */
  readonly endDueSessions: (due: {
    readonly now: number;
    readonly limit: number;
    readonly rememberUntil: number;
  }) => Promise<readonly EndedSession[]>;
  readonly nextDueAt: () => Promise<number | undefined>;
  /** Oldest first; by the user's name in Salesforce or in the phone system, whatever the case of its letters. */
  readonly sessionsOfUser: (orgId: string, name: string) => Promise<readonly SessionRecord[]>;
  readonly sessionsOfOrg: (orgId: string) => Promise<readonly SessionRecord[]>;
  readonly endingOf: (orgId: string, idHash: string, now: number) => Promise<EndReason | undefined>;

  readonly keepToken: (token: {
    readonly kind: TokenKind;
    readonly key: string;
    readonly value: string;
    readonly now: number;
    readonly endsAt: number;
  }) => Promise<void>;
  readonly readToken: (kind: TokenKind, key: string, now: number) => Promise<string | undefined>;
  /** Reads and removes: of several callers one gets it. */
  readonly takeToken: (kind: TokenKind, key: string, now: number) => Promise<string | undefined>;

  /** Counts a try as failed before it is made, unless a wait is running: so that tries at the same moment cannot pass together. */
  readonly admit: (key: string, now: number, rule: ThrottleRule) => Promise<Admission>;
  /** Takes one counted failure back: the try did not fail. */
  readonly takeBackFailure: (key: string) => Promise<void>;
  readonly forgetFailures: (key: string) => Promise<void>;

  /** Tells the store the service's time and answers the latest that any node has told. */
  readonly noteTime: (now: number) => Promise<number>;
  /** Removes what is over and can never be asked for again. */
  readonly sweep: (now: number) => Promise<void>;
  readonly subscribe: (listener: StoreListener) => () => void;
  readonly close: () => Promise<void>;
};
