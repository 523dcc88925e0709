/* oxlint-disable typescript/require-await -- a hook or a route that is async needs no callback, and may throw */
import cookie from '@fastify/cookie';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Socket } from 'node:net';
import type { FailureCode } from '../../shared/session-wire/failure-answer';
import type { Audit } from '../audit/audit-log';
import { Failure } from '../failure';
import { createRequestRate } from '../login/request-rate';
import type { ServiceSettings } from '../settings/service-settings';
import type { Clock } from '../time/clock';
import { everyAnswer } from './answer-headers';

/** No request of this service is larger. */
const bodyLimit = 16_384;
const oddities: ReadonlySet<FailureCode> = new Set(['BAD_REQUEST', 'FORBIDDEN', 'NOT_JSON', 'TOO_LARGE']);
const json = 'application/json; charset=utf-8';

/** Nothing older than 1.2, and there only what keeps secrets secret when the key is lost and proves what it carries. */
const strictTls = {
  minVersion: 'TLSv1.2',
  ciphers: [
    ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
    ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
    ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
    ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256']
  ].join(':'),
  honorCipherOrder: true
} as const;

/** The bare server: small JSON bodies, the headers of every answer, and one shape for everything that goes wrong. */
export async function createApp(settings: ServiceSettings, audit: Audit, clock: Clock): Promise<FastifyInstance> {
  const tell = teller(audit, clock);
  const app = fastify({
    bodyLimit,
    trustProxy: settings.trustProxy === false ? false : [...settings.trustProxy],
    ...(settings.tls === undefined ? {} : { https: { ...settings.tls, ...strictTls } }),
    // A client that sends slowly must not hold its connection for ever.
    requestTimeout: 15_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 256 },
    // What the framework refuses before it knows a route looks like every other refusal, and repeats nothing of the request.
    frameworkErrors: (error, request, reply: FastifyReply) => {
      const { code, statusCode } = asFailure(error);
      tell(code, request.ip, error);
      void reply.headers(everyAnswer).type(json).code(statusCode).send(JSON.stringify({ code }));
    },
    clientErrorHandler: refuseUnreadable,
    logger: false
  }) as unknown as FastifyInstance;
  await app.register(cookie);
  acceptSmallJson(app);
  app.addHook('onSend', async (_request, reply) => {
    for (const [name, value] of Object.entries(everyAnswer)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
  app.setNotFoundHandler(() => {
    throw new Failure('NOT_FOUND');
  });
  app.setErrorHandler((error: FastifyError | Failure, request, reply) => {
    const failure = asFailure(error);
    const { code, retryAfterSeconds } = failure;
    tell(code, request.ip, error);
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    return reply
      .code(failure.statusCode)
      .send({ code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) });
  });
  return app;
}

/** Tells of defects, and of requests that our own pages would not make: of those only so many, for anybody can make them. */
function teller(audit: Audit, clock: Clock): (code: FailureCode, address: string, error: Error) => void {
  const mayTell = createRequestRate(clock, { burst: 20, perSecond: 0.2 });
  return (code, address, error) => {
    if (code === 'INTERNAL' || code === 'UNAVAILABLE')
      return audit({ event: 'request-failed', address, reason: nameOf(error) });
    if (!oddities.has(code)) return;
    try {
      mayTell(address);
    } catch {
      return;
    }
    audit({ event: 'request-refused', address, reason: code });
  };
}

/** What is no HTTP is answered on the bare connection, which then ends: nobody can tell where its next request would begin. */
function refuseUnreadable(_error: Error, socket: Socket): void {
  const headers = Object.entries({ ...everyAnswer, 'content-type': json, connection: 'close' });
  const lines = headers.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  if (socket.writable) socket.write(`HTTP/1.1 400 Bad Request\r\n${lines}\r\n\r\n{"code":"BAD_REQUEST"}`);
  socket.destroySoon();
}

/** Only JSON is read; an empty body is none. */
function acceptSmallJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
}

/** What the framework says of a bad request, in our codes; anything unforeseen is our defect, and its text stays inside. */
function asFailure(error: FastifyError | Failure): Failure {
  if (error instanceof Failure) return error;
  const status = error.statusCode ?? 500;
  if (status === 413) return new Failure('TOO_LARGE');
  if (status === 415) return new Failure('NOT_JSON');
  if (status >= 400 && status < 500) return new Failure('BAD_REQUEST');
  if (isStoreAway(error)) return new Failure('UNAVAILABLE', 1);
  return new Failure('INTERNAL');
}

/** The store says so by the name of what it throws. */
function isStoreAway(error: Error): boolean {
  return error.name === 'StoreAway';
}

function nameOf(error: Error): string {
  const cause = error.cause instanceof Error ? ` ${error.cause.name}` : '';
  return `${error.name}${cause}`;
}
