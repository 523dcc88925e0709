import { z } from 'zod';
import type { Wanted } from '../salesforce/telephony';

const word = z.string().min(1).max(255);
const time = z.iso.datetime({ offset: true }).max(40);

const message = z
  .object({
    messageId: word,
    participantId: word,
    senderType: z.enum(['END_USER', 'EXTERNAL_USER', 'HUMAN_AGENT', 'SUPERVISOR', 'VIRTUAL_AGENT']),
    content: z.string().min(1).max(16_000),
    startedAt: time,
    endedAt: time
  })
  .refine(({ startedAt, endedAt }) => Date.parse(startedAt) <= Date.parse(endedAt))
  .transform(({ startedAt, endedAt, ...said }) => ({
    ...said,
    startTime: Date.parse(startedAt),
    endTime: Date.parse(endedAt)
  }));
const events = z
  .object({
    service: word,
    persist: z.boolean().default(true),
    events: z
      .array(z.object({ type: word, value: z.string().max(4000).optional(), startedAt: time }))
      .min(1)
      .max(50)
  })
  .transform(({ service, persist, events: noticed }) => ({
    ...{ service, persist },
    events: noticed.map(({ startedAt, ...event }) => ({ ...event, startTime: Date.parse(startedAt) }))
  }));
const flow = z
  .object({ dialedNumber: word.optional(), flowName: word.optional(), fallbackQueue: word.optional() })
  .refine(({ dialedNumber, flowName }) => dialedNumber !== undefined || flowName !== undefined);

/** What a phone system can ask of Salesforce about a call that is going on, by the last part of the address here. */
const requests = {
  messages: { method: 'POST', path: 'messages', body: message },
  events: { method: 'POST', path: 'realtimeConversationEvents', body: events },
  flow: { method: 'PATCH', path: 'omniFlow', body: flow },
  route: { method: 'POST', path: 'routeVoiceCall', body: z.object({ routingTarget: word }) },
  'clear-routing': { method: 'PATCH', path: 'clearRouting', body: z.object({}) },
  reroute: { method: 'PATCH', path: 'reroute', body: z.object({}) },
  callback: { method: 'POST', path: 'requestCallback', body: z.object({ callbackNumber: word }) }
} as const;

/** The name of a request about a call. */
export type CallRequestName = keyof typeof requests;

export const callRequestNames = Object.keys(requests) as readonly CallRequestName[];

/** The request in Salesforce's words; undefined when the body is not what it takes. The vendor's key names the call in all of them. */
export function wantedOf(name: CallRequestName, callKey: string, given: unknown): Wanted | undefined {
  const { method, path, body } = requests[name];
  const read = body.safeParse(given);
  if (!read.success) return undefined;
  return { method, path: `/voiceCalls/${encodeURIComponent(callKey)}/${path}`, body: read.data };
}
