/* oxlint-disable typescript/require-await -- a plugin that is async needs no callback */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Accepted } from '../salesforce/telephony';
import { endsSoon } from './certificate-watch';
import type { KeyRefusal, KeyRing, OrgKey } from './key-ring';

/** One key pair as an admin sees it: everything but the private key. */
export type ListedKey = {
  readonly keyId: string;
  readonly state: OrgKey['state'];
  readonly certificate: string;
  readonly createdAt: string;
  readonly endsAt: string;
  /** Within 30 days, or already: it is time for a new pair. */
  readonly endsSoon: boolean;
  readonly activatedAt?: string;
  /** When Salesforce last took a request that it signed, as far as this process knows. */
  readonly acceptedAt?: string;
};

export type KeyRoutes = {
  readonly now: () => number;
  readonly ringOf: (orgId: string) => { readonly keys: KeyRing; readonly accepted: Accepted | undefined } | undefined;
};

const statuses: Readonly<Record<KeyRefusal, number>> = {
  NOT_FOUND: 404,
  KEY_ACTIVE: 409,
  KEY_ENDED: 409,
  TOO_MANY_KEYS: 409
};

/** The admin's endpoints for key pairs, below `/admin/orgs/:orgId` and behind the admin's token. */
export function keyRoutes({ now, ringOf }: KeyRoutes): FastifyPluginAsync {
  const refuse = (reply: FastifyReply, code: KeyRefusal): FastifyReply => reply.code(statuses[code]).send({ code });
  const found = (request: FastifyRequest): ReturnType<KeyRoutes['ringOf']> =>
    ringOf((request.params as { readonly orgId: string }).orgId);
  const keyIdOf = (request: FastifyRequest): string => (request.params as { readonly keyId: string }).keyId;
  const listed = (key: OrgKey, accepted: Accepted | undefined): ListedKey => {
    const { keyId, state, certificate, createdAt, activatedAt, endsAt } = key;
    return {
      ...{ keyId, state, certificate, createdAt },
      ...{ endsAt: new Date(endsAt).toISOString(), endsSoon: endsSoon(endsAt, now()) },
      ...(activatedAt === undefined ? {} : { activatedAt }),
      ...(accepted?.keyId === keyId ? { acceptedAt: new Date(accepted.at).toISOString() } : {})
    };
  };

  return async (scope) => {
    scope.get('/keys', async (request, reply) => {
      const org = found(request);
      if (org === undefined) return refuse(reply, 'NOT_FOUND');
      return { keys: org.keys.list().map((key) => listed(key, org.accepted)) };
    });
    scope.post('/keys', async (request, reply) => {
      const org = found(request);
      const key = org === undefined ? 'NOT_FOUND' : await org.keys.create();
      return typeof key === 'string' ? refuse(reply, key) : reply.code(201).send(listed(key, org?.accepted));
    });
    scope.post('/keys/:keyId/activate', async (request, reply) => {
      const org = found(request);
      const key = org === undefined ? 'NOT_FOUND' : org.keys.activate(keyIdOf(request));
      return typeof key === 'string' ? refuse(reply, key) : listed(key, org?.accepted);
    });
    scope.delete('/keys/:keyId', async (request, reply) => {
      const org = found(request);
      const removed = org === undefined ? 'NOT_FOUND' : org.keys.remove(keyIdOf(request));
      // Whoever asks twice is told the same.
      return typeof removed === 'string' ? refuse(reply, removed) : reply.code(204).send();
    });
  };
}
