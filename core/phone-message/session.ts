/** Where the rep stands with the phone system's login. */
export type Session = {
  readonly state: 'signed-out' | 'signing-in' | 'signed-in' | 'expiring' | 'reconnecting';
  readonly userName?: string;
  readonly agentName?: string;
  /** ISO-8601. */
  readonly expiresAt?: string;
  /** ISO-8601. */
  readonly connectedAt?: string;
  /** How Salesforce frames the phone: Salesforce Voice keeps presence itself. */
  readonly bridge?: (typeof bridges)[number];
};
export const bridges = ['open-cti', 'voice'] as const;

/** One queue now. */
export type QueueStatus = {
  readonly name: string;
  readonly waiting: number;
  readonly longestWaitSeconds: number;
  readonly agentsAvailable: number;
  readonly agentsTotal: number;
};

/** What one agent is doing. */
export type Presence = {
  readonly agentName: string;
  readonly status: 'available' | 'busy' | 'break' | 'offline';
  /** The phone system's own word for it. */
  readonly statusName: string;
  /** ISO-8601. */
  readonly since: string;
  /** The call that this agent is in, for those who may listen to it. */
  readonly call?: AgentCall;
};

/** A call of another agent, as a supervisor sees it. */
export type AgentCall = {
  readonly callId: string;
  readonly number?: string;
  /** ISO-8601. */
  readonly since: string;
  /** What this rep, as a supervisor, does with it. */
  readonly supervision?: 'listening' | 'barged-in';
  /** What the phone system can do with it for a supervisor. */
  readonly actions?: readonly SupervisorAction[];
};

/** What a component asked of the phone, and the phone system would not or could not do. */
export type PhoneRefusal = {
  readonly asked: (typeof refusable)[number];
  /** What it was asked for: the number, the status, the id of the call, of the message or of the request to send it. */
  readonly subject: string;
  readonly reason: (typeof refusalReasons)[number];
  /** The phone system's own words. */
  readonly detail?: string;
};
export const refusable = [
  ...(['dial', 'set-presence', 'supervise'] as const),
  ...(['send-message', 'withdraw-message', 'mark-message-read'] as const)
];
/**
 * `gone` is said of a call or a message that is over, of a status that the phone system does not know, and of those whom a message would
 * reach when there is nobody; `busy` also of a phone system that keeps no more messages.
 */
export const refusalReasons = ['not-allowed', 'busy', 'gone', 'not-connected', 'failed'] as const;

/** A word for the rep from the phone system's own people or programs. */
export type PhoneNotice = {
  readonly noticeId: string;
  readonly text: string;
  /** ISO-8601. */
  readonly at: string;
};

/** A number of a record was clicked. Components answer whether it may be dialled: they can look at the record. */
export type DialRequest = {
  readonly requestId: string;
  readonly number: string;
  readonly recordId?: string;
  readonly objectName?: string;
};

/** What a component says of a {@link DialRequest}. */
export type DialAnswer = {
  readonly requestId: string;
  readonly isAllowed: boolean;
};

/** What the rep chose that a phone page goes by. */
export type PhonePreferences = {
  /** The phone page signs the rep in by itself; the rep is spared the click, not the login. */
  readonly autoLogin: boolean;
};

/** A page of Salesforce that the phone page is to show without a click of the rep. */
export type PopTarget =
  | { readonly kind: 'record'; readonly recordId: string }
  | { readonly kind: 'new-record'; readonly objectName: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'search'; readonly term: string };

export const supervisorActions = ['listen', 'barge-in', 'stop'] as const;
/** What a supervisor does with the call of another agent. */
export type SupervisorAction = (typeof supervisorActions)[number];

/** Why the phone does not work; each kind has its own way out. */
export type PhoneFailure = {
  readonly kind:
    | 'pop-up-blocked'
    | 'cookies-blocked'
    | 'microphone-blocked'
    | 'not-in-call-center'
    | 'field-access'
    | 'offline'
    | 'server';
  readonly detail?: string;
};

export const sessionStates: readonly Session['state'][] = [
  'signed-out',
  'signing-in',
  'signed-in',
  'expiring',
  'reconnecting'
];
export const presenceStatuses: readonly Presence['status'][] = ['available', 'busy', 'break', 'offline'];
export const failureKinds: readonly PhoneFailure['kind'][] = [
  'pop-up-blocked',
  'cookies-blocked',
  'microphone-blocked',
  'not-in-call-center',
  'field-access',
  'offline',
  'server'
];
