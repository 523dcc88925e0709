/**
 * Why a request failed, in the terms that decide what to do next.
 * `unreachable` and `unavailable` leave open whether a write happened; the others say that it did not.
 */
export type FailureClass =
  'unreachable' | 'unavailable' | 'untrusted' | 'busy' | 'locked' | 'session' | 'quota' | 'not-found' | 'refused';

/** The purpose of the first requests of every run: where a 404 means that the org lacks the API version. */
export const readingTheOrg = 'reading the org';

/** A request that Salesforce or the network did not answer as hoped. Internal to org/ and plan/: people see a RingdownError. */
export class OrgFailure extends Error {
  constructor(
    readonly failureClass: FailureClass,
    /** Salesforce's errorCode, `HTTP_503`, or the network's own code such as `ECONNRESET`. */
    readonly code: string,
    message: string,
    readonly request: string,
    readonly retryAfterMilliseconds?: number,
    cause?: unknown
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'OrgFailure';
  }

  /** Whether the write may have happened although no good answer came. */
  get ambiguous(): boolean {
    return this.failureClass === 'unreachable' || this.failureClass === 'unavailable';
  }
}

/** The codes of a record's error that pass by themselves: the record was not written, and the same write may be sent again. */
export const passingCodes: ReadonlySet<string> = new Set([
  'UNABLE_TO_LOCK_ROW',
  'SERVER_UNAVAILABLE',
  'QUERY_TIMEOUT',
  'ALREADY_IN_PROCESS'
]);

/** Names the class of an answered error from Salesforce's errorCode, its text where only text tells, and the HTTP status. */
export function classifyAnswer(status: number, code: string, message: string): FailureClass {
  if (code === 'INVALID_SESSION_ID' || status === 401) return 'session';
  if (code === 'REQUEST_LIMIT_EXCEEDED') return isConcurrentLimit(message) ? 'busy' : 'quota';
  if (code === 'UNABLE_TO_LOCK_ROW') return 'locked';
  // A request that ran too long may have written before it was ended: that is no mere "later".
  if (code === 'REQUEST_RUNNING_TOO_LONG') return 'unavailable';
  if (passingCodes.has(code) || status === 420 || status === 429) return 'busy';
  if (status >= 500) return 'unavailable';
  if (status === 404) return 'not-found';
  return 'refused';
}

/** One errorCode stands for two limits; only the text says which (ConcurrentRequests passes, TotalRequests lasts up to 24 h). */
function isConcurrentLimit(message: string): boolean {
  return message.startsWith('ConcurrentRequests');
}

/** What Node says when it does not trust the certificate: nothing was sent, and sending again changes nothing. */
const trustCodes: ReadonlySet<string> = new Set([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID'
]);

/** The failure of a request that got no answer. */
export function networkFailure(error: unknown, host: string, purpose: string): OrgFailure {
  const code = networkCode(error);
  return trustCodes.has(code)
    ? new OrgFailure('untrusted', code, `the certificate of ${host} is not trusted`, purpose, undefined, error)
    : new OrgFailure('unreachable', code, `no answer from ${host}`, purpose, undefined, error);
}

/** The network's own code of a failed fetch: undici hides it in `cause`, sometimes several deep. */
function networkCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string') return code;
    if (at.name === 'TimeoutError') return 'ETIMEDOUT';
  }
  return 'NETWORK';
}
