import { badRequest } from '../api-error';
import type { ApiResponse } from '../api';
import type { WriteContext } from '../records/write-context';
import type { Cursors } from './cursors';

/** One REST request, or one inside a composite request. */
export type Call = WriteContext & {
  readonly method: string;
  /** What follows `/services/data/vNN.N` or `/services/data/vNN.N/tooling`, such as `/sobjects/User`. */
  readonly path: string;
  readonly api: 'data' | 'tooling';
  /** `/services/data/vNN.N`, and `/tooling` where that is asked. */
  readonly base: string;
  /** Scheme, host and port. */
  readonly origin: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The JSON of the body; undefined when there is none. */
  readonly body: unknown;
  readonly cursors: Cursors;
};

/** Answers one call. */
export type Handler = (call: Call, ...parts: readonly string[]) => ApiResponse;

/** The body of a call as an object. */
export function objectBody(call: Call): Readonly<Record<string, unknown>> {
  const { body } = call;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
  }
  return body as Readonly<Record<string, unknown>>;
}

/** A list in the body. */
export function listIn(
  body: Readonly<Record<string, unknown>>,
  name: string
): readonly Readonly<Record<string, unknown>>[] {
  const list = body[name];
  if (!Array.isArray(list)) throw badRequest('JSON_PARSER_ERROR', `The list ${name} is required`);
  return list as readonly Readonly<Record<string, unknown>>[];
}
