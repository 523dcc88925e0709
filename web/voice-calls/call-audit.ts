/** What happened to a key pair or a call; no number of a phone, no key and no token is ever in it. */
export type CallAuditEvent = {
  readonly event:
    | 'key-created'
    | 'key-activated'
    | 'key-deleted'
    | 'key-file-closed'
    | 'key-file-unreadable'
    | 'key-refused'
    | 'key-accepted'
    | 'other-key-accepted'
    | 'no-key'
    | 'certificate-ends'
    | 'certificate-ended'
    | 'call-created'
    | 'call-created-with-errors'
    | 'call-creation-unsure'
    | 'call-completed'
    | 'call-completion-unconfirmed'
    | 'call-parked'
    | 'call-retried'
    | 'call-forgotten'
    | 'calls-failed';
  readonly orgId?: string;
  readonly callKey?: string;
  readonly voiceCallId?: string;
  readonly keyId?: string;
  /** The key that should have been accepted. */
  readonly activeKeyId?: string;
  readonly endsAt?: string;
  readonly by?: 'admin' | 'phone-system' | 'service';
  /** A code or a few words; never what somebody sent. */
  readonly reason?: string;
};

export type CallAudit = (event: CallAuditEvent) => void;

/** Writes one line of JSON per event; JSON keeps line breaks and control characters inside its line. */
export function createCallAudit(write: (line: string) => void, now: () => number): CallAudit {
  return (event) => write(`${JSON.stringify({ at: new Date(now()).toISOString(), ...event })}\n`);
}
