/** What happened to a login or a session; nothing here opens anything. */
export type AuditEvent = {
  readonly event:
    | 'attempt-created'
    | 'login-succeeded'
    | 'login-failed'
    | 'login-throttled'
    | 'login-busy'
    | 'code-redeemed'
    | 'code-refused'
    | 'session-ended'
    | 'session-rotated'
    | 'ticket-issued'
    | 'request-refused'
    | 'provider-failed'
    | 'settings-unreadable'
    | 'clock-stepped'
    | 'store-failed'
    | 'request-failed'
    | 'service-started'
    | 'service-stopped';
  readonly orgId?: string;
  readonly handle?: string;
  /** The name in Salesforce, as the page gave it. */
  readonly userName?: string;
  readonly agentName?: string;
  readonly address?: string;
  readonly by?: 'rep' | 'admin' | 'phone-system' | 'service';
  readonly method?: 'password' | 'oidc';
  /** A code or a few words; never what a caller sent. */
  readonly reason?: string;
  readonly milliseconds?: number;
};

export type Audit = (event: AuditEvent) => void;

/** Writes one line of JSON per event; JSON keeps line breaks and control characters of a name inside its line. */
export function createAudit(write: (line: string) => void, now: () => number): Audit {
  return (event) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...event })}\n`);
}
