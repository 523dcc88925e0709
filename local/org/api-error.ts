/** A request that the org refuses: sent as `[{ message, errorCode, fields? }]` with its HTTP status. */
export class ApiError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly fields: readonly string[] | undefined;

  constructor(status: number, errorCode: string, message: string, fields?: readonly string[]) {
    super(message);
    this.status = status;
    this.errorCode = errorCode;
    this.fields = fields;
  }
}

/** The error as an element of a REST error body. */
export const restErrorOf = (error: ApiError): Readonly<Record<string, unknown>> => ({
  message: error.message,
  errorCode: error.errorCode,
  ...(error.fields ? { fields: error.fields } : {})
});

/** The error as an element of `errors` in the result of one record of a collection. */
export const recordErrorOf = (error: ApiError): Readonly<Record<string, unknown>> => ({
  statusCode: error.errorCode,
  message: error.message,
  fields: error.fields ?? []
});

/** A wrong request: status 400. */
export const badRequest = (errorCode: string, message: string, fields?: readonly string[]): ApiError =>
  new ApiError(400, errorCode, message, fields);

/** An address where the org has nothing. */
export const notFound = (message = 'The requested resource does not exist'): ApiError =>
  new ApiError(404, 'NOT_FOUND', message);

/** A method that the address does not know. */
export const methodNotAllowed = (method: string, allowed: readonly string[]): ApiError =>
  new ApiError(
    405,
    'METHOD_NOT_ALLOWED',
    `HTTP Method '${method}' not allowed. Allowed are ${['HEAD', ...allowed].join(',')}`
  );

/** Something that an org does and this stand-in does not: said plainly, never as an error that an org would give. */
export const notBuilt = (what: string): ApiError =>
  new ApiError(501, 'LOCAL_ORG_UNSUPPORTED', `The local org does not support ${what}`);
