import type { FastifyPluginAsync } from 'fastify';
import { createCallAudit } from './call-audit';
import { callRoutes, reportRoute } from './calls/call-routes';
import { startCalls } from './calls/calls';
import { openOutbox } from './calls/outbox';
import { requestRoutes } from './calls/request-routes';
import type { Clock } from './clock';
import { watchCertificates } from './keys/certificate-watch';
import { openKeyRing } from './keys/key-ring';
import { keyRoutes } from './keys/key-routes';
import { createSendRequest, type SendRequest } from './salesforce/send-request';
import { createTelephony } from './salesforce/telephony';
import type { VoiceOrg } from './voice-org';

export type VoiceCallsOptions = {
  readonly orgs: readonly VoiceOrg[];
  /** Holds the private keys; nobody else may read it. Nodes share it. */
  readonly keysFolder: string;
  /** Where calls wait for Salesforce: each node's own. */
  readonly outboxFile: string;
  readonly hasOtherNodes: boolean;
  readonly clock: Clock;
  readonly writeAudit: (line: string) => void;
  /** What the header `Telephony-Provider-Name` says. */
  readonly providerName?: string;
  readonly sendRequest?: SendRequest;
  readonly random?: () => number;
  readonly completeAfter?: number;
  readonly answerWithin?: number;
};

/** Plugins for the session service, and the end of it all. */
export type VoiceCalls = {
  readonly admin: readonly FastifyPluginAsync[];
  readonly phoneSystem: readonly FastifyPluginAsync[];
  readonly close: () => Promise<void>;
};

const answerWithin = 2500;
const completeAfter = 2000;
const requestTimeout = 10_000;

/** Opens keys and outbox, goes on with the calls that wait there, and serves the endpoints. Throws when another process has the outbox. */
export function openVoiceCalls(options: VoiceCallsOptions): VoiceCalls {
  const { clock, keysFolder, hasOtherNodes } = options;
  const audit = createCallAudit(options.writeAudit, clock.now);
  const sendRequest =
    options.sendRequest ??
    createSendRequest({ providerName: options.providerName ?? 'ringdown', timeoutMs: requestTimeout });
  const orgs = new Map(
    options.orgs.map((org) => {
      const keys = openKeyRing({ org, keysFolder, clock, audit });
      const telephony = createTelephony({ org, keys, clock, audit, sendRequest });
      return [org.orgId, { org, keys, telephony }] as const;
    })
  );
  const outbox = openOutbox(options.outboxFile);
  const calls = startCalls({
    ...{ orgs, outbox, clock, audit, hasOtherNodes, random: options.random ?? Math.random },
    completeAfter: options.completeAfter ?? completeAfter
  });
  const rings = new Map([...orgs].map(([orgId, { keys }]) => [orgId, keys]));
  const stopWatching = watchCertificates({ rings, clock, audit });
  const ringOf = (orgId: string) => {
    const org = orgs.get(orgId);
    return org && { keys: org.keys, accepted: org.telephony.lastAccepted() };
  };
  const isServed = (orgId: string): boolean => orgs.has(orgId);
  const hasKey = (orgId: string): boolean => (orgs.get(orgId)?.keys.signers().length ?? 0) > 0;
  const routes = { calls, outbox, isServed, hasKey, answerWithin: options.answerWithin ?? answerWithin };
  return {
    admin: [keyRoutes({ now: clock.now, ringOf }), callRoutes(routes)],
    phoneSystem: [reportRoute(routes), requestRoutes({ outbox, telephonyOf: (orgId) => orgs.get(orgId)?.telephony })],
    close: async () => {
      stopWatching();
      await calls.stop();
      outbox.close();
    }
  };
}
