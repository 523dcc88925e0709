import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SessionAnswer } from '../../shared/session-wire/session-answer';
import type { SessionView } from '../../shared/session-wire/session-view';
import { Failure } from '../failure';
import { renewSession } from '../sessions/renew-session';
import { viewOf } from '../sessions/session-terms';
import type { SessionRecord } from '../store/session-store';
import { bodyOf, requireOwnPage } from './guards';
import { orgOf, type ServiceContext } from './service-context';
import { clearSessionCookie, credentialOf, setSessionCookie, type Credential } from './session-cookie';
import { listed, type ListedSession } from './listed-session';

const activityBody = z.object({ inCall: z.boolean() });

/** What a rep's pages do with the session that they have. */
export function sessionRoutes(app: FastifyInstance, context: ServiceContext): void {
  const { settings, time, sessions, audit } = context;
  const { policy } = settings;
  const onRequest = requireOwnPage(settings.origin);

  app.get('/orgs/:orgId/session', async (request): Promise<SessionAnswer> => {
    const { orgId } = orgOf(context, request);
    const credential = credentialOf(orgId, request);
    if (credential === undefined) return { state: 'signed-out' };
    const found = await sessions.find(orgId, credential.id);
    if ('ending' in found) return { state: 'signed-out', reason: found.ending };
    return { state: 'signed-in', session: viewOf(found.record, policy, time.now()) };
  });

  app.post('/orgs/:orgId/session/activity', { onRequest }, async (request, reply): Promise<SessionView> => {
    const { inCall } = bodyOf(activityBody, request);
    const { record, credential } = await sessionOf(context, request);
    const { orgId, handle } = record;
    const renewal = await renewSession({ ...context, policy }, record, { id: credential.id, inCall });
    if ('ending' in renewal) {
      if (renewal.ending !== 'gone') await sessions.end({ orgId, handle, reason: renewal.ending, by: 'service' });
      throw new Failure('NOT_SIGNED_IN');
    }
    const view = viewOf(renewal.record, policy, time.now());
    if (renewal.id === undefined) return view;
    audit({ event: 'session-rotated', orgId, handle, address: request.ip });
    if (credential.by === 'bearer') return { ...view, bearer: renewal.id };
    setSessionCookie(reply, orgId, renewal.id);
    return view;
  });

  app.delete('/orgs/:orgId/session', { onRequest }, async (request, reply) => {
    const { orgId } = orgOf(context, request);
    const credential = credentialOf(orgId, request);
    const found = credential === undefined ? undefined : await sessions.find(orgId, credential.id);
    if (found !== undefined && 'record' in found)
      await sessions.end({ orgId, handle: found.record.handle, reason: 'signed-out', by: 'rep' });
    return goodbye(reply, orgId);
  });

  app.get('/orgs/:orgId/sessions', async (request): Promise<{ readonly sessions: readonly ListedSession[] }> => {
    const { record } = await sessionOf(context, request);
    const records = await ownSessions(context, record);
    const now = time.now();
    return {
      sessions: records.map((each) => ({ ...listed(each, policy, now), isThis: each.handle === record.handle }))
    };
  });

  app.delete('/orgs/:orgId/sessions/:handle', { onRequest }, async (request, reply) => {
    const { record } = await sessionOf(context, request);
    const { handle } = request.params as { readonly handle: string };
    const own = (await ownSessions(context, record)).find((each) => each.handle === handle);
    if (own === undefined) throw new Failure('NOT_FOUND');
    // Whoever sits there is told more than that they logged out.
    await sessions.end({ orgId: own.orgId, handle, reason: 'revoked', by: 'rep' });
    return handle === record.handle ? goodbye(reply, own.orgId) : reply.code(204).send();
  });

  app.delete('/orgs/:orgId/sessions', { onRequest }, async (request, reply) => {
    const { record } = await sessionOf(context, request);
    for (const { orgId, handle } of await ownSessions(context, record))
      await sessions.end({ orgId, handle, reason: 'signed-out', by: 'rep' });
    return goodbye(reply, record.orgId);
  });
}

/** The session of a request that needs one. */
export async function sessionOf(
  context: ServiceContext,
  request: FastifyRequest
): Promise<{ readonly record: SessionRecord; readonly credential: Credential }> {
  const { orgId } = orgOf(context, request);
  const credential = credentialOf(orgId, request);
  const found = credential === undefined ? undefined : await context.sessions.find(orgId, credential.id);
  if (credential === undefined || found === undefined || 'ending' in found) throw new Failure('NOT_SIGNED_IN');
  return { record: found.record, credential };
}

/** Those of the same agent; another who has the same name in Salesforce is another. */
async function ownSessions(
  { store }: ServiceContext,
  { orgId, agentName }: SessionRecord
): Promise<readonly SessionRecord[]> {
  return (await store.sessionsOfUser(orgId, agentName)).filter((record) => record.agentName === agentName);
}

function goodbye(reply: FastifyReply, orgId: string): FastifyReply {
  clearSessionCookie(reply, orgId);
  return reply.code(204).send();
}
