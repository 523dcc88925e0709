import { type PhoneAbilities, type PhoneCall, type PhoneLeg } from '../phone/phone';
import { isSupervisedBy } from '../phone/supervision';
import { sdkCallAttributes, sdkCallInfo, sdkContact, sdkPhoneCall } from './connector-sdk';
import { mostParties } from '../phone/call-wishes';
import { type Made } from './sdk-fields';
import { type CallState, type CallType, type ParticipantType } from './sdk-words';

/** What a call looks like depends on what the phone system can do, and on who looks. */
export type Beholder = { readonly abilities: PhoneAbilities; readonly agentId: string; readonly isDeskPhone: boolean };

const callTypes: Readonly<Record<PhoneCall['direction'], CallType>> = {
  inbound: 'Inbound',
  outbound: 'Outbound',
  internal: 'InternalCall',
  callback: 'Callback',
  transfer: 'Transfer',
  consult: 'Consult'
};
const callStates: Readonly<Record<PhoneCall['state'], CallState>> = {
  ringing: 'ringing',
  dialing: 'ringing',
  connected: 'connected',
  'wrap-up': 'ended',
  ended: 'ended'
};
/** HANGUP_STATUS of the SDK, where it has a word for it. */
const hangupStatuses: Partial<Record<NonNullable<PhoneCall['outcome']>, string>> = {
  missed: 'MissedCallAgent',
  declined: 'DeclinedByAgent'
};

/** Whether Salesforce Voice takes it for a call; a chat has no place there. */
export const isVoice = (call: PhoneCall): boolean => call.channel === 'phone';
export const isLive = (call: PhoneCall): boolean => call.state !== 'ended' && call.state !== 'wrap-up';

export const customerLeg = (call: PhoneCall): PhoneLeg | undefined => call.legs.find(({ role }) => role === 'customer');
/** Whether the customer was there and is not any more; calls between colleagues never had one. */
export function isCustomerGone(call: PhoneCall): boolean {
  const isOurs = call.direction === 'internal' || call.direction === 'consult';
  return !isOurs && (customerLeg(call)?.state ?? 'ended') === 'ended';
}
/** Further parties who are there, or on their way. */
export const thirdParties = (call: PhoneCall): readonly PhoneLeg[] =>
  call.legs.filter(({ role, state }) => role === 'third-party' && state !== 'ended');

/** The call with its first party, as the SDK wants it. Its id is the call's. */
export function sdkCallOf(call: PhoneCall, beholder: Beholder, callType = callTypeOf(call)): Made['PhoneCall'] {
  const isOurs = ['inbound', 'transfer', 'callback'].includes(call.direction);
  const customer = customerLeg(call);
  // A callback that the rep dialled goes out, and one that was offered came in: the customer's leg knows the number of both.
  const phoneNumber = customer?.number ?? (isOurs ? call.from : call.to);
  const isFailed = call.outcome === 'failed';
  const failedAt = call.direction === 'inbound' ? 'FailedConnectAgent' : 'FailedConnectCustomer';
  const status = isFailed ? failedAt : call.outcome && hangupStatuses[call.outcome];
  const participantType = isSupervisedBy(call, beholder.agentId) ? 'Supervisor' : 'Initial_Caller';
  return sdkPhoneCall({
    callId: call.callId,
    callType,
    callSubtype: 'PSTN',
    state: callStates[call.state],
    ...(phoneNumber ? { phoneNumber } : {}),
    contact: sdkContact({
      ...(phoneNumber ? { phoneNumber } : {}),
      ...(customer?.name ? { name: customer.name } : {})
    }),
    callInfo: callInfoOf(call, beholder, customer?.state === 'held', call.isMuted),
    callAttributes: attributesOf(call, participantType, customer?.state === 'held'),
    ...(isLive(call) ? {} : { reason: isFailed ? 'error' : 'ended', ...(status ? { agentStatus: status } : {}) })
  });
}

/**
 * The call that the rep accepted. An accepted callback rings at the customer's: by this type the SDK says that it started, and not
 * that it is connected already.
 */
export const acceptedSdkCall = (call: PhoneCall, beholder: Beholder): Made['PhoneCall'] =>
  sdkCallOf(call, beholder, call.direction === 'callback' && call.state === 'dialing' ? 'Callback' : callTypeOf(call));

/** Salesforce offers to accept a call by its type, so what rings is offered, and what the rep dials is begun by the rep. */
function callTypeOf({ direction, state }: PhoneCall): CallType {
  if (state === 'ringing' && (direction === 'internal' || direction === 'consult')) return 'Inbound';
  return direction === 'callback' && state === 'dialing' ? 'DialedCallback' : callTypes[direction];
}

/** A further party of the call, as a call of its own. Its id is the leg's, its parent the call. */
export function sdkCallOfLeg(call: PhoneCall, leg: PhoneLeg, beholder: Beholder): Made['PhoneCall'] {
  const states: Readonly<Record<PhoneLeg['state'], CallState>> = {
    ringing: 'transferring',
    connected: 'transferred',
    held: 'transferred',
    ended: 'ended'
  };
  return sdkPhoneCall({
    callId: leg.legId,
    callType: 'AddParticipant',
    callSubtype: 'PSTN',
    state: states[leg.state],
    ...(leg.number ? { phoneNumber: leg.number } : {}),
    contact: contactOfLeg(leg),
    callInfo: callInfoOf(call, beholder, leg.state === 'held', leg.isMuted === true),
    callAttributes: attributesOf(call, 'Third_Party', leg.state === 'held', leg.joinsAtOnce === true),
    ...(leg.state === 'ended' ? { reason: 'ended' } : {})
  });
}

/** Every call and further party that is there now, calls before their parties. */
export function activeSdkCalls(calls: readonly PhoneCall[], beholder: Beholder): readonly Made['PhoneCall'][] {
  const there = calls.filter((call) => isVoice(call) && isLive(call));
  return there.flatMap((call) => [
    ...(isCustomerGone(call) ? [] : [sdkCallOf(call, beholder)]),
    ...thirdParties(call).map((leg) => sdkCallOfLeg(call, leg, beholder))
  ]);
}

function contactOfLeg({ number, name }: PhoneLeg): Made['Contact'] {
  return sdkContact({ ...(number ? { phoneNumber: number } : {}), ...(name ? { name } : {}) });
}

function attributesOf(
  call: PhoneCall,
  participantType: ParticipantType,
  isOnHold: boolean,
  isAutoMergeOn = false
): Made['PhoneCallAttributes'] {
  const parentId = participantType === 'Third_Party' ? call.callId : call.parentCallId;
  return sdkCallAttributes({
    participantType,
    isOnHold,
    isConsultCall: call.direction === 'consult',
    isAutoMergeOn,
    // The SDK has no event of a preview: it is a callback with this word.
    dialerType: call.dialer === 'preview' ? 'OutboundPreview' : 'None',
    hasSupervisorBargedIn: call.supervision?.state === 'barged-in',
    ...(call.voiceCallId ? { voiceCallId: call.voiceCallId } : {}),
    ...(parentId ? { parentId } : {})
  });
}

function callInfoOf(
  call: PhoneCall,
  { abilities, isDeskPhone }: Beholder,
  isOnHold: boolean,
  isMuted: boolean
): Made['CallInfo'] {
  const fields = Object.entries(call.attributes).filter(([name]) => name.endsWith('__c'));
  return sdkCallInfo({
    callStateTimestamp: new Date(call.answeredAt ?? call.startedAt),
    isOnHold,
    isMuted,
    isRecordingPaused: call.recording === 'paused',
    isSoftphoneCall: !isDeskPhone,
    muteEnabled: abilities.mute,
    recordEnabled: abilities.record && call.recording !== 'off',
    swapEnabled: abilities.swap,
    conferenceEnabled: abilities.merge,
    extensionEnabled: abilities.digits,
    addCallerEnabled: hasRoom(call, abilities),
    isMultiParty: isMultiParty(call),
    isBargeable: abilities.bargeIn,
    showMuteButton: abilities.mute,
    showRecordButton: abilities.record && call.recording !== 'off',
    showMergeButton: abilities.merge,
    showSwapButton: abilities.swap,
    showAddCallerButton: abilities.consult,
    showAddBlindTransferButton: abilities.blindTransfer,
    ...(call.queue ? { queueName: call.queue } : {}),
    ...(call.parentCallId ? { initialCallId: call.parentCallId } : {}),
    ...(fields.length > 0 ? { additionalFields: JSON.stringify(Object.fromEntries(fields)) } : {})
  });
}

/** Whether there are more than the rep, the first party and one further one. */
export const isMultiParty = (call: PhoneCall): boolean => thirdParties(call).length > 1;

/** Whether one more can be called: the rep and the customer are there besides. */
export function hasRoom(call: PhoneCall, { multiparty }: PhoneAbilities): boolean {
  return thirdParties(call).length < (multiparty ? mostParties - 2 : 1);
}
