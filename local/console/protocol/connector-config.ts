import type { OmniFlow } from './omni-flows';

/** A presence status of the org; only those with a channel let calls through. */
export type PresenceStatus = {
  readonly statusId: string;
  readonly statusApiName: string;
  readonly statusName: string;
  readonly hasChannels: boolean;
};

/** Who works, in which org and contact center: what Salesforce knows when it opens the connector. */
export type ConsoleSettings = {
  readonly connectorUrl: string;
  readonly loginUrl: string;
  readonly organizationId: string;
  readonly orgDomainName: string;
  readonly scrtUrl: string;
  readonly userId: string;
  readonly userName: string;
  readonly userFullName: string;
  readonly callCenterId: string;
  readonly callCenterName: string;
  readonly vendorInfoApiName: string;
  readonly certificate: string;
  /** Sections and items of the contact center that a vendor added. */
  readonly sections: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly presenceStatuses: readonly PresenceStatus[];
  /** Custom labels, for errors that a connector names. */
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds to wait for an answer to the handshake. */
  readonly patience: number;
  /** A host name of another site that the console's browser finds. */
  readonly strangerHost: string;
  /** Whether the org has calls of many, and questions to others in a call of their own. */
  readonly isMultipartyAllowed: boolean;
  readonly isConsultAllowed: boolean;
  /** Flows of the phone channel, for a console without an org. */
  readonly omniFlows: readonly OmniFlow[];
  /** Whether the server passes requests on to the control interface of a phone system. */
  readonly hasPhone?: boolean;
  /** Whether the server passes requests on to an org. */
  readonly hasOrg?: boolean;
  /** Where the org answers with the session of the rep, whom it knows; absent when no address but this page's says who works. */
  readonly orgPlace?: string;
  /** Whether the server can stop and start the programs behind the connector. */
  readonly hasPrograms?: boolean;
  /** The components of the packages, when the server compiled them. */
  readonly components?: unknown;
};

/** The statuses that the console offers unless told otherwise. */
export const usualPresenceStatuses: readonly PresenceStatus[] = [
  { statusId: '0N5000000000001AAA', statusApiName: 'Available', statusName: 'Available', hasChannels: true },
  { statusId: '0N5000000000002AAA', statusApiName: 'Busy', statusName: 'Busy', hasChannels: false },
  { statusId: '0N5000000000003AAA', statusApiName: 'OnBreak', statusName: 'On Break', hasChannels: false }
];

/** The status of nobody at work; its id is a fact of the SDK's guide. */
export const offline: PresenceStatus = {
  statusId: '0',
  statusApiName: 'Offline',
  statusName: 'Offline',
  hasChannels: false
};

/** The argument of `init`, with the keys that the guide and the SDK's source name. */
export function connectorConfig(settings: ConsoleSettings): Readonly<Record<string, unknown>> {
  const { sections, presenceStatuses } = settings;
  const own = Object.entries(sections).flatMap(([section, items]) =>
    Object.entries(items).map(([item, value]) => [`/${section}/${item}`, value] as const)
  );
  return {
    scvVendorLoginUrl: settings.loginUrl,
    isACWAllowed: true,
    isHVSEnabled: false,
    callCenterId: settings.callCenterId,
    callCenterType: 'SCVBYOT',
    organizationId: settings.organizationId,
    orgDomainName: settings.orgDomainName,
    scrtUrl: settings.scrtUrl,
    phoneServiceChannelId: '0N9000000000001AAA',
    phoneServiceChannelName: 'sfdc_phone',
    userId: settings.userId,
    userName: settings.userName,
    userFullName: settings.userFullName,
    userPresenceStatuses: JSON.stringify(statusMap([offline, ...presenceStatuses])),
    contactCenterChannels: ['phone'],
    // Named in the source of Salesforce's demo connector of 2026 only.
    isSCVMultipartyAllowed: settings.isMultipartyAllowed,
    isSCVMultipartyConsultAllowed: settings.isConsultAllowed,
    '/internalNameLabel': 'Internal Name',
    '/reqGeneralInfo/reqInternalName': settings.callCenterName,
    '/reqGeneralInfo/reqDisplayName': settings.callCenterName,
    '/reqGeneralInfo/reqAdapterUrl': settings.connectorUrl,
    '/reqGeneralInfo/reqVendorInfoApiName': settings.vendorInfoApiName,
    '/reqHvcc/reqLongDistPrefix': '+1',
    '/reqHvcc/reqTelephonyIntegrationCertificate': settings.certificate,
    ...Object.fromEntries(own)
  };
}

function statusMap(statuses: readonly PresenceStatus[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    statuses.map(({ statusId, statusName, hasChannels }) => [
      statusId,
      { statusName, hasChannels: String(hasChannels), isOffline: String(statusId === offline.statusId), statusId }
    ])
  );
}
