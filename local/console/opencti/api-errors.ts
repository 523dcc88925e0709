import type { ApiError } from './wire';

/** A parameter that is not what the method takes; `expected` is a word such as `numeric`. */
export const invalidParameter = (name: string, expected: string, found: unknown): ApiError => ({
  code: 'INVALID_PARAM',
  description: `An invalid value was passed to the parameter ${name}. A ${expected} value was expected, but ${kindOf(found)} was found instead.`
});

/** A parameter of the right kind whose value cannot be. */
export const wrongParameter = (name: string, why: string): ApiError => ({
  code: 'INVALID_PARAM',
  description: `An invalid value was passed to the parameter ${name}. ${why}`
});

/** Something went wrong on the page. */
export const genericError = (
  description = 'An error occurred while calling the API method.',
  details?: unknown
): ApiError => ({ code: 'GENERIC_ERROR', description, ...(details === undefined ? {} : { details }) });

/** The org refused, or could not be reached. */
export const serverError = (description = 'A problem was encountered on the server.', details?: unknown): ApiError => ({
  code: 'SERVER_ERROR',
  description,
  ...(details === undefined ? {} : { details })
});

/** What the documents print is `typeof`. */
const kindOf = (found: unknown): string => (found === null ? 'null' : typeof found);
