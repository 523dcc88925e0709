import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authenticatorsOf, type ProviderAuthenticator } from '../authenticators/authenticator';
import { Failure } from '../failure';
import { attemptOf } from '../login/attempts';
import { makeCode } from '../login/login-codes';
import { beginLeg, takeLeg } from '../login/provider-legs';
import { newSecret } from '../secrets';
import { openerKept } from './answer-headers';
import { providerLogin } from './provider-login';
import { frameWay, windowWay } from './provider-ways';
import { orgOf, type ServiceContext } from './service-context';
import { windowLanguage, type WindowProblem } from './window-words';

/** The login at an identity provider, there and back: in a window of its own, or unasked in a hidden frame of the login page. */
export function providerRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { settings, store, time, audit, rate } = context;
  const keeper = { store, time };
  const callbackOf = (orgId: string): string => `${settings.origin}/orgs/${orgId}/oidc/callback`;

  app.get('/orgs/:orgId/oidc/start', { onRequest: keepOpener }, async (request, reply) => {
    const org = orgOf(context, request);
    const { orgId } = org;
    rate(request.ip);
    const query = request.query as Readonly<Record<string, unknown>>;
    const { method, authenticator } = providerOf(context, orgId, query.method);
    const way = query.silent === 'yes' ? frameWay : windowWay;
    const language = windowLanguage(textOf(query.language), request.headers['accept-language']);
    const shown = { reply, org, language };
    const refuse = (status: number, problem: WindowProblem): string => way.refuse(shown, status, problem);
    if (!way.isOurs(request.headers)) {
      audit({ event: 'request-refused', orgId, address: request.ip, reason: `${way.name} of another site` });
      return refuse(403, 'over');
    }
    try {
      const attempt = await attemptOf(keeper, { orgId, attemptId: textOf(query.attempt) });
      const { isSilent } = way;
      const browser = request.cookies[way.cookie] ?? newSecret();
      const login = providerLogin(org, attempt);
      if (isSilent && !authenticator.mayBeSilent(login)) return refuse(403, 'refused');
      const leg = await beginLeg(keeper, {
        ...{ attempt, method, redirectUri: callbackOf(orgId), browser, isSilent },
        language: language.tag
      });
      const url = await (isSilent ? authenticator.silentUrl(leg) : authenticator.startUrl({ ...login, leg }));
      // The login page's policy lets its frame go to no other origin.
      if (isSilent && new URL(url).origin !== authenticator.silentOrigin) return refuse(403, 'away');
      reply.setCookie(way.cookie, browser, way.cookieLife);
      return await reply.redirect(url, 302);
    } catch (error) {
      if (error instanceof Failure && error.code === 'ATTEMPT_OVER') return refuse(409, 'over');
      if (error instanceof Error && error.name === 'StoreAway') throw error;
      audit({ event: 'provider-failed', orgId, address: request.ip, reason: (error as Error).name });
      return refuse(503, 'away');
    }
  });

  app.get('/orgs/:orgId/oidc/callback', { onRequest: keepOpener }, async (request, reply) => {
    const org = orgOf(context, request);
    const { orgId } = org;
    rate(request.ip);
    const state = textOf((request.query as Readonly<Record<string, unknown>>).state);
    const way = request.headers['sec-fetch-dest'] === 'iframe' ? frameWay : windowWay;
    const browser = request.cookies[way.cookie] ?? '';
    const leg = await takeLeg(keeper, { orgId, state, browser, isSilent: way.isSilent });
    const shown = { reply, org, language: windowLanguage(leg?.language, request.headers['accept-language']) };
    const refuse = (status: number, problem: WindowProblem): string => way.refuse(shown, status, problem);
    if (leg === undefined) return refuse(409, 'over');
    const attempt = await attemptOf(keeper, { orgId, attemptId: leg.attemptId }).catch(() => undefined);
    if (attempt === undefined) return refuse(409, 'over');
    const { authenticator } = providerOf(context, orgId, String(leg.method));
    const { userName } = attempt;
    const said = { orgId, userName, address: request.ip, method: 'oidc' } as const;
    // Built from the origin of the settings, never from what the request says of its host.
    const callbackUrl = `${callbackOf(orgId)}${searchOf(request)}`;
    try {
      const identity = await authenticator.finish({ ...providerLogin(org, attempt), callbackUrl, leg });
      if (identity === undefined) {
        audit({ event: 'login-failed', ...said, reason: 'another user' });
        return refuse(403, 'refused');
      }
      const code = await makeCode(keeper, attempt, identity);
      audit({ event: 'login-succeeded', ...said, agentName: identity.agentName });
      return way.welcome(shown, code);
    } catch (error) {
      if (error instanceof Error && error.name === 'StoreAway') throw error;
      const event = way.isSilent ? 'silent-login-refused' : 'provider-failed';
      audit({ event, orgId, address: request.ip, reason: (error as Error).name });
      return refuse(403, 'refused');
    }
  });
}

function providerOf(
  { authenticators }: ServiceContext,
  orgId: string,
  asked: unknown
): { readonly method: number; readonly authenticator: ProviderAuthenticator } {
  const all = authenticatorsOf(authenticators, orgId);
  const method = asked === undefined ? all.findIndex(({ kind }) => kind === 'oidc') : Number(textOf(asked));
  const authenticator = all[method];
  if (authenticator?.kind !== 'oidc') throw new Failure('NOT_FOUND');
  return { method, authenticator };
}

function keepOpener(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers(openerKept);
  done();
}

function searchOf({ url }: FastifyRequest): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark);
}

/** A parameter that is given twice is no text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
