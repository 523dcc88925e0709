import { type Interaction } from '../../core/interaction/interaction';
import { type PhoneCall } from '../phone/phone';
import { isVoice } from './sdk-call';

/**
 * The interaction with its VoiceCall, so that no component logs it besides: Salesforce makes one of each call by phone. Until its id is
 * known it goes by the phone system's key, which is the record's `VendorCallKey`.
 */
export function withVoiceCall(interaction: Interaction, call: PhoneCall): Interaction {
  if (!isVoice(call) && call.voiceCallId === undefined) return interaction;
  return { ...interaction, attributes: { ...interaction.attributes, voiceCallId: call.voiceCallId ?? call.callId } };
}
