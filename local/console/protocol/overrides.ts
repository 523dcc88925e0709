import { capabilityNames } from './connector-ready';

/** What a connector says of a call that a rep's controls depend on, by the names of the SDK. */
export const callInfoFlags = [
  'acceptEnabled',
  'declineEnabled',
  'muteEnabled',
  'holdEnabled',
  'recordEnabled',
  'swapEnabled',
  'conferenceEnabled',
  'addCallerEnabled',
  'extensionEnabled',
  'showMuteButton',
  'showRecordButton',
  'showAddCallerButton',
  'showAddBlindTransferButton',
  'showMergeButton',
  'showSwapButton',
  'endCallDisabled',
  'isExternalTransfer',
  'isMultiParty'
] as const;

/** Words that replace what a connector says, so that every look of the dialer can be seen with any connector. */
export type Overrides = {
  readonly capabilities: Readonly<Record<string, boolean>>;
  readonly callInfo: Readonly<Record<string, boolean | string>>;
  readonly answers: ReplacedAnswers;
};

/** What a connector answers to Salesforce, beside its calls. */
export type ReplacedAnswers = {
  /** Of SIGNED_RECORDING_URL. */
  readonly recordingUrl?: string;
  /** Seconds. */
  readonly recordingDuration?: number;
  /** Of PHONE_CONTACTS: the kinds of contacts that there are, by the SDK's CONTACT_TYPE. */
  readonly contactTypes?: readonly string[];
};

/** As the connector says. */
export const noOverrides: Overrides = { capabilities: {}, callInfo: {}, answers: {} };

/** The message with the replaced words in it; anything that is no message stays as it is. */
export function overridden(data: unknown, { capabilities, callInfo, answers }: Overrides): unknown {
  if (typeof data !== 'object' || data === null) return data;
  const { type, payload } = data as { readonly type?: unknown; readonly payload?: unknown };
  if (type === 'CONNECTOR_READY') return { ...data, payload: withCapabilities(payload, capabilities) };
  if (type !== 'TELEPHONY_EVENT_DISPATCHED') return data;
  const told = { ...data, payload: withAnswers(payload, answers) };
  return Object.keys(callInfo).length === 0 ? told : { ...told, payload: withCallInfo(told.payload, callInfo) };
}

function withCapabilities(payload: unknown, changed: Overrides['capabilities']): unknown {
  const { capabilities } = (payload ?? {}) as { readonly capabilities?: Readonly<Record<string, boolean>> };
  if (!capabilities) return payload;
  const known = Object.entries(changed).filter(([name]) => capabilityNames.some((each) => each === name));
  return { ...(payload as object), capabilities: { ...capabilities, ...Object.fromEntries(known) } };
}

function withAnswers(payload: unknown, { recordingUrl, recordingDuration, contactTypes }: ReplacedAnswers): unknown {
  const { telephonyEventType, telephonyEventPayload } = (payload ?? {}) as Readonly<Record<string, unknown>>;
  const isRecording = telephonyEventType === 'SIGNED_RECORDING_URL' && recordingUrl !== undefined;
  const changed = isRecording
    ? { success: true, url: recordingUrl, ...(recordingDuration === undefined ? {} : { duration: recordingDuration }) }
    : telephonyEventType === 'PHONE_CONTACTS' && contactTypes !== undefined
      ? { contactTypes }
      : undefined;
  if (changed === undefined) return payload;
  return { ...(payload as object), telephonyEventPayload: { ...(telephonyEventPayload as object), ...changed } };
}

/** Every `callInfo` in it, however deep: of a call, of several, of a participant. */
function withCallInfo(value: unknown, changed: Overrides['callInfo']): unknown {
  if (Array.isArray(value)) return value.map((each) => withCallInfo(each, changed));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [
      name,
      name === 'callInfo' && typeof each === 'object' && each !== null
        ? { ...each, ...changed }
        : withCallInfo(each, changed)
    ])
  );
}
