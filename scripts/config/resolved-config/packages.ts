import type { SecretSource } from './org';

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
  /** `Vendor` where the vendor's own page opens records and writes logs, and our components only show them. Absent: they do it. */
  readonly popsAndLogs?: 'Ringdown' | 'Vendor';
  readonly sessionService?: string;
  readonly singleSignOn?: ResolvedSingleSignOn;
};

/** The app with which the org says to our session service who a rep is. */
export type ResolvedSingleSignOn = {
  readonly provider: 'salesforce';
  readonly contactEmail: string;
  /** The app's consumer key; absent when the org is asked for it. */
  readonly clientId?: string;
  /** Whose holders sign in without being asked, `ns__Name` with a namespace; sorted. */
  readonly permissionSets: readonly string[];
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
