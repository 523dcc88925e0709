/* oxlint-disable typescript/require-await -- a hook that is async refuses by throwing */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Failure } from '../failure';
import { isSameSecret } from '../secrets';

/**
 * The cookie goes wherever Salesforce frames us, so a request that changes something must come from our own pages: their origin, a
 * header that only they may send, and JSON, which no form can send.
 */
export function requireOwnPage(origin: string): (request: FastifyRequest) => Promise<void> {
  return async ({ headers, method }) => {
    if (headers.origin !== origin || headers['x-ringdown'] !== '1') throw new Failure('FORBIDDEN');
    const hasBody = method === 'POST' || headers['content-type'] !== undefined;
    if (hasBody && !/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) throw new Failure('NOT_JSON');
  };
}

/** For programs: the shared token, compared in constant time. Without a token in the settings the door stays shut. */
export function requireToken(token: string | undefined): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const given = bearerOf(request);
    if (token === undefined || given === undefined || !isSameSecret(given, token)) throw new Failure('NOT_SIGNED_IN');
  };
}

/** What follows `Bearer` in the request's authorization. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([\w.~+/=-]{1,512})$/i.exec(headers.authorization ?? '')?.[1];
}

/** The request's body, when it is what the endpoint expects. */
export function bodyOf<T extends z.ZodType>(schema: T, request: FastifyRequest): z.infer<T> {
  const parsed = schema.safeParse(request.body);
  if (!parsed.success) throw new Failure('BAD_REQUEST');
  return parsed.data;
}
