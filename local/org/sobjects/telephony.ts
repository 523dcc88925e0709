import { hasOmniChannel, hasVoiceLicence } from '../metadata/validate/reference';
import type { LocalOrg } from '../state/state';
import { field, flag, longText, pick, reference, text } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;

/** Create, query and retrieve only; a deploy changes one that is there [Object Reference, CallCenter]. */
export const callCenter = sobject(
  'CallCenter',
  '04v',
  [
    text('Name', 80, { required: true }),
    text('InternalName', 80, { required: true }),
    field('Version', 'double', { precision: 18, scale: 4 }),
    text('AdapterUrl', 2000),
    longText('CustomSettings', 32000)
  ],
  { operations: ['create'], setup: true }
);

/** Which user or queue of the phone system stands for one of the org [Object Reference, CallCenterRoutingMap]. */
export const callCenterRoutingMap = sobject(
  'CallCenterRoutingMap',
  '0sR',
  [
    reference('CallCenterId', 'CallCenter', { required: true }),
    text('DeveloperName', 80, { required: true }),
    text('ExternalId', 255, { required: true }),
    pick('Language', ['en_US'], { restricted: true, defaultValue: 'en_US' }),
    text('MasterLabel', 80, { required: true }),
    text('QuickConnect', 255),
    reference('ReferenceRecordId', ['Group', 'User'], { required: true, relationshipName: 'ReferenceRecord' })
  ],
  { operations: ['create', 'update', 'delete'], setup: true, exists: hasVoiceLicence }
);

const supported = [
  'AgentSSOSupported',
  'EinsteinConversationInsightsSupported',
  'IntelligenceSupported',
  'KeyProvisioningSupported',
  'NamedCredentialSupported',
  'PartnerContactCenterListSupported',
  'PartnerPhoneNumbersSupported',
  'PartnerTransferDestinationsSupported',
  'QueueManagementSupported',
  'UniversalCallRecordingAccessSupported',
  'UnifiedRoutingSupported',
  'UserSyncingSupported'
];
const texts = [
  'BridgeComponent',
  'ConnectorUrl',
  'CustomConfig',
  'CustomIcon',
  'CustomLoginUrl',
  'IntegrationClass',
  'NamedCredential',
  'TelephonySettingsComponent'
];
const vendorTypes = [
  'Amazon_Connect',
  'BringYourOwnChannelPartner',
  'BringYourOwnContactCenter',
  'ServiceCloudVoicePartner'
];

export const conversationVendorInfo = sobject(
  'ConversationVendorInfo',
  '14c',
  [
    text('DeveloperName', 80, readOnly),
    text('MasterLabel', 80, readOnly),
    text('NamespacePrefix', 15, readOnly),
    pick('VendorType', vendorTypes, readOnly),
    pick('ClientAuthMode', ['SSO', 'Custom', 'Mixed'], readOnly),
    pick('ServerAuthMode', ['OAuth', 'None'], readOnly),
    ...texts.map((name) => text(name, 1000, readOnly)),
    ...supported.map((name) => flag(name, readOnly))
  ],
  { setup: true }
);

const siteFlags = [
  'IsApplicableToConnectSrc',
  'IsApplicableToFontSrc',
  'IsApplicableToFrameSrc',
  'IsApplicableToImgSrc',
  'IsApplicableToMediaSrc',
  'IsApplicableToStyleSrc',
  'CanAccessCamera',
  'CanAccessMicrophone'
];
const siteContexts = ['All', 'LEX', 'Communities', 'FieldServiceMobileExtension', 'LightningOut', 'VisualForce'];

export const cspTrustedSite = sobject(
  'CspTrustedSite',
  '08y',
  [
    text('DeveloperName', 80, { required: true }),
    text('MasterLabel', 80, readOnly),
    text('NamespacePrefix', 15, readOnly),
    pick('Language', ['en_US'], readOnly),
    text('EndpointUrl', 1000, { required: true }),
    longText('Description', 1000),
    flag('IsActive'),
    pick('Context', siteContexts, { restricted: true, defaultValue: 'All' }),
    text('MobileExtension', 255),
    ...siteFlags.map((name) => flag(name))
  ],
  { setup: true, api: 'both', operations: ['create', 'update', 'delete'] }
);

const named = [
  text('DeveloperName', 80, readOnly),
  text('MasterLabel', 80, readOnly),
  text('NamespacePrefix', 15, readOnly)
];

/** Only an org with Omni-Channel turned on has these [Object Reference, ServicePresenceStatus, Special Access Rules]. */
const withOmniChannel = { setup: true, exists: (org: LocalOrg): boolean => hasOmniChannel(org) } as const;

export const serviceChannel = sobject(
  'ServiceChannel',
  '0N9',
  [...named, text('RelatedEntity', 255, readOnly)],
  withOmniChannel
);
export const servicePresenceStatus = sobject('ServicePresenceStatus', '0N5', named, withOmniChannel);
