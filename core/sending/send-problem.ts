/** Why a log is not in Salesforce yet, and whether it passes by itself. */
export type SendProblem = {
  /**
   * `offline`, `busy`, `signed-out` and `other-user` pass and are tried again; `refused` needs a person.
   * `busy` holds up this log only, `limit` and the others all of them.
   */
  readonly kind: 'offline' | 'busy' | 'limit' | 'signed-out' | 'other-user' | 'refused';
  /** What Salesforce said, word by word, or what the browser did. */
  readonly message: string;
  /** Salesforce's status code or exception, when one was named. */
  readonly code?: string;
};

/** What is known of a call of the org that failed. */
export type FailedAnswer = {
  /** Of HTTP; absent when there was none. */
  readonly status?: number;
  readonly message: string;
  /** Salesforce's status code or exception, when one was named. */
  readonly code?: string;
  readonly isApex: boolean;
  /** A DML statement failed: the words may be anybody's. */
  readonly isDml: boolean;
};

/*
 * Status codes of the SOAP API that pass by themselves (SOAP API Developer Guide, StatusCode) and the words that the
 * platform uses where it names no code. Everything else that Apex refused stays refused until a person acts.
 */
const busyCodes =
  /\b(UNABLE_TO_LOCK_ROW|DUPLICATE_VALUE|ROW_LOCK|QUERY_TIMEOUT|OPERATION_TOO_LARGE|TXN_SECURITY_METERING_ERROR|UNKNOWN_EXCEPTION|INTERNAL_ERROR)\b|Record Currently Unavailable|unable to obtain exclusive access/i;
const limitCodes =
  /\b(REQUEST_LIMIT_EXCEEDED|CONCURRENT_REQUEST_LIMIT_EXCEEDED|SERVER_UNAVAILABLE|REQUEST_RUNNING_TOO_LONG|ConcurrentPerOrgLongTxn)\b|concurrent requests limit|ConcurrentRequests|service protection limit/i;
const signedOutCodes =
  /\b(INVALID_SESSION_ID|INVALID_AUTH_HEADER|SESSION_EXPIRED)\b|session (has )?(expired|is invalid|timed out)|session expired or invalid/i;
const offlineWords =
  /failed to fetch|networkerror|network error|load failed|disconnected or offline|ERR_INTERNET_DISCONNECTED|no response/i;
const passingExceptions = /LimitException/;

/** True when the whole org cannot be reached now, so that no other log need be tried. */
export function holdsUpAll({ kind }: SendProblem): boolean {
  return kind !== 'busy' && kind !== 'refused';
}

/** Whether it passes by itself. */
export function kindOfProblem({ status, message, code, isApex, isDml }: FailedAnswer): SendProblem['kind'] {
  const words = `${code ?? ''} ${message}`;
  if (isDml) return limitCodes.test(words) ? 'limit' : busyCodes.test(words) ? 'busy' : 'refused';
  if (status === 401 || signedOutCodes.test(words)) return 'signed-out';
  if (limitCodes.test(words) || status === 429 || status === 503) return 'limit';
  if (busyCodes.test(words)) return 'busy';
  if (isApex) return passingExceptions.test(code ?? '') ? 'busy' : 'refused';
  if (offlineWords.test(words) || status === undefined || status === 0) return 'offline';
  if (status === 408 || status >= 500) return 'limit';
  return status >= 400 ? 'refused' : 'offline';
}

/** A code that a statement may be refused with now and not the next time. */
export const isPassingCode = (code: string): boolean => busyCodes.test(code) || limitCodes.test(code);
