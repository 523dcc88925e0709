import type { OrgData } from '../../org-data';

/** What a component is checked against. */
export type OrgView = {
  readonly org: OrgData;
  /** The version in package.xml. */
  readonly apiVersion: number;
  /** What the same deploy brings, as `Type:FullName`: parts of a package may refer to one another in a circle. */
  readonly incoming: ReadonlySet<string>;
};

/** Whether the org has a component, or gets it in this deploy. */
export const isThere = ({ org, incoming }: OrgView, type: string, fullName: string): boolean =>
  org.component(type, fullName) !== undefined || incoming.has(`${type}:${fullName}`);

/** Standard objects that metadata in the org may refer to. */
const standardObjects = new Set(
  `Account Activity Asset AssetRelationship Campaign CampaignMember Case CaseComment CollaborationGroup Contact ContentDocument ContentVersion Contract
   ConversationEntry EmailMessage Event Idea Individual Knowledge__kav Lead LiveChatTranscript Location Macro MessagingEndUser MessagingSession Opportunity
   OpportunityLineItem Order OrderItem Pricebook2 PricebookEntry Product2 Quote QuoteLineItem ServiceAppointment ServiceContract Solution
   Task User VoiceCall VoiceCallRecording WorkOrder WorkOrderLineItem`.split(/\s+/)
);

/** Objects that only an org with Voice has. */
const voiceObjects = new Set(['VoiceCall', 'VoiceCallRecording']);

/** Whether an object of this name exists, standard or custom. */
export const objectExists = (org: OrgData, name: string): boolean =>
  (standardObjects.has(name) && (!voiceObjects.has(name) || hasVoiceLicence(org))) ||
  org.component('CustomObject', name) !== undefined;

/** Whether an Apex class exists, spelled bare, `ns__Name` or `ns.Name`. */
export const apexClassExists = (org: OrgData, name: string): boolean =>
  org.component('ApexClass', name) !== undefined || org.component('ApexClass', name.replace('.', '__')) !== undefined;

/** Whether a vendor info of this name exists: `ns__Name`, or `c__Name` when no package brought it. */
export function vendorInfoExists(org: OrgData, reference: string): boolean {
  const [, prefix = '', name = ''] = /^([A-Za-z]\w*?)__(\w+)$/.exec(reference) ?? [];
  if (!name) return false;
  const inRows = org
    .rows('ConversationVendorInfo')
    .some((row) => row.DeveloperName === name && (row.NamespacePrefix ?? 'c') === prefix);
  return inRows || org.component('ConversationVendorInfo', prefix === 'c' ? name : reference) !== undefined;
}

/** Whether the org has bought Voice with a partner's telephony. */
export const hasVoiceLicence = (org: OrgData): boolean =>
  org.rows('PermissionSetLicense').some((row) => row.DeveloperName === 'ServiceCloudVoiceExternalTelephonyPsl');

/** Whether external client apps are on, and the type is none of theirs otherwise; a state that was kept before this could be told has them. */
export const knowsAppType = ({ settings }: OrgData, type: string): boolean =>
  !/^(ExternalClientApplication$|ExtlClntApp)/.test(type) ||
  (settings as Partial<OrgData['settings']>).externalClientApps !== false;

/** Whether Omni-Channel is on; a state that was kept before this could be told has it. */
export const hasOmniChannel = ({ settings }: OrgData): boolean =>
  (settings as Partial<OrgData['settings']>).omniChannel !== false;
