/** Where the rep stands with the phone system's login. */
export type Session = {
  readonly state: 'signed-out' | 'signing-in' | 'signed-in' | 'expiring' | 'reconnecting';
  readonly userName?: string;
  readonly agentName?: string;
  /** ISO-8601. */
  readonly expiresAt?: string;
  /** ISO-8601. */
  readonly connectedAt?: string;
};

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
};

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
