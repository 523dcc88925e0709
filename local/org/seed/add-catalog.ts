import type { CatalogComponent, CatalogFile, CatalogUser } from '../catalog/catalog';
import { idPrefixOf } from '../metadata/store/id-prefixes';
import type { Row } from '../org-data';
import { install } from '../packages/advance-installs';
import { knownVersions } from '../packages/find-version';
import { createRecord } from '../records/write-record';
import { featureLicenseTable } from '../sobjects/feature-license-metric';
import { sobjectNamed } from '../sobjects/sobjects';
import type { LocalOrg } from '../state/state';
import { addProfile, granted } from './add-access';
import { addRecords } from './add-records';
import { usernameIn } from './org-kinds';

/** Adds what a catalog names and the org does not have yet. */
export function addCatalog(org: LocalOrg, file: CatalogFile): void {
  for (const { name, license = 'Salesforce', permissions = [] } of file.profiles ?? [])
    addProfile(org, name, license, permissions);
  for (const { name, developerName = bare(name) } of file.roles ?? []) {
    once(org, 'UserRole', 'DeveloperName', developerName, { Name: name });
  }
  for (const { name, developerName = bare(name) } of file.groups ?? []) {
    once(org, 'Group', 'DeveloperName', developerName, { Name: name, Type: 'Regular', DoesIncludeBosses: true });
  }
  for (const { developerName, label, total } of file.permissionSetLicenses ?? []) {
    const fields = {
      MasterLabel: label,
      PermissionSetLicenseKey: developerName,
      Status: 'Active',
      TotalLicenses: total,
      UsedLicenses: 0
    };
    once(org, 'PermissionSetLicense', 'DeveloperName', developerName, fields);
  }
  for (const set of file.permissionSets ?? []) {
    once(org, 'PermissionSet', 'Name', set.name, {
      Label: set.label,
      NamespacePrefix: set.namespace ?? null,
      LicenseId: set.license ? named(org, 'PermissionSetLicense', 'DeveloperName', set.license).Id : null,
      ProfileId: null,
      IsOwnedByProfile: false,
      IsCustom: !set.license,
      Type: set.license ? 'Standard' : 'Regular',
      ...granted(set.permissions ?? [])
    });
  }
  for (const [feature, total] of Object.entries(file.featureLicenses ?? {})) {
    const row = once(org, featureLicenseTable, 'FeatureType', feature, { Total: total });
    if (row.Total !== total) org.update(featureLicenseTable, row.Id, { Total: total });
  }
  const admin = org.rows('User')[0]?.Id ?? '';
  if (!org.rows('PermissionSetAssignment').some((row) => row.AssigneeId === admin)) assignAdmin(org, admin);
  for (const user of file.users ?? []) addUser(org, admin, user);
  addRecords(org, admin, file.records ?? []);
  for (const { name, developerName = bare(name) } of file.presenceStatuses ?? []) {
    once(org, 'ServicePresenceStatus', 'DeveloperName', developerName, { MasterLabel: name, NamespacePrefix: null });
  }
  for (const component of file.components ?? []) addComponent(org, component);
  for (const known of knownVersions(org))
    if (known.version.preinstalled) install(org, { fields: { SecurityType: 'Full' } }, known);
}

function addUser(org: LocalOrg, admin: string, user: CatalogUser): void {
  const username = usernameIn(org.kind, user.username);
  if (org.rows('User').some((row) => row.Username === username)) return;
  const alias = user.username.split('@')[0]?.replace(/\W/g, '') ?? '';
  const context = { org, userId: admin };
  const id = createRecord(context, sobject(org, 'User'), {
    Username: username,
    FirstName: user.firstName ?? null,
    LastName: user.lastName,
    Email: user.email ?? user.username,
    Alias: alias.slice(0, 8),
    CommunityNickname: alias.slice(0, 40),
    IsActive: user.isActive ?? true,
    ProfileId: named(org, 'Profile', 'Name', user.profile).Id,
    UserRoleId: user.role ? named(org, 'UserRole', 'DeveloperName', user.role).Id : null,
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
    CallCenterId: null,
    ...user.fields
  });
  for (const group of user.groups ?? []) {
    org.insert('GroupMember', { GroupId: named(org, 'Group', 'DeveloperName', group).Id, UserOrGroupId: id });
  }
  for (const license of user.permissionSetLicenses ?? []) {
    const PermissionSetLicenseId = named(org, 'PermissionSetLicense', 'DeveloperName', license).Id;
    createRecord(context, sobject(org, 'PermissionSetLicenseAssign'), { AssigneeId: id, PermissionSetLicenseId });
  }
  for (const set of user.permissionSets ?? []) {
    const PermissionSetId = named(org, 'PermissionSet', 'Name', set).Id;
    createRecord(context, sobject(org, 'PermissionSetAssignment'), { AssigneeId: id, PermissionSetId });
  }
}

function addComponent(org: LocalOrg, { type, fullName, files }: CatalogComponent): void {
  if (org.component(type, fullName)) return;
  const now = org.now().toISOString();
  const id = org.newId(idPrefixOf(type));
  org.putComponent({ type, fullName, id, files, createdDate: now, lastModifiedDate: now });
}

/** The administrator comes before the rules that need one. */
function assignAdmin(org: LocalOrg, admin: string): void {
  const set = org
    .rows('PermissionSet')
    .find((row) => row.IsOwnedByProfile && row.ProfileId === org.row('User', admin)?.ProfileId);
  org.insert('PermissionSetAssignment', {
    AssigneeId: admin,
    PermissionSetId: set?.Id ?? null,
    PermissionSetGroupId: null,
    IsActive: true
  });
}

function once(
  org: LocalOrg,
  table: string,
  key: string,
  value: string,
  fields: Parameters<LocalOrg['insert']>[1]
): Row {
  return org.rows(table).find((row) => row[key] === value) ?? org.insert(table, { [key]: value, ...fields });
}

function named(org: LocalOrg, table: string, key: string, value: string): Row {
  const found = org.rows(table).find((row) => row[key] === value);
  if (!found) throw new Error(`The catalog names the unknown ${table} ${value}`);
  return found;
}

function sobject(org: LocalOrg, name: string): NonNullable<ReturnType<typeof sobjectNamed>> {
  const found = sobjectNamed(org, name);
  if (!found) throw new Error(`There is no sObject ${name}`);
  return found;
}

const bare = (name: string): string => name.replace(/\W/g, '');
