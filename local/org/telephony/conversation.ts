import type { OrgData } from '../org-data';
import { callOf, type Answer, type Given } from './voice-calls';

/** One thing that somebody said, as it came. */
export type SpokenMessage = {
  readonly messageId: string;
  readonly participantId: string;
  readonly senderType: string;
  readonly content: string;
  readonly startTime: number;
  readonly endTime: number;
};

/** What was said in a call, and what its listeners noticed meanwhile. Salesforce keeps both where no query reaches. */
export type Conversation = {
  readonly messages: readonly SpokenMessage[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
  /** What a service made of it when it was closed. */
  readonly signals: readonly Signal[];
};

/** How somebody sounded, and when: -1000 is the worst, 1000 the best. */
export type Signal = {
  readonly type: string;
  readonly value: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly participant: string;
};

const senders = ['END_USER', 'EXTERNAL_USER', 'HUMAN_AGENT', 'SUPERVISOR', 'VIRTUAL_AGENT'];
const conversations = new WeakMap<OrgData, Map<string, Conversation>>();
const nothing: Conversation = { messages: [], events: [], signals: [] };

/** What is kept of a call's conversation, by the id of the VoiceCall. */
export const conversationOf = (org: OrgData, callId: string): Conversation =>
  conversations.get(org)?.get(callId) ?? nothing;

/** Takes a line of a transcript [Create a Transcript]; a message that is there already is not added again. */
export function addMessage(org: OrgData, vendorCallKey: string, given: Given): Answer {
  return addAll(org, [{ vendorCallKey, messages: [given] }]);
}

/** So many calls, and lines of each, at once. */
const most = 5;

/** Takes lines of several calls [Create Transcripts in Bulk]: all, or none when one is not right. */
export function addMessagesInBulk(org: OrgData, { entries }: Given): Answer {
  if (!Array.isArray(entries) || entries.length === 0) return { refused: 'Required: entries' };
  const spoken: Spoken[] = [];
  const lines = new Map<string, number>();
  for (const entry of entries as readonly (Given | null)[]) {
    const { vendorCallKey, messages } = entry ?? {};
    if (typeof vendorCallKey !== 'string' || !Array.isArray(messages) || messages.length === 0)
      return { refused: 'Required of each entry: vendorCallKey, messages' };
    spoken.push({ vendorCallKey, messages: messages as readonly Given[] });
    lines.set(vendorCallKey, (lines.get(vendorCallKey) ?? 0) + messages.length);
  }
  if (lines.size > most || [...lines.values()].some((count) => count > most))
    return { refused: `At most ${most} voice calls, and ${most} messages of each` };
  return addAll(org, spoken);
}

type Spoken = { readonly vendorCallKey: string; readonly messages: readonly (Given | null)[] };

function addAll(org: OrgData, spoken: readonly Spoken[]): Answer {
  const taken: { readonly callId: string; readonly message: SpokenMessage }[] = [];
  for (const { vendorCallKey, messages } of spoken) {
    const call = callOf(org, vendorCallKey);
    if (!call) return { refused: `There is no voice call ${vendorCallKey}` };
    for (const each of messages) {
      const message = messageOf(each ?? {});
      if ('refused' in message) return message;
      taken.push({ callId: call.Id, message });
    }
  }
  for (const { callId, message } of taken) {
    const known = conversationOf(org, callId);
    if (known.messages.some(({ messageId }) => messageId === message.messageId)) continue;
    keep(org, callId, { ...known, messages: [...known.messages, message] });
  }
  return { result: 'Accepted' };
}

function messageOf(given: Given): SpokenMessage | { readonly refused: string } {
  const { messageId, participantId, senderType, content, startTime, endTime } = given;
  if (typeof messageId !== 'string' || typeof participantId !== 'string' || typeof content !== 'string')
    return { refused: 'Required: messageId, participantId, content' };
  if (typeof senderType !== 'string' || !senders.includes(senderType))
    return { refused: `senderType must be one of ${senders.join(', ')}` };
  if (typeof startTime !== 'number' || typeof endTime !== 'number' || endTime < startTime)
    return { refused: 'startTime and endTime are milliseconds, the end not before the start' };
  return { messageId, participantId, senderType, content, startTime, endTime };
}

/** Takes what a service that listens in noticed [Real-Time Conversation Events]. */
export function addEvents(org: OrgData, vendorCallKey: string, given: Given): Answer {
  const call = callOf(org, vendorCallKey);
  if (!call) return { refused: `There is no voice call ${vendorCallKey}` };
  const { service, events } = given;
  if (typeof service !== 'string' || !Array.isArray(events) || events.length === 0)
    return { refused: 'Required: service, events' };
  const known = conversationOf(org, call.Id);
  keep(org, call.Id, { ...known, events: [...known.events, ...(events as Readonly<Record<string, unknown>>[])] });
  return { result: 'Success' };
}

/** Takes what a service made of a conversation that is closed [Store a Post-Call Conversation Event]. */
export function addSignals(org: OrgData, vendorCallKey: string, given: Given): Answer {
  const call = callOf(org, vendorCallKey);
  // The documents rule out Salesforce's own id, and every call of the conversation but the first.
  if (call?.VendorCallKey !== vendorCallKey) return { refused: `There is no voice call with the key ${vendorCallKey}` };
  if (call.CallType === 'Transfer') return { refused: 'The key must be that of the first call of the conversation' };
  if (call.CallDisposition !== 'completed') return { refused: 'The conversation is not closed' };
  const { service, events } = given;
  if (typeof service !== 'string' || service === '' || !Array.isArray(events) || events.length === 0)
    return { refused: 'Required: service, events' };
  const signals = events as readonly unknown[];
  if (!signals.every(isSignal))
    return { refused: 'Required of each event: type, value, startTime, endTime, participant, with values that exist' };
  if (signals.some(({ startTime }, index) => startTime < (signals[index - 1]?.startTime ?? startTime)))
    return { refused: 'events must be sorted by startTime' };
  const known = conversationOf(org, call.Id);
  keep(org, call.Id, { ...known, signals: [...known.signals, ...signals] });
  return { status: '202 Accepted' };
}

function isSignal(given: unknown): given is Signal {
  if (typeof given !== 'object' || given === null) return false;
  const { type, value, startTime, endTime, participant } = given as Given;
  const isSentiment = typeof value === 'string' && /^-?\d{1,4}$/.test(value) && Math.abs(Number(value)) <= 1000;
  const isTimed = typeof startTime === 'number' && typeof endTime === 'number' && startTime <= endTime;
  return (
    type === 'IntelligenceSignal__Sentiment' &&
    isSentiment &&
    isTimed &&
    (participant === 'AGENT' || participant === 'CUSTOMER')
  );
}

function keep(org: OrgData, callId: string, conversation: Conversation): void {
  const all = conversations.get(org) ?? new Map<string, Conversation>();
  conversations.set(org, all.set(callId, conversation));
}
