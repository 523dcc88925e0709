import { z } from 'zod';

// Zod would try out whether it may compile code; the console's page forbids that, and reports the attempt.
z.config({ jitless: true });

/** One of the SDK's words; its validator ignores case, so connectors do too. */
export const word = (...words: readonly string[]): z.ZodType<string> =>
  z.string().refine((text) => words.some((each) => each.toLowerCase() === text.toLowerCase()), {
    error: `expected one of ${words.join(', ')}`
  });

const text = z.string().nullish();
const truth = z.boolean().nullish();

/** What the SDK calls CONTACT_TYPE. */
export const contactType = word('PhoneBook', 'Queue', 'PhoneNumber', 'Agent', 'Flow');

/** A person, queue or number, as `Contact` of the SDK puts it on the wire. */
export const contactShape = z.looseObject({
  phoneNumber: text,
  id: text,
  type: contactType.nullish(),
  name: text,
  listType: word('Transfer', 'Conference', 'All').nullish(),
  prefix: text,
  extension: text,
  endpointARN: text,
  queue: text,
  availability: word('AVAILABLE', 'BUSY', 'OFFLINE').nullish(),
  queueWaitTime: z.union([z.string(), z.number()]).nullish(),
  recordId: text,
  description: text
});

/** What a rep may do with a call, and how it stands: `CallInfo` of the SDK. */
export const callInfoShape = z.looseObject({
  isOnHold: truth,
  isMuted: truth,
  isRecordingPaused: truth,
  callStateTimestamp: z.date().nullish(),
  queueTimestamp: z.date().nullish(),
  queueId: text,
  queueName: text,
  initialCallId: text,
  isSoftphoneCall: truth,
  acceptEnabled: truth,
  declineEnabled: truth,
  muteEnabled: truth,
  swapEnabled: truth,
  conferenceEnabled: truth,
  holdEnabled: truth,
  recordEnabled: truth,
  addCallerEnabled: truth,
  extensionEnabled: truth,
  isReplayable: truth,
  isBargeable: truth,
  isExternalTransfer: truth,
  removeParticipantVariant: word('ALWAYS', 'NEVER', 'ALWAYS_EXCEPT_ON_HOLD').nullish(),
  showMuteButton: truth,
  showRecordButton: truth,
  showAddCallerButton: truth,
  showAddBlindTransferButton: truth,
  showMergeButton: truth,
  showSwapButton: truth,
  additionalFields: text,
  isMultiParty: truth,
  isHIDCall: truth,
  endCallDisabled: truth,
  renderContactId: text
});

/** `PhoneCallAttributes` of the SDK. */
export const callAttributesShape = z.looseObject({
  voiceCallId: text,
  participantType: word('Agent', 'Initial_Caller', 'Third_Party', 'Supervisor').nullish(),
  parentId: text,
  isOnHold: truth,
  dialerType: word('OutboundPreview', 'None').nullish(),
  hasSupervisorBargedIn: truth,
  isAutoMergeOn: truth,
  isConsultCall: truth
});

/** The SDK leaves out what a connector did not say, so that only the type of the call is sure. */
export const phoneCallShape = z.looseObject({
  callId: text,
  connectionId: text,
  callType: word(
    'Inbound',
    'Outbound',
    'Callback',
    'AddParticipant',
    'Transfer',
    'InternalCall',
    'DialedCallback',
    'Consult'
  ).nullish(),
  callSubtype: word('PSTN', 'WebRTC').nullish(),
  phoneNumber: text,
  callInfo: callInfoShape.nullish(),
  contact: contactShape.nullish(),
  fromContact: contactShape.nullish(),
  toContact: contactShape.nullish(),
  reason: text,
  closeCallOnError: truth,
  agentStatus: text,
  agentARN: text,
  state: text,
  callAttributes: callAttributesShape.nullish(),
  isReplayedCall: truth
});

/** A call as it comes over the port. */
export type WireCall = z.infer<typeof phoneCallShape>;
/** What a call allows and how it stands. */
export type WireCallInfo = z.infer<typeof callInfoShape>;
/** A contact as it comes over the port. */
export type WireContact = z.infer<typeof contactShape>;
