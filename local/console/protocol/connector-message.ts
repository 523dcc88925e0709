import { z } from 'zod';
import { callAttributesShape, callInfoShape, contactShape, contactType, phoneCallShape } from './call-shape';
import { readyShape, type ReadyPayload } from './connector-ready';

const nothing = z.undefined().or(z.null());
const result = z.strictObject({ success: z.boolean() });
const text = z.string().nullish();
const truth = z.boolean().nullish();
const height = z.unknown();
const calls = z.union([z.array(phoneCallShape), phoneCallShape, nothing]);
const contactList = z.strictObject({
  contacts: z.array(contactShape).nullish(),
  contactTypes: z.array(contactType).nullish()
});
const participant = z.strictObject({
  initialCallHasEnded: truth,
  callInfo: callInfoShape.nullish(),
  callAttributes: callAttributesShape.nullish(),
  phoneNumber: text,
  callId: text,
  contact: contactShape.nullish(),
  connectionId: text
});
const holdToggle = z.strictObject({
  isThirdPartyOnHold: truth,
  isCustomerOnHold: truth,
  calls: z.union([z.array(phoneCallShape), z.record(z.string(), phoneCallShape)]).nullish(),
  isCallMerged: truth
});
const channelStats = z.looseObject({
  packetsCount: z.number().nullish(),
  packetsLost: z.number().nullish(),
  jitterBufferMillis: z.number().nullish(),
  roundTripTimeMillis: z.number().nullish()
});
const afterWork = z.strictObject({ agentWorkId: text, workItemId: text });
const vendorStatus = z.looseObject({ statusId: text, statusType: text, statusName: text });
const failure = z.union([
  z.strictObject({ message: z.string() }),
  z.strictObject({ customError: z.strictObject({ labelName: z.string(), namespace: z.string(), message: text }) })
]);

/**
 * What each event carries, after the source of scv-connector-base 4.8.10. A `loginFrameHeight` may be anything here, because the SDK
 * lets anything through: what the host makes of it is decided where the frame is sized.
 */
const payloads = {
  SHOW_LOGIN: z.union([
    z.strictObject({ isSilentLogin: z.literal(true) }),
    z.strictObject({ loginFrameHeight: height.optional() })
  ]),
  SHOW_STORAGE_ACCESS: result,
  STORAGE_ACCESS_RESULT: z.strictObject({
    success: z.boolean(),
    showLogin: truth,
    loginFrameHeight: height.optional()
  }),
  LOGIN_RESULT: z.looseObject({ success: z.boolean() }),
  LOGOUT_RESULT: z.strictObject({ success: z.boolean(), loginFrameHeight: height.optional() }),
  SET_AGENT_STATUS: z.strictObject({ statusId: z.string() }),
  SET_AGENT_STATUS_RESULT: z.strictObject({ success: z.boolean(), isStatusSyncNeeded: truth }),
  GET_AGENT_STATUS: vendorStatus,
  GET_AGENT_STATUS_RESULT: vendorStatus,
  STATE_CHANGE: z.looseObject({ newVendorStateInfo: vendorStatus, oldVendorStateInfo: vendorStatus.nullish() }),
  MESSAGE: z.unknown(),
  GET_CONTACTS_RESULT: contactList,
  AFTER_CONVERSATION_WORK_STARTED: afterWork,
  AFTER_CONVERSATION_WORK_ENDED: afterWork,
  AFTER_CALL_WORK_STARTED: z.unknown(),
  WRAP_UP_ENDED: z.unknown(),
  ERROR: failure,
  WARNING: z.looseObject({ message: z.string() }),
  INFO: z.strictObject({ message: z.string() }),
  CALL_STARTED: phoneCallShape,
  QUEUED_CALL_STARTED: phoneCallShape,
  CALL_CONNECTED: phoneCallShape,
  CALL_FAILED: nothing,
  CALL_UPDATED: z.looseObject({ call: phoneCallShape.nullish() }),
  HANGUP: calls,
  PARTICIPANT_ADDED: participant,
  PARTICIPANT_CONNECTED: participant,
  // After END_CALL the whole call that ended; else three fields; after a failed ADD_PARTICIPANT the reason alone.
  PARTICIPANT_REMOVED: z.union([phoneCallShape, z.literal(false)]),
  MUTE_TOGGLE: z.looseObject({ isMuted: truth, call: z.unknown().optional(), isGlobal: truth }),
  HOLD_TOGGLE: holdToggle,
  RECORDING_TOGGLE: z.strictObject({
    isRecordingPaused: truth,
    contactId: text,
    initialContactId: text,
    instanceId: text,
    region: text
  }),
  PHONE_CONTACTS: contactList,
  SIGNED_RECORDING_URL: z.looseObject({
    success: z.boolean(),
    url: text,
    duration: z.number().nullish(),
    callId: text
  }),
  AGENT_CONFIG_UPDATED: z.looseObject({ success: z.boolean(), isSystemEvent: truth }),
  GET_AUDIO_DEVICES: z.looseObject({ audioDevices: z.array(z.unknown()) }),
  AUDIO_STATS: z.strictObject({
    audioStats: z.strictObject({
      callId: text,
      stats: z.array(
        z.looseObject({ inputChannelStats: channelStats.nullish(), outputChannelStats: channelStats.nullish() })
      )
    })
  }),
  UPDATE_AUDIO_STATS_COMPLETED: z.strictObject({ callId: z.string(), mos: z.number() }),
  SUPERVISOR_CALL_STARTED: phoneCallShape,
  SUPERVISOR_CALL_CONNECTED: phoneCallShape,
  SUPERVISOR_BARGED_IN: phoneCallShape,
  // When a call comes while a supervisor listens, the SDK sends the result itself and not its calls.
  SUPERVISOR_HANGUP: z.union([z.looseObject({ calls: z.array(phoneCallShape) }), z.array(phoneCallShape), nothing]),
  CALL_BARGED_IN: z.looseObject({
    callId: z.string(),
    voiceCallId: text,
    callType: text,
    from: text,
    to: text,
    supervisorName: text,
    isBargedIn: truth,
    connectionId: text
  }),
  SHOW_TRANSFER_VIEW: z.unknown()
} as const;

/** Every event that the SDK can send. */
export type TelephonyEventType = keyof typeof payloads;
type EventOf<Type extends TelephonyEventType> = {
  readonly type: 'event';
  readonly event: Type;
  readonly payload: z.infer<(typeof payloads)[Type]>;
};
/** One event with what it carries. */
export type TelephonyEvent = { [Type in TelephonyEventType]: EventOf<Type> }[TelephonyEventType];

const outer = z.union([
  z.strictObject({
    type: z.literal('LOG'),
    payload: z.strictObject({ eventType: z.string().nullish(), payload: z.unknown().optional(), isError: truth })
  }),
  z.strictObject({
    type: z.literal('TELEPHONY_EVENT_DISPATCHED'),
    payload: z.strictObject({ telephonyEventType: z.string(), telephonyEventPayload: z.unknown().optional() })
  }),
  z.strictObject({ type: z.literal('CONNECTOR_READY'), payload: readyShape })
]);

/** A message of the connector, understood. */
export type ConnectorMessage =
  | TelephonyEvent
  | { readonly type: 'ready'; readonly payload: ReadyPayload }
  | { readonly type: 'log'; readonly eventType: string; readonly payload: unknown; readonly isError: boolean };

/** What came over the port, or in one line why it is nothing that the SDK sends. */
export type Checked =
  { readonly ok: true; readonly message: ConnectorMessage } | { readonly ok: false; readonly problem: string };

/** Checks what came over the port against everything that the SDK can send. */
export function checkConnectorMessage(data: unknown): Checked {
  const checked = outer.safeParse(data);
  if (!checked.success) return refused('message', checked.error);
  const { type, payload } = checked.data;
  if (type === 'LOG') {
    const { eventType, payload: logged, isError } = payload;
    return {
      ok: true,
      message: { type: 'log', eventType: eventType ?? '', payload: logged, isError: isError === true }
    };
  }
  if (type === 'CONNECTOR_READY') return { ok: true, message: { type: 'ready', payload } };
  const event = payload.telephonyEventType;
  if (!isEvent(event)) return { ok: false, problem: `There is no event ${event}` };
  const carried = payloads[event].safeParse(payload.telephonyEventPayload);
  if (!carried.success) return refused(event, carried.error);
  return { ok: true, message: { type: 'event', event, payload: carried.data } as TelephonyEvent };
}

const isEvent = (name: string): name is TelephonyEventType => Object.hasOwn(payloads, name);

function refused(what: string, error: z.ZodError): Checked {
  const words = error.issues.map(({ path, message }) => `${[what, ...path.map(String)].join('.')}: ${message}`);
  return { ok: false, problem: words.join('; ') };
}
