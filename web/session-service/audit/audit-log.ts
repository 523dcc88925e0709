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
    | 'silent-login-refused'
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

/** Writes one line of JSON per event; whatever is in a name stays inside its line and moves nothing on the reader's screen. */
export function createAudit(write: (line: string) => void, now: () => number): Audit {
  return (event) => write(`${visible(JSON.stringify({ at: new Date(now()).toISOString(), ...event }))}\n`);
}

/** JSON leaves alone what a terminal obeys, what some readers take for the end of a line, and what turns the direction of text. */
function visible(json: string): string {
  return json.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (characters) =>
    characters.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  );
}
