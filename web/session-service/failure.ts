import type { FailureCode } from '../shared/session-wire/failure-answer';

const statuses: Readonly<Record<FailureCode, number>> = {
  BAD_REQUEST: 400,
  NOT_SIGNED_IN: 401,
  LOGIN_FAILED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ATTEMPT_OVER: 409,
  TOO_LARGE: 413,
  NOT_JSON: 415,
  TRY_LATER: 429,
  INTERNAL: 500,
  NOT_CONFIGURED: 501,
  BUSY: 503,
  UNAVAILABLE: 503
};

/** A request that is answered with a code instead of what it asked for. */
export class Failure extends Error {
  readonly statusCode: number;
  constructor(
    readonly code: FailureCode,
    readonly retryAfterSeconds?: number,
    options?: ErrorOptions
  ) {
    super(code, options);
    this.statusCode = statuses[code];
  }
}
