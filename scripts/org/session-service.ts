import { z } from 'zod';
import { adminTokenMalformed, sessionServiceRefused, sessionServiceUnreachable } from '../errors/session-service';
import { RingdownError } from '../errors/ringdown-error';
import type { Answer } from '../resources/question';
import { certificateEnd, type TelephonyKey } from '../resources/session-service/telephony-key-facts';
import { networkFailure, type OrgFailure } from './failure';
import type { SessionService } from './org';

export type SessionServiceOptions = {
  /** Origin. */
  readonly service: string;
  /** Reads the admin token, or throws SECRET_MISSING; asked for each request, kept nowhere. */
  readonly token: () => string;
  readonly signal: AbortSignal;
  /** Milliseconds until an unanswered request counts as lost. */
  readonly timeout?: number;
};

const key = z.object({
  keyId: z.string().regex(/^[\w-]{1,64}$/),
  certificate: z
    .string()
    .transform((text) => text.trim())
    .refine((text) => !text.includes('PRIVATE KEY') && certificateEnd(text) !== undefined),
  createdAt: z.string(),
  activatedAt: z.string().optional(),
  state: z.enum(['pending', 'active', 'retired'])
});
const created = key.extend({ state: z.literal('pending').default('pending') });

type Method = 'GET' | 'POST' | 'DELETE';

/** The admin's side of our session service, over HTTPS. */
export function connectSessionService(options: SessionServiceOptions): SessionService {
  const send = (method: Method, path: string): Promise<unknown> => sendJson(options, method, path);
  const list = async (orgId: string): Promise<readonly TelephonyKey[]> =>
    parsed(options, z.object({ keys: z.array(key) }), await send('GET', `/admin/orgs/${orgId}/keys`)).keys;
  return {
    readKeys: async (orgId) => {
      try {
        return { ok: true, records: await list(orgId) };
      } catch (error) {
        return refusal(error);
      }
    },
    createKey: async (orgId) => {
      const before = await list(orgId);
      try {
        return parsed(options, created, await send('POST', `/admin/orgs/${orgId}/keys`)).keyId;
      } catch (error) {
        if (!isLost(error)) throw error;
        // The answer is lost, the key perhaps not: it is looked for, never made twice.
        const known = new Set(before.map(({ keyId }) => keyId));
        const made = (await list(orgId)).find(({ keyId, state }) => state === 'pending' && !known.has(keyId));
        if (made === undefined) throw error;
        return made.keyId;
      }
    },
    activateKey: async (orgId, keyId) => {
      try {
        await send('POST', `/admin/orgs/${orgId}/keys/${keyId}/activate`);
      } catch (error) {
        if (!isLost(error)) throw error;
        const found = (await list(orgId)).find((one) => one.keyId === keyId);
        if (found?.state !== 'active') throw error;
      }
    },
    removeKey: async (orgId, keyId) => {
      await send('DELETE', `/admin/orgs/${orgId}/keys/${keyId}`);
    }
  };
}

async function sendJson(
  { service, token, signal, timeout = 20_000 }: SessionServiceOptions,
  method: Method,
  path: string
): Promise<unknown> {
  const secret = token();
  // What fetch says of such a header repeats it.
  if (!/^[\x21-\x7e]+$/.test(secret)) throw adminTokenMalformed(service);
  const authorization = `Bearer ${secret}`;
  signal.throwIfAborted();
  let status: number;
  let text: string;
  try {
    const response = await fetch(`${service}${path}`, {
      method,
      headers: {
        authorization,
        accept: 'application/json',
        ...(method !== 'GET' && { origin: service, 'x-ringdown': '1' }),
        ...(method === 'POST' && { 'content-type': 'application/json' })
      },
      ...(method === 'POST' && { body: '{}' }),
      // The token goes to this service and to no other.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)])
    });
    status = response.status;
    text = await response.text();
  } catch (error) {
    signal.throwIfAborted();
    const failure = networkFailure(error, new URL(service).host, 'asking the session service');
    throw unreachable(service, failure);
  }
  const body = jsonOf(text);
  if (status >= 200 && status < 300) return body;
  if (status >= 500) throw sessionServiceUnreachable(service, `HTTP_${status}`, `it answered with ${status}`);
  throw sessionServiceRefused(service, status, refusalCode(status, body, path.endsWith('/activate')));
}

function unreachable(service: string, { code, message, cause }: OrgFailure): RingdownError {
  return sessionServiceUnreachable(service, code, message, cause);
}

/** The service's own code, in its own form only: nothing else of an answer is repeated. */
function refusalCode(status: number, body: unknown, isAboutKey: boolean): string {
  if (status === 401 || status === 403) return 'TOKEN_REFUSED';
  const said = z.object({ code: z.string().regex(/^[A-Z][A-Z_]{1,40}$/) }).safeParse(body);
  // A key that is gone in between is none of those that were just listed.
  if (status === 404 && !isAboutKey) return 'ORG_UNKNOWN';
  return said.success ? said.data.code : `HTTP_${status}`;
}

function parsed<Schema extends z.ZodType>(
  { service }: SessionServiceOptions,
  schema: Schema,
  body: unknown
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw sessionServiceRefused(service, 200, 'ANSWER_UNREADABLE');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // said as an unreadable answer, or by its status
  }
}

function isLost(error: unknown): boolean {
  return error instanceof RingdownError && error.code === 'SESSION_SERVICE_UNREACHABLE';
}

function refusal(error: unknown): Answer {
  if (!(error instanceof RingdownError)) throw error;
  const { code, message, data } = error;
  const reason = typeof data['reason'] === 'string' ? data['reason'] : code;
  return { ok: false, code: reason, message };
}
