import type { Catalog } from '../catalog/catalog';
import type { Component, OrgData, OrgSettings, Row } from '../org-data';
import type { RowIndex } from './row-index';

export type OrgKind = OrgData['kind'];

/** What can be told to the running org besides the settings that every part of it reads. */
export type LocalSettings = OrgSettings & {
  /** Whether the org has ScratchOrgInfo, as a Dev Hub. */
  readonly devHub: boolean;
};

/** Who holds a token. */
export type Login = {
  readonly userId: string;
  /** Its scopes let it ask who the user is, and nothing else. */
  readonly isIdentityOnly?: boolean;
};

/** Everything that an org is, as it is kept on disk. */
export type State = {
  readonly format: 1;
  readonly kind: OrgKind;
  readonly orgId: string;
  readonly settings: LocalSettings;
  /** The last number that became an id. */
  readonly lastNumber: number;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  readonly components: readonly Component[];
  readonly jobs: readonly Job[];
  readonly accessTokens: Readonly<Record<string, Login>>;
  readonly refreshTokens: Readonly<Record<string, Login>>;
  /** How often a package version was looked up, by its id. */
  readonly packageReads: Readonly<Record<string, number>>;
  readonly catalog: Catalog;
};

export type Job = { readonly id: string };

/** The org as its own parts see it: the contents that the Metadata API also sees, and what only they need. */
export type LocalOrg = OrgData & {
  readonly settings: LocalSettings;
  readonly catalog: Catalog;
  changeSettings(settings: Partial<LocalSettings>): void;
  login(accessToken: string): Login | undefined;
  keepLogin(accessToken: string, login: Login): void;
  forgetLogin(token: string): void;
  refreshLogin(refreshToken: string): Login | undefined;
  keepRefreshLogin(refreshToken: string, login: Login): void;
  /** Counts one more look-up of a package version, and says how many there were before. */
  countPackageRead(versionId: string): number;
  packageReads(versionId: string): number;
  /** What is kept beside the rows of an sObject under this key: made of all rows at first, and right from then on. */
  index<Index extends RowIndex>(sobject: string, key: string, make: () => Index): Index;
  /** Does the work with this user as the author of what it writes. */
  as<Result>(userId: string, work: () => Result): Result;
  /** Grows with every change. */
  changes(): number;
  state(): State;
};
