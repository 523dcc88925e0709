import { type Interaction } from '../../core/interaction/interaction';
import { type PhoneCall } from '../phone/phone';
import { isVoice } from './sdk-call';

/**
 * Calls of which Salesforce has a VoiceCall: made by a server when they come in or are handed on, by Salesforce's page when the rep dials
 * or a callback is offered (docs/decisions/0010). Nobody is documented to make one of a call to a colleague or of a question to one.
 */
const kept: Readonly<Record<PhoneCall['direction'], boolean>> = {
  ...{ inbound: true, transfer: true, outbound: true, callback: true },
  ...{ internal: false, consult: false }
};

/**
 * The interaction with its VoiceCall, so that no component logs it besides. Until its id is known it goes by the phone system's key,
 * which is the record's `VendorCallKey`. What Salesforce keeps no record of names none, so that the components log it.
 */
export function withVoiceCall(interaction: Interaction, call: PhoneCall): Interaction {
  if (!isVoice(call) && call.voiceCallId === undefined) return interaction;
  const { voiceCallId: _, ...attributes } = interaction.attributes;
  // A colleague who is asked is told the customer's VoiceCall, which is the other rep's log and not theirs.
  if (isVoice(call) && !kept[call.direction]) return { ...interaction, attributes };
  return { ...interaction, attributes: { ...attributes, voiceCallId: call.voiceCallId ?? call.callId } };
}
