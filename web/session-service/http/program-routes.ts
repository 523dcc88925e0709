/* oxlint-disable typescript/require-await -- a plugin that is async needs no callback */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { Failure } from '../failure';
import { bodyOf, requireToken } from './guards';
import { listed, type ListedSession } from './listed-session';
import { orgOf, type ServiceContext } from './service-context';

/** Endpoints that others add behind the token of the admin or of the phone system, below `/…/orgs/:orgId` of an org that is served. */
export type ProgramPlugins = {
  readonly admin?: readonly FastifyPluginAsync[];
  readonly phoneSystem?: readonly FastifyPluginAsync[];
};

const revocation = z.object({ userName: z.string().min(1).max(255) });

/** What an admin and the phone system may do, each with its own token. */
export async function programRoutes(
  app: FastifyInstance,
  context: ServiceContext,
  plugins: ProgramPlugins
): Promise<void> {
  const { settings, audit, rate } = context;
  const guarded = (
    by: 'admin' | 'phone-system',
    token: string | undefined,
    routes: readonly FastifyPluginAsync[]
  ): FastifyPluginAsync => {
    const require = requireToken(token);
    return async (scope) => {
      scope.addHook('onRequest', async (request) => {
        await require(request).catch((error: unknown) => {
          // Whoever has the token is never kept waiting by those who guess.
          rate(request.ip);
          audit({ event: 'request-refused', by, address: request.ip, reason: 'token' });
          throw error;
        });
      });
      scope.addHook('onRequest', async (request) => void orgOf(context, request));
      for (const plugin of routes) await scope.register(plugin);
    };
  };
  const admin = [adminSessions(context), ...(plugins.admin ?? [])];
  const phoneSystem = [phoneSystemRevocations(context), ...(plugins.phoneSystem ?? [])];
  await app.register(guarded('admin', settings.adminToken, admin), { prefix: '/admin/orgs/:orgId' });
  await app.register(guarded('phone-system', settings.phoneSystemToken, phoneSystem), {
    prefix: '/phone-system/orgs/:orgId'
  });
}

function adminSessions(context: ServiceContext): FastifyPluginAsync {
  const { settings, store, time, sessions } = context;
  return async (scope) => {
    scope.get('/sessions', async (request): Promise<{ readonly sessions: readonly ListedSession[] }> => {
      const records = await store.sessionsOfOrg(orgOf(context, request).orgId);
      return { sessions: records.map((record) => listed(record, settings.policy, time.now())) };
    });
    scope.delete('/sessions/:handle', async (request, reply) => {
      const { handle } = request.params as { readonly handle: string };
      const { orgId } = orgOf(context, request);
      if (!(await sessions.end({ orgId, handle, reason: 'revoked', by: 'admin' }))) throw new Failure('NOT_FOUND');
      return reply.code(204).send();
    });
    scope.delete('/users/:userName/sessions', async (request, reply) => {
      const { userName } = request.params as { readonly userName: string };
      await sessions.endAllOf(orgOf(context, request).orgId, userName, { reason: 'revoked', by: 'admin' });
      return reply.code(204).send();
    });
  };
}

function phoneSystemRevocations(context: ServiceContext): FastifyPluginAsync {
  return async (scope) => {
    scope.post('/revocations', async (request) => {
      const { userName } = bodyOf(revocation, request);
      const { orgId } = orgOf(context, request);
      const ended = await context.sessions.endAllOf(orgId, userName, { reason: 'revoked', by: 'phone-system' });
      return { ended };
    });
  };
}
