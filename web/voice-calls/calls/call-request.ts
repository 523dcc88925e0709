import { z } from 'zod';
import type { Wanted } from '../salesforce/telephony';

const word = z.string().min(1).max(255);
const time = z.iso.datetime({ offset: true }).max(40);

/** A line of a transcript. */
export const message = z
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
const signals = z
  .object({
    service: word,
    events: z
      .array(
        z
          .object({
            type: word,
            value: z.string().min(1).max(4000),
            startedAt: time,
            endedAt: time,
            participant: z.enum(['AGENT', 'CUSTOMER'])
          })
          .refine(({ startedAt, endedAt }) => Date.parse(startedAt) <= Date.parse(endedAt))
      )
      .min(1)
      .max(50)
  })
  .transform(({ service, events: noticed }) => ({
    service,
    // Salesforce takes them only in the order of their start [Store a Post-Call Conversation Event].
    events: noticed
      .map(({ startedAt, endedAt, ...event }) => ({
        ...event,
        startTime: Date.parse(startedAt),
        endTime: Date.parse(endedAt)
      }))
      .sort((one, other) => one.startTime - other.startTime)
  }));
const flow = z
  .object({ dialedNumber: word.optional(), flowName: word.optional(), fallbackQueue: word.optional() })
  .refine(({ dialedNumber, flowName }) => dialedNumber !== undefined || flowName !== undefined)
  .transform(({ flowName, ...named }) => (flowName === undefined ? named : { ...named, flowDevName: flowName }));

/** What a phone system can tell and ask Salesforce about a call, by the last part of the address here. */
const requests = {
  messages: { method: 'POST', path: 'messages', body: message },
  events: { method: 'POST', path: 'realtimeConversationEvents', body: events },
  'post-events': { method: 'POST', path: 'postConversationEvents', body: signals },
  flow: { method: 'PATCH', path: 'omniFlow', body: flow },
  route: { method: 'POST', path: 'routeVoiceCall', body: z.object({ routingTarget: word }) },
  'clear-routing': { method: 'PATCH', path: 'clearRouting', body: z.object({}) },
  reroute: { method: 'PATCH', path: 'reroute', body: z.object({}) },
  callback: { method: 'POST', path: 'requestCallback', body: z.object({ callbackNumber: word }) }
} as const;

/** The name of a request about a call. */
export type CallRequestName = keyof typeof requests;

export const callRequestNames = Object.keys(requests) as readonly CallRequestName[];

/** Whether Salesforce wants it only once the conversation is closed. */
export const isAfterwards = (name: CallRequestName): boolean => name === 'post-events';

/** The request in Salesforce's words; undefined when the body is not what it takes. The vendor's key names the call in all of them. */
export function wantedOf(name: CallRequestName, callKey: string, given: unknown): Wanted | undefined {
  const { method, path, body } = requests[name];
  const read = body.safeParse(given);
  if (!read.success) return undefined;
  return { method, path: `/voiceCalls/${encodeURIComponent(callKey)}/${path}`, body: read.data };
}
