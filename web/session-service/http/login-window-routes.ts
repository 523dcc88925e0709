import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { CodeAnswer } from '../../shared/session-wire/login-attempt';
import { authenticatorsOf } from '../authenticators/authenticator';
import { Failure } from '../failure';
import { attemptOf } from '../login/attempts';
import { newSecret } from '../secrets';
import { loginWindowHeaders, openerKept } from './answer-headers';
import { bodyOf, requireOwnPage } from './guards';
import { callerOf } from './login-routes';
import { windowWay } from './provider-ways';
import { orgOf, type ServiceContext } from './service-context';
import { deviceOf, setDeviceCookie } from './session-cookie';
import { windowLanguage } from './window-words';

const windowBody = z.object({
  attemptId: z.string().min(1).max(64),
  username: z.string().min(1).max(255),
  password: z.string().min(1).max(1024)
});

/**
 * The login with name and password in a window of our own site, for browsers that keep no cookie in Salesforce's frame. It knows the
 * attempt and not its secret, as the window of a provider does, and ends with a code that is good for the frame alone.
 */
export function loginWindowRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { settings, time, store, audit, logins, rate, pages, authenticators } = context;
  const keepOpener = (_request: unknown, reply: { headers: (given: object) => unknown }, done: () => void): void => {
    reply.headers(openerKept);
    done();
  };

  app.get('/orgs/:orgId/login/window', { onRequest: keepOpener }, async (request, reply) => {
    const org = orgOf(context, request);
    const { orgId } = org;
    rate(request.ip);
    if (!authenticatorsOf(authenticators, orgId).some(({ kind }) => kind === 'password'))
      throw new Failure('NOT_FOUND');
    const { attempt, language } = request.query as Readonly<Record<string, unknown>>;
    const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
    const shown = { reply, org, language: windowLanguage(textOf(language), request.headers['accept-language']) };
    if (!windowWay.isOurs(request.headers)) {
      audit({ event: 'request-refused', orgId, address: request.ip, reason: 'window of another site' });
      return windowWay.refuse(shown, 403, 'over');
    }
    try {
      await attemptOf({ store, time }, { orgId, attemptId: textOf(attempt) });
    } catch (error) {
      if (error instanceof Failure && error.code === 'ATTEMPT_OVER') return windowWay.refuse(shown, 409, 'over');
      throw error;
    }
    const nonce = randomBytes(16).toString('base64');
    reply.headers(loginWindowHeaders(nonce)).type('text/html; charset=utf-8');
    return pages.html('login', org, nonce);
  });

  const onRequest = requireOwnPage(settings.origin);
  app.post('/orgs/:orgId/login/window', { onRequest }, async (request, reply): Promise<CodeAnswer> => {
    const { orgId } = orgOf(context, request);
    const body = bodyOf(windowBody, request);
    const device = deviceOf(orgId, request) ?? newSecret();
    const code = await logins.inWindow({ orgId, ...body }, await callerOf(context, orgId, request), device);
    setDeviceCookie(reply, orgId, device);
    return { code };
  });
}
