import type { FastifyInstance } from 'fastify';
import type { ServerResponse } from 'node:http';
import type { SessionChange, SessionEnding } from '../../shared/session-wire/session-answer';
import { everyAnswer } from './answer-headers';
import type { ServiceContext } from './service-context';
import { sessionOf } from './session-routes';

/** A listener that does not read is let go before it takes much memory. */
const mostUnread = 65_536;

/** The event stream that says at once when a session ends. */
export function eventRoute(app: FastifyInstance, context: ServiceContext): void {
  app.get('/orgs/:orgId/session/events', { exposeHeadRoute: false }, async (request, reply) => {
    const { record } = await sessionOf(context, request);
    const { orgId, handle } = record;
    reply.hijack();
    const stream = reply.raw;
    const detach = context.hub.attach(orgId, handle, listenerOn(stream));
    stream.on('close', detach);
    const headers = { ...everyAnswer, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' };
    stream.writeHead(200, headers);
    stream.write('retry: 1000\n\n');
    // It may have ended between the question and the listening; then nobody would tell.
    try {
      if ((await context.store.sessionByHandle(orgId, handle)) === undefined) sayGoodbye(stream, 'unknown');
    } catch {
      stream.destroy();
    }
    return reply;
  });
}

function listenerOn(stream: ServerResponse): Parameters<ServiceContext['hub']['attach']>[2] {
  return {
    changed: (reason) => sayGoodbye(stream, reason),
    beat: () => {
      if (stream.writableLength > mostUnread) stream.destroy();
      else stream.write(':\n\n');
    },
    close: () => stream.end()
  };
}

function sayGoodbye(stream: ServerResponse, reason: SessionEnding): void {
  const change: SessionChange = { reason };
  stream.end(`event: changed\ndata: ${JSON.stringify(change)}\n\n`);
}
