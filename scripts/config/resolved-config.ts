/**
 * Everything that is true for one org once vendor files, derivations and the org's overrides are applied.
 * The parser makes it; every other folder reads this and never the file.
 */
export type ResolvedConfig = {
  /** Path of the configuration file as the person gave it. */
  readonly file: string;
  /** Metadata and REST API version, such as `66.0`. */
  readonly apiVersion: string;
  readonly org: ResolvedOrg;
  readonly callCenters: readonly ResolvedCallCenter[];
  /** In the order of installation. */
  readonly packages: readonly ResolvedPackage[];
  readonly permissionSets: readonly ResolvedPermissionSet[];
  readonly users: ResolvedUsers;
  readonly trustedSites: readonly ResolvedTrustedSite[];
  /** Ringdown's own packages; absent when this file does not manage them. */
  readonly ringdown?: ResolvedRingdown;
  readonly logging?: ResolvedLogging;
  /** In the order in which they are tried; absent when the file says nothing of them. */
  readonly screenPop?: readonly ResolvedScreenPopRule[];
  readonly presence?: readonly ResolvedPresence[];
  readonly reps?: ResolvedReps;
  /** Steps in a vendor's own console that only a person can do, with their values filled in. */
  readonly personSteps: readonly PersonStep[];
  /** For every path of this object (`callCenters.support.adapterUrl`): its printed value and where it came from. */
  readonly origins: readonly ResolvedValue[];
};

export type ResolvedValue = { readonly path: string; readonly value: string; readonly origin: string };

export type OrgKind = 'production' | 'sandbox' | 'scratch' | 'developer';

export type ResolvedOrg = {
  /** The name under `orgs:`. */
  readonly name: string;
  readonly kind: OrgKind;
  /** 18 characters; when given, an org with another id is refused. */
  readonly orgId?: string;
  readonly login: Login;
};

/** A secret is named by where it is, never held here. */
export type SecretSource = { readonly env: string } | { readonly file: string } | { readonly stdin: true };

export type Login =
  | {
      readonly kind: 'local';
      /** What a new local org is seeded with beside the usual: `voice`, or the absolute path of a catalog file. */
      readonly catalog?: string;
    }
  | { readonly kind: 'sf'; readonly alias: string }
  | {
      readonly kind: 'jwt';
      readonly clientId: string;
      readonly username: string;
      readonly privateKey: SecretSource;
      /** Where the token is asked for: `https://login.salesforce.com`, `https://test.salesforce.com` or a My Domain. */
      readonly loginUrl: string;
    }
  | { readonly kind: 'auth-url'; readonly authUrl: SecretSource }
  | { readonly kind: 'access-token'; readonly accessToken: SecretSource; readonly instanceUrl: string };

export type SoftphoneMode = 'Classic' | 'Lightning' | 'Classic_and_Lightning';

export type CallCenterItem = { readonly name: string; readonly label: string; readonly value: string };
export type CallCenterSection = {
  readonly name: string;
  readonly label: string;
  readonly items: readonly CallCenterItem[];
};

export type ResolvedCallCenter = {
  /** The key under `callCenters:`. */
  readonly key: string;
  readonly kind: 'open-cti' | 'voice';
  /** `packaged`: it came with a vendor's package; only values may change, never its set of fields. */
  readonly origin: 'own' | 'packaged';
  readonly vendor?: string;
  /** 1 to 40 letters and digits, a letter first. */
  readonly internalName: string;
  /** At most 80 characters. */
  readonly displayName: string;
  readonly displayNameLabel: string;
  readonly internalNameLabel: string;
  readonly singleSignOn: boolean;
  /** Open CTI: the https URL, or `/apex/Page`, that fills the softphone. Voice: the connector's URL, written to the vendor info. */
  readonly adapterUrl: string;
  /** Voice without single sign-on: the telephony login page, written as scvVendorLoginUrl and customLoginUrl. */
  readonly loginUrl?: string;
  readonly softphone: {
    /** Pixels: 240 to 2560. */
    readonly height: number;
    /** Pixels: 200 to 1920. */
    readonly width: number;
    readonly mode: SoftphoneMode;
  };
  readonly standby?: { readonly url: string; readonly timeoutMilliseconds: number };
  readonly dialing?: {
    readonly outsidePrefix: string;
    readonly longDistancePrefix: string;
    readonly internationalPrefix: string;
  };
  readonly sections: readonly CallCenterSection[];
  readonly voice?: ResolvedVoice;
};

export type ResolvedVoice = {
  /** developerName of the ConversationVendorInfo record, without namespace. */
  readonly vendorInfoName: string;
  readonly vendorInfoLabel: string;
  /** Namespace prefix of the reference: `c` when unpackaged. */
  readonly vendorInfoNamespace: string;
  /** Apex class that the platform demands of a ServiceCloudVoicePartner. */
  readonly integrationClass?: string;
  /** Public certificate (PEM) that the telephony integration API verifies JWTs with. */
  readonly certificate?: string;
};

export type ResolvedRingdown = {
  /** Prefix of everything of ours in this org, without underscores; empty for none. */
  readonly namespace: string;
  /** Set when apply deploys the packages from source. */
  readonly source?: { readonly folder: string; readonly translations: readonly string[] };
  /** Version of the release that apply installs; its package versions are among `packages` of the configuration. */
  readonly release?: string;
  /** What the source folder holds; read when a command needs it, empty before. What others need comes first. */
  readonly packages: readonly SourcePackage[];
  /** Where the phone's page comes from: what components take messages from. */
  readonly phoneOrigin?: string;
  readonly sessionService?: string;
};

/** One of our packages, ready to be deployed. */
export type SourcePackage = {
  readonly name: 'main' | 'voice';
  /** SHA-256 of everything that is deployed. */
  readonly hash: string;
  readonly members: readonly { readonly type: string; readonly fullName: string }[];
  /** By their path in the deployed zip. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  /** Apex classes that hold tests. */
  readonly testClasses: readonly string[];
  /** Whether it holds Apex, which production takes only with tests. */
  readonly hasApex: boolean;
};

export type ChannelName = 'Phone' | 'Chat' | 'Voicemail' | 'SMS';

export type ResolvedLogging = {
  /** ISO 3166, two capital letters. */
  readonly defaultCountry?: string;
  readonly channels: readonly ResolvedChannel[];
  /** In the order in which reps see them; absent when the file says nothing of them. */
  readonly dispositions?: readonly ResolvedDisposition[];
};

export type ResolvedChannel = {
  readonly channel: ChannelName;
  readonly autoLog: boolean;
  readonly opensWrapUp: boolean;
  readonly afterSave: 'LeaveClosed' | 'Pop' | 'Edit';
};

export type ResolvedDisposition = {
  /** Developer name of its record, when the org has none with this value yet. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Empty for all. */
  readonly channels: readonly ChannelName[];
  readonly requiresNotes: boolean;
  readonly followUpDays?: number;
};

export type ResolvedScreenPopRule = {
  /** Developer name of its record. */
  readonly name: string;
  readonly label: string;
  readonly attribute: string;
  readonly object: string;
  readonly field: string;
  /** Empty for all. */
  readonly channels: readonly ChannelName[];
  readonly moment: 'Offered' | 'Accepted' | 'Completed';
  readonly group?: string;
  readonly oneMatch: 'Open' | 'Chooser' | 'Nothing';
  readonly manyMatches: 'Open' | 'Chooser' | 'Nothing';
  readonly noMatch: 'NewRecord' | 'Search' | 'Nothing';
};

export type ResolvedPresence = {
  /** Developer name of its record, when the org has none for this state yet. */
  readonly name: string;
  readonly phoneState: string;
  /** Developer name of a presence status. */
  readonly status: string;
  readonly direction: 'ToSalesforce' | 'ToPhone' | 'Both';
};

export type ResolvedReps = {
  readonly autoLogin: boolean;
  readonly ringSound: boolean;
  readonly messageSound: boolean;
};

export type ResolvedPackage = {
  /** 18 characters, 04t. */
  readonly id: string;
  readonly name: string;
  readonly securityType: 'admins' | 'all-users';
  readonly version: 'exact' | 'at-least';
  readonly installationKey?: SecretSource;
  /** Ids (18) of packages of this file that must be installed before. */
  readonly dependsOn: readonly string[];
  /** The vendor's install page with this org's host, for people who prefer to click. */
  readonly installUrl: string;
};

export type FieldAccess = {
  /** `Task.Type`; custom Activity fields as `Task.X__c` and `Event.X__c`. */
  readonly field: string;
  readonly access: 'read' | 'edit';
};

export type ResolvedPermissionSet = {
  readonly name: string;
  readonly label: string;
  readonly apiEnabled: boolean;
  /** Beside ApiEnabled, such as `EditTask`. */
  readonly userPermissions?: readonly string[];
  readonly fields: readonly FieldAccess[];
  /** Also every custom Task field whose name starts with one of these namespaces, read from the org's describe. */
  readonly describedNamespaces: readonly { readonly namespace: string; readonly access: 'read' | 'edit' }[];
  readonly assignTo: UserRule;
};

/** Users who meet any one of the lists; only active users are ever matched. */
export type UserRule = {
  readonly profiles: readonly string[];
  readonly permissionSets: readonly string[];
  readonly roles: readonly string[];
  readonly groups: readonly string[];
  readonly usernames: readonly string[];
  /** Keys of call centers: everyone whom that call center's own rule matches. */
  readonly callCenters: readonly string[];
};

export type ResolvedUsers = {
  readonly callCenters: readonly { readonly callCenter: string; readonly match: UserRule }[];
  readonly serviceCloudUser?: UserRule;
  /** Who gets a permission set of our packages. */
  readonly roles?: readonly ResolvedRole[];
  readonly moveUsers: boolean;
};

export type ResolvedRole = {
  readonly role: 'agent' | 'supervisor' | 'admin';
  /** Name of the packaged permission set, without namespace. */
  readonly permissionSet: string;
  readonly match: UserRule;
};

export type ResolvedTrustedSite = {
  /** DeveloperName. */
  readonly name: string;
  /** https or wss origin. */
  readonly url: string;
  readonly uses: readonly ('frame' | 'connect' | 'image' | 'media' | 'microphone')[];
};

export type PersonStep = {
  readonly id: string;
  readonly callCenter: string;
  /** Where to click, such as `Admin portal > Integration > Screen Pop`. */
  readonly where: string;
  readonly title: string;
  readonly values: readonly { readonly label: string; readonly value: string }[];
  /** SHA-256 of the above; a confirmation counts for this text only. */
  readonly fingerprint: string;
};
