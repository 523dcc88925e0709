import type { FastifyInstance } from 'fastify';
import { createHmac } from 'node:crypto';
import type { PhoneTicket } from '../../shared/session-wire/login-attempt';
import { Failure } from '../failure';
import { newHandle } from '../secrets';
import { requireOwnPage } from './guards';
import type { ServiceContext } from './service-context';
import { sessionOf } from './session-routes';

const ticketSeconds = 60;

/** A ticket for the phone system: who the rep is, for one connection within a minute. The phone system refuses a second use. */
export function ticketRoute(app: FastifyInstance, context: ServiceContext): void {
  const { settings, clock, audit } = context;
  app.post(
    '/orgs/:orgId/phone-ticket',
    { onRequest: requireOwnPage(settings.origin) },
    async (request): Promise<PhoneTicket> => {
      const { record } = await sessionOf(context, request);
      if (settings.phone === undefined) throw new Failure('NOT_CONFIGURED');
      const { url, ticketSecret } = settings.phone;
      const { orgId, handle, agentName } = record;
      // Judged by the phone system's clock, so by the time of day and not by the time of sessions.
      const iat = Math.floor(clock.now() / 1000);
      const claims = { sub: agentName, org: orgId, jti: newHandle(), aud: url, iat, exp: iat + ticketSeconds };
      audit({ event: 'ticket-issued', orgId, handle, agentName, address: request.ip });
      return { url, ticket: signed(claims, ticketSecret) };
    }
  );
}

function signed(claims: object, secret: string): string {
  const [header, payload] = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url')
  );
  const signature = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  return `${header}.${payload}.${signature}`;
}
