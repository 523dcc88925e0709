import { randomBytes } from 'node:crypto';
import { usualCatalogs } from '../catalog/read-catalog';
import type { CatalogFile } from '../catalog/catalog';
import { openOrg } from '../state/open-org';
import type { LocalOrg, LocalSettings, OrgKind, State } from '../state/state';
import { organizationFields, orgIdOf, usernameIn } from './org-kinds';
import { addCatalog } from './add-catalog';
import { addAccess } from './add-access';

export type SeedOptions = {
  readonly kind: OrgKind;
  readonly catalog?: CatalogFile;
  readonly settings?: Partial<LocalSettings>;
  readonly now: () => Date;
  /** Who the org is, when there are several of one kind. */
  readonly identity?: OrgIdentity;
};

/** Id of 18 characters, and the administrator's username. */
export type OrgIdentity = { readonly orgId: string; readonly username: string };

/** The state of a new org, with its administrator logged in. */
export function newState({ kind, catalog = {}, settings, now, identity }: SeedOptions): State {
  const empty: State = {
    format: 1,
    kind,
    orgId: identity?.orgId ?? orgIdOf(kind),
    settings: { ...usualSettings, ...settings },
    lastNumber: 0,
    rows: {},
    components: [],
    jobs: [],
    accessTokens: {},
    refreshTokens: {},
    packageReads: {},
    catalog: mergedCatalog([...usualCatalogs, catalog])
  };
  const organization = { ...organizationFields(kind, now()), Id: empty.orgId };
  const org = openOrg({ ...empty, rows: { Organization: [organization] } }, now);
  const userId = addAdmin(org, identity?.username ?? usernameIn(kind, 'admin@example.com'));
  org.as(userId, () => [...usualCatalogs, catalog].forEach((each) => addCatalog(org, each)));
  org.keepLogin(newToken(empty.orgId), { userId });
  return org.state();
}

/** A token as Salesforce's look: the org's id of 15, an exclamation mark, and letters, digits, dots and underscores. */
export const newToken = (orgId: string): string =>
  `${orgId.slice(0, 15)}!AQ${randomBytes(36)
    .toString('base64')
    .replace(/[^A-Za-z0-9]/g, '.')}`;

/** Packages and connected apps of several catalogs; a later one replaces what has the same id. */
export function mergedCatalog(files: readonly CatalogFile[]): State['catalog'] {
  const packages = new Map(files.flatMap((file) => file.packages ?? []).map((each) => [each.id, each]));
  const apps = new Map(files.flatMap((file) => file.connectedApps ?? []).map((each) => [each.consumerKey, each]));
  return { packages: [...packages.values()], connectedApps: [...apps.values()] };
}

const usualSettings: LocalSettings = {
  deployPolls: 1,
  installPolls: 1,
  latency: 0,
  acceptsCallCenters: true,
  omniChannel: true,
  externalClientApps: true,
  apiVersions: Array.from({ length: 37 }, (_, place) => `${31 + place}.0`),
  devHub: false
};

/** The first user makes everything else, and so comes before the profile. */
function addAdmin(org: LocalOrg, username: string): string {
  const { Id } = org.insert('User', {
    Username: username,
    FirstName: 'Ada',
    LastName: 'Morgan',
    Name: 'Ada Morgan',
    Email: 'admin@example.com',
    Alias: 'admin',
    CommunityNickname: 'admin',
    IsActive: true,
    UserType: 'Standard',
    UserPermissionsSupportUser: true,
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
    CallCenterId: null
  });
  org.as(Id, () => {
    addAccess(org);
    const profile = org.rows('Profile').find((row) => row.Name === 'System Administrator');
    org.update('User', Id, { CreatedById: Id, ProfileId: profile?.Id ?? null });
  });
  return Id;
}
