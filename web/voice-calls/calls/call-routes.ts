/* oxlint-disable typescript/require-await -- a plugin that is async needs no callback */
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { callReport } from './call-report';
import type { Calls } from './calls';
import { stateOf, type CallState, type KeptCall } from './kept-call';
import type { Outbox } from './outbox';

/** A call as an admin sees it, without anybody's phone number. */
export type ListedCall = {
  readonly callKey: string;
  readonly state: CallState;
  readonly creation: KeptCall['creation'];
  readonly completion: KeptCall['completion'];
  readonly voiceCallId?: string;
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly attempts: number;
  readonly nextTryAt?: string;
  /** Salesforce's own words, or a code. */
  readonly reason?: string;
  /** Salesforce's own words about what it left out when it created the call. */
  readonly problems?: string;
};

export type CallRoutes = {
  readonly calls: Calls;
  readonly outbox: Outbox;
  readonly isServed: (orgId: string) => boolean;
  /** Whether anything can be signed for the org: without a key, as where nobody uses Voice, no id comes however long one waits. */
  readonly hasKey: (orgId: string) => boolean;
  /** Milliseconds that a phone system waits for the id of a call; it rings the rep afterwards in any case. */
  readonly answerWithin: number;
};

const bodyLimit = 8192;
const mostListed = 500;

const orgIdOf = (request: FastifyRequest): string => (request.params as { readonly orgId: string }).orgId;
const callKeyOf = (request: FastifyRequest): string => (request.params as { readonly callKey: string }).callKey;
const refuse = (reply: FastifyReply, status: number, code: string): FastifyReply => reply.code(status).send({ code });

/** Where the phone system tells of calls, below `/phone-system/orgs/:orgId` and behind its token. */
export function reportRoute({ calls, isServed, hasKey, answerWithin }: CallRoutes): FastifyPluginAsync {
  return async (scope) => {
    scope.post('/calls', { bodyLimit }, async (request, reply) => {
      const orgId = orgIdOf(request);
      if (!isServed(orgId)) return refuse(reply, 404, 'NOT_FOUND');
      const report = callReport.safeParse(request.body);
      if (!report.success) return refuse(reply, 400, 'BAD_REQUEST');
      const waits = report.data.event === 'started' && hasKey(orgId) ? answerWithin : 0;
      const { voiceCallId } = await calls.hear(orgId, report.data, waits);
      // The report is kept for good either way.
      return voiceCallId === undefined ? reply.code(202).send({}) : { voiceCallId };
    });
  };
}

/** What an admin sees of the calls, and can do about those that are stuck; below `/admin/orgs/:orgId`, behind the admin's token. */
export function callRoutes({ calls, outbox, isServed }: CallRoutes): FastifyPluginAsync {
  return async (scope) => {
    scope.get('/calls', async (request, reply) => {
      const orgId = orgIdOf(request);
      if (!isServed(orgId)) return refuse(reply, 404, 'NOT_FOUND');
      const listed = outbox.unfinished(orgId, mostListed).map(listedCall);
      return { ...outbox.counts(orgId), calls: listed };
    });
    scope.get('/calls/:callKey', async (request, reply) => {
      const call = outbox.find(orgIdOf(request), callKeyOf(request));
      return call === undefined ? refuse(reply, 404, 'NOT_FOUND') : listedCall(call);
    });
    scope.post('/calls/:callKey/retry', async (request, reply) => {
      const call = calls.retry(orgIdOf(request), callKeyOf(request));
      return call === undefined ? refuse(reply, 404, 'NOT_FOUND') : listedCall(call);
    });
    scope.delete('/calls/:callKey', async (request, reply) => {
      calls.forget(orgIdOf(request), callKeyOf(request));
      return reply.code(204).send();
    });
  };
}

function listedCall(call: KeptCall): ListedCall {
  const { callKey, creation, completion, voiceCallId, start, end, attempts, dueAt, reason, problems } = call;
  return {
    ...{ callKey, state: stateOf(call), creation, completion, startedAt: start.startedAt, attempts },
    ...(voiceCallId === undefined ? {} : { voiceCallId }),
    ...(end === undefined ? {} : { endedAt: end.endedAt }),
    ...(dueAt === undefined ? {} : { nextTryAt: new Date(dueAt).toISOString() }),
    ...(reason === undefined ? {} : { reason }),
    ...(problems === undefined ? {} : { problems })
  };
}
