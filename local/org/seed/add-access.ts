import schema from '../metadata/schema/metadata-schema.json';
import type { Fields, Row } from '../org-data';
import type { LocalOrg } from '../state/state';

/** The licences and the one profile that every org has. */
export function addAccess(org: LocalOrg): void {
  for (const [key, name, total] of licenses) {
    org.insert('UserLicense', {
      LicenseDefinitionKey: key,
      Name: name,
      MasterLabel: name,
      Status: 'Active',
      TotalLicenses: total,
      UsedLicenses: 0
    });
  }
  addProfile(org, 'System Administrator', 'Salesforce', schema.userPermissions);
}

const licenses = [
  ['SFDC', 'Salesforce', 300],
  ['PID_CHATTER', 'Chatter Free', 5000]
] as const;

/** A profile and the permission set that it owns. Standard profiles cannot be changed by packages; custom ones can. */
export function addProfile(org: LocalOrg, name: string, license: string, permissions: readonly string[]): Row {
  const found = org.rows('Profile').find((row) => row.Name === name);
  if (found) return found;
  const userLicense = org.rows('UserLicense').find((row) => row.Name === license);
  if (!userLicense) throw new Error(`The profile ${name} has the unknown license ${license}`);
  const profile = org.insert('Profile', {
    Name: name,
    UserLicenseId: userLicense.Id,
    UserType: license === 'Salesforce' ? 'Standard' : 'CsnOnly',
    Description: null,
    IsCustom: !standardProfiles.includes(name)
  });
  org.insert('PermissionSet', {
    Name: `X${profile.Id.slice(0, 15)}`,
    Label: profile.Id,
    NamespacePrefix: null,
    LicenseId: userLicense.Id,
    ProfileId: profile.Id,
    IsOwnedByProfile: true,
    IsCustom: !standardProfiles.includes(name),
    Type: 'Profile',
    ...granted(permissions)
  });
  return profile;
}

/** Columns for user permissions by their names. */
export const granted = (permissions: readonly string[]): Fields =>
  Object.fromEntries(permissions.map((name) => [`Permissions${name}`, true]));

const standardProfiles = ['System Administrator', 'Standard User', 'Chatter Free User'];
