import type { ResolvedCallCenter, ResolvedVoice } from '../../config/resolved-config/call-center';
import type { MetadataFile } from '../change';
import { leaf, writeMetadata } from '../xml/write-xml';

/** Elements of a ConversationVendorInfo that Ringdown decides; every other one is the org's. */
export type VendorInfo = ReadonlyMap<string, string>;

/**
 * The telephony provider that a contact center names. `customLoginUrl` is where the login page's address belongs since API 66;
 * the contact center's scvVendorLoginUrl repeats it. The deprecated integrationClassName and serverAuthMode stay out.
 */
export function desiredVendorInfo(
  { adapterUrl, singleSignOn, loginUrl }: ResolvedCallCenter,
  voice: ResolvedVoice,
  bridge?: string
): VendorInfo {
  return new Map([
    ...(bridge === undefined ? [] : [['bridgeComponent', bridge] as const]),
    ['clientAuthMode', singleSignOn ? 'SSO' : 'Custom'],
    ['connectorUrl', adapterUrl],
    ...(singleSignOn || loginUrl === undefined ? [] : [['customLoginUrl', loginUrl] as const]),
    ['developerName', voice.vendorInfoName],
    ...(voice.integrationClass === undefined ? [] : [['integrationClass', voice.integrationClass] as const]),
    ['masterLabel', voice.vendorInfoLabel],
    ['vendorType', 'ServiceCloudVoicePartner']
  ]);
}

/** The file of a vendor info; type, folder and suffix are spelled differently by Salesforce itself. */
export function vendorInfoFile(name: string, info: VendorInfo): MetadataFile {
  const elements = [...info].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    type: 'ConversationVendorInfo',
    fullName: name,
    path: `ConversationVendorInformation/${name}.ConversationVendorInformation`,
    content: writeMetadata(
      'ConversationVendorInfo',
      elements.flatMap(([element, value]) => leaf(element, value))
    )
  };
}
