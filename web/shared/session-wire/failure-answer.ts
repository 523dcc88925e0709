import { fieldsOf } from './plain-value';

const codes = [
  'BAD_REQUEST',
  'FORBIDDEN',
  'NOT_FOUND',
  'NOT_SIGNED_IN',
  'LOGIN_FAILED',
  'ATTEMPT_OVER',
  'TRY_LATER',
  'BUSY',
  'UNAVAILABLE',
  'TOO_LARGE',
  'NOT_JSON',
  'NOT_CONFIGURED',
  'INTERNAL'
] as const;

/** Every code that the session service answers instead of what was asked for. */
export type FailureCode = (typeof codes)[number];

/** `retryAfterSeconds` comes with TRY_LATER, BUSY and UNAVAILABLE: whole seconds, at least 1. */
export type FailureAnswer = { readonly code: FailureCode; readonly retryAfterSeconds?: number };

/** Reads the service's refusal; anything else, such as a proxy's error page, counts as INTERNAL. */
export function parseFailureAnswer(value: unknown): FailureAnswer {
  const fields = fieldsOf(value);
  const code = codes.find((each) => each === fields?.code) ?? 'INTERNAL';
  const seconds = fields?.retryAfterSeconds;
  return typeof seconds === 'number' && seconds >= 0 ? { code, retryAfterSeconds: seconds } : { code };
}
