import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { LoginAnswer, LoginAttempt, LoginMethod, RedeemAnswer } from '../../shared/session-wire/login-attempt';
import { authenticatorsOf } from '../authenticators/authenticator';
import { beginAttempt, type Attempt } from '../login/attempts';
import type { Caller } from '../login/logins';
import { newSecret } from '../secrets';
import { isoOf, viewOf } from '../sessions/session-terms';
import type { OrgSettings } from '../settings/service-settings';
import { bodyOf, requireOwnPage } from './guards';
import { providerLogin } from './provider-login';
import { orgOf, type ServiceContext } from './service-context';
import { credentialOf, deviceOf, setDeviceCookie, setSessionCookie } from './session-cookie';

const name = z.string().min(1).max(255);
const attemptBody = z.object({
  userId: z.string().regex(/^005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/),
  userName: name,
  callCenter: name,
  email: name.optional(),
  federationId: z.string().min(1).max(512).optional()
});
const held = { attemptId: z.string().min(1).max(64), secret: z.string().min(1).max(64) };
const loginBody = z.object({ ...held, username: name, password: z.string().min(1).max(1024) });
const redeemBody = z.object({ ...held, code: z.string().min(1).max(64), want: z.literal('bearer').optional() });

/** Attempts, the login with name and password, and the codes that open a session in another frame. */
export function loginRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { settings, time, store, audit, logins, rate } = context;
  const onRequest = requireOwnPage(settings.origin);

  app.post('/orgs/:orgId/attempts', { onRequest }, async (request, reply): Promise<LoginAttempt> => {
    const org = orgOf(context, request);
    const { orgId } = org;
    rate(request.ip);
    const { attempt, secret, endsAt } = await beginAttempt({ store, time }, { orgId, ...bodyOf(attemptBody, request) });
    audit({ event: 'attempt-created', orgId, userName: attempt.userName, address: request.ip });
    const { attemptId } = attempt;
    const methods = methodsOf(context, org, attempt);
    reply.code(201);
    return { attemptId, secret, expiresAt: isoOf(endsAt), serverNow: isoOf(time.now()), methods };
  });

  app.post('/orgs/:orgId/login', { onRequest }, async (request, reply): Promise<LoginAnswer> => {
    const { orgId } = orgOf(context, request);
    const body = bodyOf(loginBody, request);
    const caller = await callerOf(context, orgId, request);
    const device = caller.device ?? newSecret();
    const { record, id, code } = await logins.withPassword({ orgId, ...body }, caller, device);
    setSessionCookie(reply, orgId, id);
    setDeviceCookie(reply, orgId, device);
    return { session: viewOf(record, settings.policy, time.now()), code };
  });

  app.post('/orgs/:orgId/redeem', { onRequest }, async (request, reply): Promise<RedeemAnswer> => {
    const { orgId } = orgOf(context, request);
    rate(request.ip);
    const { want, ...body } = bodyOf(redeemBody, request);
    const { record, id } = await logins.withCode({ orgId, ...body }, await callerOf(context, orgId, request));
    const session = viewOf(record, settings.policy, time.now());
    if (want === 'bearer') return { session, bearer: id };
    setSessionCookie(reply, orgId, id);
    return { session };
  });
}

/** From where the request comes, and which session its browser has. */
export async function callerOf(context: ServiceContext, orgId: string, request: FastifyRequest): Promise<Caller> {
  const credential = credentialOf(orgId, request);
  const found = credential === undefined ? undefined : await context.sessions.find(orgId, credential.id);
  return {
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 256),
    device: deviceOf(orgId, request),
    session: found === undefined ? undefined : 'record' in found ? found.record : found.replaced
  };
}

function methodsOf({ authenticators }: ServiceContext, org: OrgSettings, attempt: Attempt): readonly LoginMethod[] {
  const { orgId, attemptId } = attempt;
  return authenticatorsOf(authenticators, orgId).map((authenticator, index): LoginMethod => {
    if (authenticator.kind === 'password') return { kind: 'password' };
    const startUrl = `/orgs/${orgId}/oidc/start?attempt=${attemptId}&method=${index}`;
    const silent = authenticator.mayBeSilent(providerLogin(org, attempt))
      ? { silentUrl: `${startUrl}&silent=yes` }
      : {};
    return { kind: 'oidc', label: authenticator.label, startUrl, ...silent };
  });
}
