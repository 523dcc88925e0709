import { type SwappedLegs } from '../phone/call-wishes';
import { PhoneError, type Phone, type PhoneCall } from '../phone/phone';
import { addedParty, knows } from './told-by-action';
import { legOf, targetOf, unnamedCall } from './call-parts';
import { sdkErrorOf } from './sdk-error';
import { type FoundCall, type ToldByAction } from './call-book';
import {
  activeCallsResult,
  callResult,
  hangupResult,
  recordingToggleResult,
  signedRecordingUrlResult
} from './connector-sdk';
import { type Made } from './sdk-fields';
import { type HostCall, type SdkTelephony } from './sdk-methods';
import { acceptedSdkCall, activeSdkCalls, isMultiParty, sdkCallOf, sdkCallOfLeg, thirdParties } from './sdk-call';
import { holdResultOf, muteResultOf, participantOf } from './sdk-results';
import { supervisionMethods } from './supervision-methods';
import { type TelephonyOptions } from './telephony-options';

/** The calls among the SDK's methods. */
export type CallMethods = Omit<
  SdkTelephony,
  'getPhoneContacts' | 'getAgentConfig' | 'setAgentConfig' | 'getVoiceCapabilities' | 'getAudioDevices'
>;

/** What Salesforce asks of a call, done by the phone. Each answer is of the class that the SDK checks. */
export function callMethods(options: TelephonyOptions): CallMethods {
  const { phone, book, beholder, place, mayDial, failure, tellRep } = options;
  /** Salesforce may send back less than it was told. */
  const find = (given: HostCall): FoundCall => {
    const id = given?.callId ?? given?.connectionId;
    if (id !== undefined) {
      const found = book.find(id);
      if (found === undefined) throw new PhoneError('unknown-call', `There is no call ${id}.`);
      return found;
    }
    const call = unnamedCall(book.calls(), beholder().agentId);
    if (call === undefined)
      throw new PhoneError('unknown-call', 'Salesforce named no call, and there is not exactly one.');
    return { call };
  };
  const sdkCall = ({ call, leg }: FoundCall): Made['PhoneCall'] =>
    leg?.role === 'third-party' ? sdkCallOfLeg(call, leg, beholder()) : sdkCallOf(call, beholder());
  const act = async (
    given: HostCall,
    action: (phone: Phone, found: FoundCall) => Promise<PhoneCall>,
    told: ToldByAction
  ): Promise<PhoneCall> => {
    try {
      const [there, found] = [await phone(), find(given)];
      return await book.during(() => action(there, found), told);
    } catch (error) {
      throw sdkErrorOf(error);
    }
  };
  const mute = async (given: HostCall, isMuted: boolean): Promise<Made['MuteToggleResult']> => {
    let legId: string | undefined;
    const call = await act(
      given,
      (there, found) => {
        legId = isParty(found) ? found.leg?.legId : undefined;
        return there.mute(found.call.callId, isMuted, legId);
      },
      knows('isMuted', 'silenced')
    );
    return muteResultOf(call, legId, beholder());
  };
  const hold = async (given: HostCall, isOnHold: boolean): Promise<Made['HoldToggleResult']> => {
    const call = await act(
      given,
      (there, found) => there.hold(found.call.callId, legOf(found), isOnHold),
      knows('hold', 'isMerged')
    );
    return holdResultOf(call, beholder());
  };
  const record = async (given: HostCall, recording: 'running' | 'paused'): Promise<Made['RecordingToggleResult']> => {
    const call = await act(given, (there, { call }) => there.record(call.callId, recording), knows('recording'));
    return recordingToggleResult({ isRecordingPaused: call.recording === 'paused' });
  };

  /** Names whom the phone cannot guess: with one further party it is plain who changes places. */
  const swappedIn = (call: PhoneCall, toHold: HostCall, toResume: HostCall): SwappedLegs | undefined => {
    const [held, resumed] = [toHold, toResume].map((given) => book.find(given?.callId ?? given?.connectionId ?? ''));
    const isHere = held?.call.callId === call.callId && resumed?.call.callId === call.callId;
    return isHere && isMultiParty(call) ? { holdLegId: legOf(held), resumeLegId: legOf(resumed) } : undefined;
  };

  return {
    getActiveCalls: async () => {
      await phone();
      return activeCallsResult({ activeCalls: activeSdkCalls(book.calls(), beholder()) });
    },
    acceptCall: async (given) => {
      const call = await act(given, (there, { call }) => there.accept(call.callId), knows('phase'));
      return callResult({ call: acceptedSdkCall(call, beholder()) });
    },
    declineCall: async (given) => {
      const call = await act(given, (there, { call }) => there.decline(call.callId), knows('phase'));
      return callResult({ call: sdkCallOf(call, beholder()) });
    },
    endCall: async (given) => {
      let ended: Made['PhoneCall'] | undefined;
      const call = await act(
        given,
        (there, found) => {
          ended = sdkCall(found);
          return there.end(found.call.callId, isParty(found) ? found.leg?.legId : undefined);
        },
        knows('phase', 'parties', 'isCustomerThere')
      );
      return hangupResult({ calls: isPartyId(call, ended) ? ended! : sdkCallOf(call, beholder()) });
    },
    mute: (given) => mute(given, true),
    unmute: (given) => mute(given, false),
    hold: (given) => hold(given, true),
    resume: (given) => hold(given, false),
    swap: async (toHold, toResume) => {
      const call = await act(
        toHold ?? toResume,
        (there, { call }) => there.swap(call.callId, swappedIn(call, toHold, toResume)),
        knows('hold', 'isMerged')
      );
      return holdResultOf(call, beholder());
    },
    conference: async (calls) => {
      const call = await act(calls?.[0], (there, { call }) => there.conference(call.callId), knows('hold', 'isMerged'));
      return holdResultOf(call, beholder());
    },
    dial: async (contact, { isCallback, isConsultCall }) => {
      try {
        const there = await phone();
        await mayDial(contact);
        const options = {
          isCallback,
          isConsult: isConsultCall,
          ...(contact.recordId ? { recordId: contact.recordId } : {})
        };
        const call = await book.during(
          () => there.dial(targetOf(contact, place()), options),
          (_, after) => ({ ...after, phase: 'ringing' })
        );
        return callResult({ call: sdkCallOf(call, beholder()) });
      } catch (error) {
        throw sdkErrorOf(error);
      }
    },
    addParticipant: async (contact, given, isBlindTransfer) => {
      await mayDial(contact);
      const { call: before } = find(given);
      // "Add Caller: a new participant is immediately merged", by this word in the call (guide, "Migrate Multiparty and Transfer Calls").
      const isAdded = given?.callAttributes?.isAutoMergeOn === true && beholder().abilities.multiparty;
      const kind = isBlindTransfer ? 'blind' : isAdded ? 'joins' : 'consulted';
      const call = await act(
        given,
        (there, { call }) => there.transfer(call.callId, targetOf(contact, place()), kind),
        // The SDK says HANGUP itself after a blind transfer, and who was added in any case.
        isBlindTransfer ? knows('phase', 'parties', 'hold') : addedParty
      ).catch((error: unknown) => {
        throw contact.type === 'Flow' ? failure('VoiceFlowFailed', 'The flow did not take the call.') : error;
      });
      const leg = thirdParties(call).find(({ legId }) => !before.legs.some((each) => each.legId === legId)) ?? {
        legId: `${call.callId}:transfer`,
        role: 'third-party',
        state: 'ringing',
        ...(contact.phoneNumber ? { number: contact.phoneNumber } : {}),
        ...(contact.name ? { name: contact.name } : {})
      };
      // The customer of a call that was given away has not left: HANGUP follows, and ends it here with everybody.
      return participantOf(isBlindTransfer ? before : call, leg, beholder());
    },
    sendDigits: async (digits) => {
      try {
        await (await phone()).sendDigits(find(undefined).call.callId, digits);
      } catch (error) {
        // The SDK only logs it, and the customer's menu waits for the next digit.
        tellRep(failure('VoiceDigitsFailed', 'The digits were not sent.'));
        throw error;
      }
    },
    pauseRecording: (given) => record(given, 'paused'),
    resumeRecording: (given) => record(given, 'running'),
    wrapUpCall: async (given) => {
      // The SDK does not wait for this, and whatever it rejects with is nobody's.
      await phone()
        .then((there) => there.finishWrapUp(find(given).call.callId))
        .catch(() => undefined);
    },
    getSignedRecordingUrl: async (_recordingUrl, vendorCallKey, callId) => {
      const there = await phone();
      const { url, durationSeconds } = await there.recordingUrl(vendorCallKey || callId);
      return signedRecordingUrlResult({ success: true, url, duration: durationSeconds, callId });
    },
    ...supervisionMethods(options)
  };
}

const isParty = ({ leg }: FoundCall): boolean => leg?.role === 'third-party';
const isPartyId = (call: PhoneCall, made: Made['PhoneCall'] | undefined): boolean =>
  made !== undefined && made.callId !== call.callId;
