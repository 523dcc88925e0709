import { isPassingCode, kindOfProblem, type FailedAnswer, type SendProblem } from 'c/callLogCore';

/** Signals that the page signs in as somebody else than the owner of the outbox. */
export class OtherUserError extends Error {}

/** Signals that Salesforce has not made the record yet that it keeps of a call. */
export class NotMadeYetError extends Error {}

/** Signals that no answer came in time. */
export class NoAnswerError extends Error {}

/** Sorts whatever a call of Apex rejected with. What nobody can sort passes: it is tried again and shown meanwhile. */
export function sendProblem(failure: unknown): SendProblem {
  if (failure instanceof OtherUserError) return { kind: 'other-user', message: failure.message };
  if (failure instanceof NoAnswerError) return { kind: 'offline', message: failure.message };
  if (failure instanceof NotMadeYetError) return { kind: 'busy', code: 'NOT_MADE_YET', message: failure.message };
  const answer = answerIn(failure);
  const said = { message: answer.message, ...(answer.code ? { code: answer.code } : {}) };
  return { kind: kindOfProblem(answer), ...said };
}

/**
 * An LWC gets `{ status, body: { message, exceptionType } }` from Apex, and the errors alone of a DML statement that
 * failed (lwc-recipes, pull request 483); `{ status, body: { message, output } }` of a record that Lightning Data Service did not
 * save; the browser throws a TypeError without a network.
 */
function answerIn(failure: unknown): FailedAnswer {
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
  const passes = ({ code }: DmlError): boolean => isPassingCode(code);
  const lasting = errors.filter((error) => error.code !== '' && !passes(error));
  return lasting.length > 0 ? lasting : errors;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
