/* oxlint-disable typescript/require-await -- a plugin that is async needs no callback */
import type { FastifyPluginAsync } from 'fastify';
import type { Outcome, Telephony } from '../salesforce/telephony';
import { bulkMessagesOf } from './bulk-messages';
import { callRequestNames, isAfterwards, wantedOf } from './call-request';
import { stateOf, type KeptCall } from './kept-call';
import { firstOf } from './next-step';
import type { Outbox } from './outbox';
import { refusalIn } from './read-answer';

export type RequestRoutes = {
  readonly outbox: Outbox;
  readonly telephonyOf: (orgId: string) => Telephony | undefined;
};

const bodyLimit = 65_536;
/** Five lines of each of five calls. */
const bulkLimit = 25 * bodyLimit;

/**
 * Where the phone system tells what is said in a call and asks for its routing, below `/phone-system/orgs/:orgId` and behind its token.
 * Each is signed here and sent once: what nobody can use a minute later is not kept, and the phone system hears what became of it.
 */
export function requestRoutes({ outbox, telephonyOf }: RequestRoutes): FastifyPluginAsync {
  return async (scope) => {
    scope.post('/messages', { bodyLimit: bulkLimit }, async (request, reply) => {
      const { orgId } = request.params as { readonly orgId: string };
      const telephony = telephonyOf(orgId);
      if (telephony === undefined) return reply.code(404).send({ code: 'NOT_FOUND' });
      const bulk = bulkMessagesOf(request.body);
      if (bulk === undefined) return reply.code(400).send({ code: 'BAD_REQUEST' });
      const calls = bulk.callKeys.map((callKey) => ({ callKey, call: outbox.find(orgId, callKey) }));
      // Nothing is sent for any of them: the phone system tells the others again without this one.
      const unknown = calls.find(({ call }) => call === undefined);
      if (unknown) return reply.code(404).send({ code: 'NOT_FOUND', callKey: unknown.callKey });
      const missing = calls.find(({ call }) => call !== undefined && !isInSalesforce(call));
      if (missing) return reply.code(409).send({ code: 'NOT_IN_SALESFORCE', callKey: missing.callKey });
      const { status, body } = answerTo(await telephony.send(bulk.wanted, () => undefined));
      return reply.code(status).send(body);
    });
    for (const name of callRequestNames)
      scope.post(`/calls/:callKey/${name}`, { bodyLimit }, async (request, reply) => {
        const { orgId, callKey } = request.params as { readonly orgId: string; readonly callKey: string };
        const telephony = telephonyOf(orgId);
        const known = outbox.find(orgId, callKey);
        if (telephony === undefined || known === undefined) return reply.code(404).send({ code: 'NOT_FOUND' });
        // What is told of a conversation that is closed is told under the key of its first call.
        const call = isAfterwards(name) ? firstOf(outbox, known) : known;
        const wanted = wantedOf(name, call.callKey, request.body ?? {});
        if (wanted === undefined) return reply.code(400).send({ code: 'BAD_REQUEST' });
        if (isAfterwards(name) && stateOf(call) !== 'finished') return reply.code(409).send({ code: 'NOT_OVER' });
        if (!isAfterwards(name) && !isInSalesforce(call)) return reply.code(409).send({ code: 'NOT_IN_SALESFORCE' });
        const { status, body } = answerTo(await telephony.send(wanted, () => undefined));
        return reply.code(status).send(body);
      });
  };
}

const isInSalesforce = ({ creation }: KeptCall): boolean =>
  creation === 'created' || creation === 'unsure' || creation === 'theirs';

/** What the phone system hears. Only `NOT_SENT` may be asked again without a thought; a message may always, its id says that it is the same. */
function answerTo(outcome: Outcome): { readonly status: number; readonly body: object } {
  switch (outcome.kind) {
    case 'answered': {
      const { status, body } = outcome;
      if (status >= 200 && status < 300) return { status: 200, body: { answer: body } };
      if (status === 429 || status >= 500) return { status: 503, body: { code: 'TRY_LATER' } };
      return { status: 422, body: { code: 'REFUSED', reason: refusalIn(status, body) } };
    }
    case 'not-sent':
      return { status: 503, body: { code: 'NOT_SENT' } };
    case 'unauthorized':
    case 'no-key':
      return { status: 503, body: { code: 'NO_KEY' } };
    case 'lost':
    case 'arrived':
      return { status: 504, body: { code: 'LOST' } };
    default:
      return outcome satisfies never;
  }
}
