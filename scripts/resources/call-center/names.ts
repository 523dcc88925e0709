/** Section and item names that Salesforce reserves in a call center, and the labels its own samples give them. */
export const generalSection = { name: 'reqGeneralInfo', label: 'General Information' } as const;
export const dialingSection = { name: 'reqDialingOptions', label: 'Dialing Options' } as const;
/** The section that a contact center of Salesforce Voice must have. */
export const voiceSection = { name: 'reqHvcc', label: 'SCV Settings' } as const;

/** What our own pages read of a contact center, as `/ringdown/<item>`. */
export const ringdownSection = { name: 'ringdown', label: 'Ringdown' } as const;

export const itemLabels = {
  reqInternalName: 'InternalName',
  reqDisplayName: 'Display Name',
  reqVendorInfoApiName: 'Conversation Vendor Info Developer Name',
  reqAdapterUrl: 'CTI Adapter URL',
  reqStandbyUrl: 'CTI Standby URL',
  reqTimeout: 'CTI Timeout',
  reqUseApi: 'Use CTI API',
  reqSoftphoneHeight: 'Softphone Height',
  reqSoftphoneWidth: 'Softphone Width',
  reqSalesforceCompatibilityMode: 'Salesforce Compatibility Mode',
  reqOutsidePrefix: 'Outside Prefix',
  reqLongDistPrefix: 'Long Distance Prefix',
  reqInternationalPrefix: 'International Prefix',
  reqTelephonyIntegrationCertificate: 'Telephony Integration Certificate',
  labelNamespace: 'Label Namespace',
  country: 'Country'
} as const;

/** A row of the presence map, counted from 1. */
export const presenceItem = (place: number) => ({ name: `presence${place}`, label: `Presence ${place}` }) as const;

export type ItemName = keyof typeof itemLabels;

/** customSettings keys, in the order of Salesforce's guide. */
export const customSettingsOrder = [
  'reqTimeout',
  'reqCallCenterType',
  'scvVendorLoginUrl',
  'reqStandbyUrl',
  'reqSoftphoneHeight',
  'reqUseApi',
  'reqSoftphoneWidth',
  'reqSalesforceCompatibilityMode'
] as const;

export type CustomSetting = (typeof customSettingsOrder)[number];
