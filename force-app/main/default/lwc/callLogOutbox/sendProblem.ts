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

/** Signals that the page signs in as somebody else than the owner of the outbox. */
export class OtherUserError extends Error {}

/** Signals that Salesforce has not made the record yet that it keeps of a call. */
export class NotMadeYetError extends Error {}

/** Signals that no answer came in time. */
export class NoAnswerError extends Error {}

type Answer = {
  readonly status?: number;
  readonly message: string;
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

/** Sorts whatever a call of Apex rejected with. What nobody can sort passes: it is tried again and shown meanwhile. */
export function sendProblem(failure: unknown): SendProblem {
  if (failure instanceof OtherUserError) return { kind: 'other-user', message: failure.message };
  if (failure instanceof NoAnswerError) return { kind: 'offline', message: failure.message };
  if (failure instanceof NotMadeYetError) return { kind: 'busy', code: 'NOT_MADE_YET', message: failure.message };
  const answer = answerIn(failure);
  const said = { message: answer.message, ...(answer.code ? { code: answer.code } : {}) };
  return { kind: kindOf(answer), ...said };
}

/** True when the whole org cannot be reached now, so that no other log need be tried. */
export function holdsUpAll({ kind }: SendProblem): boolean {
  return kind !== 'busy' && kind !== 'refused';
}

function kindOf({ status, message, code, isApex, isDml }: Answer): SendProblem['kind'] {
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

/**
 * An LWC gets `{ status, body: { message, exceptionType } }` from Apex, and the errors alone of a DML statement that
 * failed (lwc-recipes, pull request 483); `{ status, body: { message, output } }` of a record that Lightning Data Service did not
 * save; the browser throws a TypeError without a network.
 */
function answerIn(failure: unknown): Answer {
  if (typeof failure === 'string') return { message: failure, isApex: false, isDml: false };
  if (typeof failure !== 'object' || failure === null) return { message: String(failure), isApex: false, isDml: false };
  const { body, message, status, statusText } = failure as Fields;
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const said = fieldsOf(first);
  const errors = dmlErrors(said);
  const written = errors.map((error) => error.message).filter((words) => words !== '');
  const sentence = [written.join(' '), said.message, message, statusText, first].find(
    (part) => typeof part === 'string' && part !== ''
  );
  const exception = text(said.exceptionType);
  const words = typeof sentence === 'string' ? sentence : 'Salesforce gave no reason.';
  const named = errors[0]?.code ?? text(said.errorCode) ?? /first error: ([A-Z][A-Z_]+)/.exec(words)?.[1];
  const code = named ?? exception;
  return {
    message: words,
    isApex: exception !== undefined,
    isDml: errors.length > 0 || exception === 'System.DmlException',
    ...(typeof status === 'number' ? { status } : {}),
    ...(code ? { code } : {})
  };
}

type Fields = Readonly<Record<string, unknown>>;
type DmlError = { readonly code: string; readonly message: string };

/** The errors of rows and fields, those first that do not pass by themselves. */
function dmlErrors({ pageErrors, fieldErrors, output }: Fields): readonly DmlError[] {
  const saved = fieldsOf(output);
  const ofFields = [fieldErrors, saved.fieldErrors].flatMap((errors) => Object.values(fieldsOf(errors)));
  const listed = [pageErrors, saved.errors, ...ofFields].flatMap((errors): readonly unknown[] =>
    Array.isArray(errors) ? errors : []
  );
  const errors = listed.map((error) => {
    const { statusCode, errorCode, message } = fieldsOf(error);
    return { code: text(statusCode) ?? text(errorCode) ?? '', message: text(message) ?? '' };
  });
  const passes = ({ code }: DmlError): boolean => busyCodes.test(code) || limitCodes.test(code);
  const lasting = errors.filter((error) => error.code !== '' && !passes(error));
  return lasting.length > 0 ? lasting : errors;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
