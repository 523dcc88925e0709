import { type PhoneCall, type PhoneLeg } from '../phone/phone';
import { holdToggleResult, muteToggleResult, participantResult } from './connector-sdk';
import {
  activeSdkCalls,
  customerLeg,
  isCustomerGone,
  sdkCallOf,
  sdkCallOfLeg,
  thirdParties,
  type Beholder
} from './sdk-call';
import { type Made } from './sdk-fields';

/** Who is on hold in the call. */
export function holdResultOf(call: PhoneCall, beholder: Beholder): Made['HoldToggleResult'] {
  const calls = activeSdkCalls([call], beholder);
  return holdToggleResult({
    isCustomerOnHold: customerLeg(call)?.state === 'held',
    isThirdPartyOnHold: thirdParties(call).some(({ state }) => state === 'held'),
    isCallMerged: call.isMerged,
    calls: Object.fromEntries(calls.map((each) => [each.callId, each]))
  });
}

/** Whether the rep is muted, or the party that is named. */
export function muteResultOf(call: PhoneCall, legId: string | undefined, beholder: Beholder): Made['MuteToggleResult'] {
  const leg = call.legs.find((each) => each.legId === legId);
  return leg
    ? muteToggleResult({
        isMuted: leg.isMuted === true,
        call: sdkCallOfLeg(call, leg, beholder),
        isGlobal: false
      })
    : muteToggleResult({ isMuted: call.isMuted, call: sdkCallOf(call, beholder), isGlobal: true });
}

/** A further party who was called, or has answered. */
export function participantOf(call: PhoneCall, leg: PhoneLeg, beholder: Beholder): Made['ParticipantResult'] {
  const { callInfo, callAttributes, callId, contact } = sdkCallOfLeg(call, leg, beholder);
  return participantResult({
    initialCallHasEnded: isCustomerGone(call),
    callInfo,
    callAttributes,
    callId,
    ...(contact ? { contact } : {}),
    ...(leg.number ? { phoneNumber: leg.number } : {})
  });
}
