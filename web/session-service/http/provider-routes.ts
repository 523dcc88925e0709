import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { authenticatorsOf, type ProviderAuthenticator } from '../authenticators/authenticator';
import { Failure } from '../failure';
import { attemptOf } from '../login/attempts';
import { makeCode } from '../login/login-codes';
import { beginLeg, takeLeg } from '../login/provider-legs';
import { newSecret } from '../secrets';
import { openerKept, windowHeaders } from './answer-headers';
import { codeWindow, refusalWindow, type WindowText } from './provider-window';
import { orgOf, type ServiceContext } from './service-context';

// The provider sends the browser back by a link from another site, so this cookie must be Lax; it lives in the window, not in a frame.
const browserCookie = '__Host-ringdown-oidc';
const inWindow = { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: 600 } as const;

const texts = {
  over: { title: 'This login is over', text: 'Close this window and start the login again in Salesforce.' },
  away: { title: 'The sign-in page does not answer', text: 'Close this window and try again in a moment.' },
  refused: {
    title: 'You are not signed in',
    text: 'Sign in with the user that you have in Salesforce. Close this window to try again.'
  }
} as const satisfies Record<string, WindowText>;

/** The login at an identity provider, in a window of its own: there and back. */
export function providerRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { settings, store, time, audit, rate } = context;
  const keeper = { store, time };
  const callbackOf = (orgId: string): string => `${settings.origin}/orgs/${orgId}/oidc/callback`;
  const refuse = (reply: FastifyReply, status: number, text: WindowText): string => {
    const nonce = showWindow(reply, status);
    return refusalWindow(text, nonce);
  };

  app.get('/orgs/:orgId/oidc/start', { onRequest: keepOpener }, async (request, reply) => {
    const { orgId } = orgOf(context, request);
    rate(request.ip);
    const query = request.query as Readonly<Record<string, unknown>>;
    const { method, authenticator } = providerOf(context, orgId, query.method);
    if (!isOwnWindow(request)) {
      audit({ event: 'request-refused', orgId, address: request.ip, reason: 'window of another site' });
      return refuse(reply, 403, texts.over);
    }
    try {
      const attempt = await attemptOf(keeper, { orgId, attemptId: textOf(query.attempt) });
      const browser = request.cookies[browserCookie] ?? newSecret();
      const leg = await beginLeg(keeper, { attempt, method, redirectUri: callbackOf(orgId), browser });
      const url = await authenticator.startUrl(leg);
      reply.setCookie(browserCookie, browser, inWindow);
      return await reply.redirect(url, 302);
    } catch (error) {
      if (error instanceof Failure && error.code === 'ATTEMPT_OVER') return refuse(reply, 409, texts.over);
      if (error instanceof Error && error.name === 'StoreAway') throw error;
      audit({ event: 'provider-failed', orgId, address: request.ip, reason: (error as Error).name });
      return refuse(reply, 503, texts.away);
    }
  });

  app.get('/orgs/:orgId/oidc/callback', { onRequest: keepOpener }, async (request, reply) => {
    const { orgId } = orgOf(context, request);
    rate(request.ip);
    const state = textOf((request.query as Readonly<Record<string, unknown>>).state);
    const leg = await takeLeg(keeper, { orgId, state, browser: request.cookies[browserCookie] ?? '' });
    if (leg === undefined) return refuse(reply, 409, texts.over);
    const attempt = await attemptOf(keeper, { orgId, attemptId: leg.attemptId }).catch(() => undefined);
    if (attempt === undefined) return refuse(reply, 409, texts.over);
    const { authenticator } = providerOf(context, orgId, String(leg.method));
    const { userName } = attempt;
    const said = { orgId, userName, address: request.ip, method: 'oidc' } as const;
    // Built from the origin of the settings, never from what the request says of its host.
    const callbackUrl = `${callbackOf(orgId)}${searchOf(request)}`;
    try {
      const identity = await authenticator.finish({ orgId, userName, callbackUrl, leg });
      if (identity === undefined) {
        audit({ event: 'login-failed', ...said, reason: 'another user' });
        return refuse(reply, 403, texts.refused);
      }
      const code = await makeCode(keeper, attempt, identity);
      audit({ event: 'login-succeeded', ...said, agentName: identity.agentName });
      return codeWindow(code, showWindow(reply, 200));
    } catch (error) {
      if (error instanceof Error && error.name === 'StoreAway') throw error;
      audit({ event: 'provider-failed', orgId, address: request.ip, reason: (error as Error).name });
      return refuse(reply, 403, texts.refused);
    }
  });
}

/**
 * Whether our own login page opened this window, as every browser of today says. A link from elsewhere could sign a rep in, without a
 * click, for the attempt of a stranger, who then only has to talk the code out of him.
 */
function isOwnWindow({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
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

function showWindow(reply: FastifyReply, status: number): string {
  const nonce = randomBytes(16).toString('base64');
  reply.code(status).headers(windowHeaders(nonce)).type('text/html; charset=utf-8');
  return nonce;
}

function searchOf({ url }: FastifyRequest): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark);
}

/** A parameter that is given twice is no text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
