/* oxlint-disable typescript/require-await -- a hook or a route that is async needs no callback, and may throw */
import type { FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { Failure } from '../failure';
import { authenticatorsOf } from '../authenticators/authenticator';
import type { PageKind } from '../pages/pages';
import { pageHeaders, phoneWindowHeaders } from './answer-headers';
import { orgOf, type ServiceContext } from './service-context';

const kinds: readonly PageKind[] = ['login', 'connector', 'softphone'];

/** The pages that Salesforce frames, what they load, and the sign of life for a proxy. */
export function pageRoutes(app: FastifyInstance, context: ServiceContext): void {
  const providersOf = (orgId: string): readonly string[] =>
    authenticatorsOf(context.authenticators, orgId).flatMap((each) => (each.kind === 'oidc' ? each.silentOrigin : []));
  for (const kind of kinds) {
    app.get(`/orgs/:orgId/${kind}`, async (request, reply) => {
      const org = orgOf(context, request);
      const nonce = randomBytes(16).toString('base64');
      reply
        .headers(pageHeaders(context.settings, org, kind, nonce, providersOf(org.orgId)))
        .type('text/html; charset=utf-8');
      return context.pages.html(kind, org, nonce);
    });
  }
  app.get('/orgs/:orgId/softphone/window', async (request, reply) => {
    const org = orgOf(context, request);
    const nonce = randomBytes(16).toString('base64');
    reply.headers(phoneWindowHeaders(nonce)).type('text/html; charset=utf-8');
    return context.pages.html('softphone', org, nonce);
  });
  app.get('/assets/:name', async (request, reply) => {
    const asset = context.pages.asset((request.params as { readonly name: string }).name);
    if (asset === undefined) throw new Failure('NOT_FOUND');
    // The name changes with the content.
    reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type);
    return asset.body;
  });
  app.get('/health', async () => {
    await context.store.nextDueAt();
    return { status: 'ok' };
  });
}
