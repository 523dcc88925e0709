import type { WireCall } from '../../protocol/call-shape';
import { orgPlace, settings } from '../settings';
import type { Omni } from './omni';
import { note } from './transcript';

/** The VoiceCalls of a rep: those that Salesforce's page made of calls that the rep placed, and of callbacks. */
export type RepCalls = {
  /** Salesforce's id of a call: what the connector said, or what the page made. */
  readonly idOf: (call: WireCall) => string | undefined;
  readonly onMade: (listener: (call: WireCall) => void) => void;
};

/**
 * Plays Salesforce's part in the calls of a rep. Of a call that is taken the rep becomes the owner. Of one that the rep places the
 * Telephony Integration API makes no record ("Outbound calls aren't supported"), and a connector names no VoiceCall that it does not have:
 * the page makes it of CALL_STARTED, under the call's id. Of a callback it makes one when that is offered: on the event of a queued
 * callback "a new conversation and Voice Call record are created" (guide, "Queued Callbacks"). That it makes one of calls between reps,
 * no document says: it makes none.
 */
export function keepRepCalls(omni: Omni): RepCalls {
  const made = new Map<string, string>();
  const taken = new Set<string>();
  const listeners: ((call: WireCall) => void)[] = [];
  const keep = async (call: WireCall, vendorCallKey: string): Promise<void> => {
    const { voiceCallId } = await askOrg('POST', {
      vendorCallKey,
      startTime: (call.callInfo?.callStateTimestamp ?? new Date()).toISOString(),
      callType: typeOf(call),
      to: call.phoneNumber ?? call.contact?.phoneNumber ?? '',
      from: call.fromContact?.phoneNumber
    });
    made.set(vendorCallKey, voiceCallId);
    note({ direction: 'host', name: 'VoiceCall made', payload: { voiceCallId, vendorCallKey } });
    for (const listener of listeners) listener(call);
  };
  const take = (voiceCallId: string): void => {
    if (taken.has(voiceCallId)) return;
    taken.add(voiceCallId);
    askOrg('PATCH', { voiceCallId }).catch((error: unknown) => {
      taken.delete(voiceCallId);
      note({ direction: 'host', name: 'VoiceCall not taken', payload: { voiceCallId, why: String(error) } });
    });
  };
  omni.onMessage((message) => {
    if (message.type !== 'event' || settings.hasOrg !== true) return;
    // Work that is accepted is the rep's; of a call that was taken over the record is known a moment later.
    const talking =
      message.event === 'CALL_CONNECTED'
        ? message.payload
        : message.event === 'CALL_UPDATED'
          ? message.payload.call
          : undefined;
    const known = talking?.state === 'connected' ? talking.callAttributes?.voiceCallId : undefined;
    if (known) take(known);
    // Once more when the other side answers: the org may have been away, and the same key makes one record.
    const { event } = message;
    if (event !== 'QUEUED_CALL_STARTED' && event !== 'CALL_STARTED' && event !== 'CALL_CONNECTED') return;
    const { callId, callAttributes } = message.payload;
    const isPlaced = typeOf(message.payload) !== undefined && !callAttributes?.voiceCallId;
    if (!isPlaced || !callId || made.has(callId)) return;
    keep(message.payload, callId).catch((error: unknown) =>
      note({ direction: 'host', name: 'VoiceCall not made', payload: { callId, why: String(error) } })
    );
  });
  return {
    idOf: ({ callId, callAttributes }) => callAttributes?.voiceCallId ?? made.get(callId ?? ''),
    onMade: (listener) => void listeners.push(listener)
  };
}

/** What the record is of, in the words of the object; undefined of a call of which the page makes none. */
function typeOf({ callType }: WireCall): 'Outbound' | 'Callback' | undefined {
  const word = callType?.toLowerCase();
  if (word === 'outbound') return 'Outbound';
  return word === 'callback' || word === 'dialedcallback' ? 'Callback' : undefined;
}

async function askOrg(method: 'POST' | 'PATCH', body: object): Promise<{ readonly voiceCallId: string }> {
  const response = await fetch(`${orgPlace()}/__local/ui-api/voice-calls`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as { readonly voiceCallId: string };
}
