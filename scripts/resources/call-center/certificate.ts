import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import { itemValue, type CallCenterDefinition } from './definition';
import { voiceSection } from './names';

/** The certificate that a contact center of the org has; empty when it has none. */
export function heldCertificate(definition: CallCenterDefinition): string {
  return (itemValue(definition, voiceSection.name, 'reqTelephonyIntegrationCertificate') ?? '').trim();
}

/** The contact center with a certificate in it, or as it was given when there is none. */
export function withCertificate(callCenter: ResolvedCallCenter, certificate: string | undefined): ResolvedCallCenter {
  const { voice } = callCenter;
  return voice === undefined || !certificate ? callCenter : { ...callCenter, voice: { ...voice, certificate } };
}
