import type { Component, Fields } from '../org-data';

/** What an org of this computer can hold beyond what every org has. */
export type Catalog = {
  readonly packages: readonly Package[];
  readonly connectedApps: readonly ConnectedApp[];
};

/** What a catalog file may add to a new org. */
export type CatalogFile = Partial<Catalog> & {
  readonly profiles?: readonly Named[];
  readonly roles?: readonly Named[];
  readonly groups?: readonly Named[];
  /** Statuses of Omni-Channel. */
  readonly presenceStatuses?: readonly Named[];
  readonly permissionSets?: readonly CatalogPermissionSet[];
  readonly permissionSetLicenses?: readonly {
    readonly developerName: string;
    readonly label: string;
    readonly total: number;
  }[];
  /** How many users may hold a feature licence: `{ "SupportUser": 10 }`. */
  readonly featureLicenses?: Readonly<Record<string, number>>;
  readonly users?: readonly CatalogUser[];
  /** Accounts, contacts, leads and cases that somebody has made already. */
  readonly records?: readonly CatalogRecord[];
  /** Metadata that somebody has deployed already. */
  readonly components?: readonly CatalogComponent[];
};

/** A record with a name to refer to it by; `parents` are references to records named before it. */
export type CatalogRecord = {
  readonly type: string;
  readonly name: string;
  readonly fields: Fields;
  readonly parents?: Readonly<Record<string, string>>;
};

/** A component as a deploy leaves it; `invented` says that no public document has its text. */
export type CatalogComponent = Pick<Component, 'type' | 'fullName' | 'files'> & { readonly invented?: boolean };

/** A thing that only needs a name; `permissions` are those of a profile. */
export type Named = {
  readonly name: string;
  readonly developerName?: string;
  readonly license?: string;
  readonly permissions?: readonly string[];
};

export type CatalogPermissionSet = {
  readonly name: string;
  readonly label: string;
  readonly permissions?: readonly string[];
  /** Developer name of the permission set licence that a user needs first. */
  readonly license?: string;
  readonly namespace?: string;
};

/** Everything that refers to another thing does so by name. */
export type CatalogUser = {
  readonly username: string;
  readonly firstName?: string;
  readonly lastName: string;
  readonly email?: string;
  readonly profile: string;
  readonly role?: string;
  readonly groups?: readonly string[];
  readonly permissionSets?: readonly string[];
  readonly permissionSetLicenses?: readonly string[];
  readonly isActive?: boolean;
  readonly fields?: Fields;
};

export type Package = {
  /** 033 */
  readonly id: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly description?: string;
  readonly publisher?: string;
  /** Says that no public document gives the names inside. */
  readonly invented?: boolean;
  readonly versions: readonly PackageVersion[];
};

export type PackageVersion = {
  /** 04t */
  readonly id: string;
  readonly name: string;
  /** `major.minor.patch.build` */
  readonly number: string;
  readonly beta?: boolean;
  readonly deprecated?: boolean;
  readonly container?: 'Managed' | 'Unlocked' | 'Unmanaged';
  readonly installationKey?: string;
  /** Look-ups that find it unavailable before the first that finds it. */
  readonly publishLag?: number;
  /** A validation status that the org gives whatever its own state says. */
  readonly validationStatus?: string;
  /** With these the installation ends in ERROR. */
  readonly installErrors?: readonly string[];
  /** 04t of the versions that must be there first. */
  readonly dependencies?: readonly string[];
  readonly remoteSites?: readonly string[];
  readonly trustedSites?: readonly string[];
  /** Already there in a new org. */
  readonly preinstalled?: boolean;
  readonly components?: readonly PackagedComponent[];
};

/** A component as a package brings it: the full name without namespace, the file with its path in a zip. */
export type PackagedComponent = {
  readonly type: string;
  readonly fullName: string;
  readonly path: string;
  readonly text: string;
  readonly invented?: boolean;
};

/** An app that may log in for users, by a signed assertion or a refresh token. */
export type ConnectedApp = {
  readonly name: string;
  readonly consumerKey: string;
  readonly consumerSecret?: string;
  /** PEM of the certificate or public key. */
  readonly certificate?: string;
  /** Whether any user is approved, or only those named here. */
  readonly approvedUsers?: readonly string[];
  /** Its users are pre-authorised: holders of these permission sets. Without them users authorise themselves. */
  readonly permissionSets?: readonly string[];
  /** 033 of the package that brings it. */
  readonly package?: string;
  /** Says that no public document gives its name. */
  readonly invented?: boolean;
};
