import type { SecretSource } from './org';

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
  /** The vendor's app by which it knows reps by their login in Salesforce. */
  readonly connectedApp?: ResolvedConnectedApp;
  /** Set where the pages are those of our session service, at addresses that hold the org's id, or `{orgId}` before it is known. */
  readonly sessionPages?: SessionPages;
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

export type ResolvedConnectedApp = {
  readonly name: string;
  /** The vendor publishes no name: this one stands in for it. */
  readonly invented: boolean;
  /** The file that says so, for whoever has to correct it. */
  readonly file: string;
};

/** How a contact center, its org and our session service know each other. */
export type SessionPages = {
  /** Origin of the session service. */
  readonly service: string;
  /** Pixels: 200 to 1200. */
  readonly loginFrameHeight: number;
  /** Path of the file that tells the session service of its orgs, relative to where the tool runs. */
  readonly orgsFile: string;
  /** Where the session service's admin token is. */
  readonly adminToken: SecretSource;
  /** Whether this run makes a new key pair although there is one; said on the command line. */
  readonly rotateKeys?: boolean;
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

export type PersonStep = {
  readonly id: string;
  readonly callCenter: string;
  /** Where to click, such as `Admin portal > Integration > Screen Pop`. */
  readonly where: string;
  readonly title: string;
  readonly values: readonly { readonly label: string; readonly value: string }[];
  /** SHA-256 of the above; a confirmation counts for this text only. */
  readonly fingerprint: string;
  /** Not needed once the org lets reps use the vendor's app without asking them. */
  readonly unlessPreAuthorized?: boolean;
};
