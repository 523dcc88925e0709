import { badRequest } from '../../api-error';
import type { Fields, Row } from '../../org-data';
import { featureSeats } from '../../sobjects/feature-license-metric';
import type { LocalOrg } from '../../state/state';
import type { Rule } from './rule';

/** Users need seats for licences and features, and their profile's permission set is assigned to them. */
export const userRule: Rule = {
  check: (org, fields, before) => {
    const user = { ...before, ...fields };
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(user.Username))) {
      throw badRequest(
        'INVALID_EMAIL_ADDRESS',
        'Username must be in the form of an email address (for example, john@acme.com).',
        ['Username']
      );
    }
    checkFeatures(org, user, before);
    checkLicense(org, user, before);
    return { Name: [user.FirstName, user.LastName].filter(Boolean).join(' '), UserType: 'Standard' };
  },
  after: (org, row, before) => {
    if (before?.ProfileId !== row.ProfileId) assignProfile(org, row);
  }
};

/** A user of a profile has the permission set that the profile owns. */
export function assignProfile(org: LocalOrg, user: Row): void {
  const owned = org.rows('PermissionSet').find((set) => set.IsOwnedByProfile && set.ProfileId === user.ProfileId);
  for (const assignment of org.rows('PermissionSetAssignment')) {
    const set = org.row('PermissionSet', String(assignment.PermissionSetId));
    if (assignment.AssigneeId === user.Id && set?.IsOwnedByProfile)
      org.remove('PermissionSetAssignment', assignment.Id);
  }
  if (owned) {
    org.insert('PermissionSetAssignment', {
      AssigneeId: user.Id,
      PermissionSetId: owned.Id,
      PermissionSetGroupId: null,
      IsActive: true,
      ExpirationDate: null
    });
  }
}

/** The licence of a profile. */
export const licenseOf = (org: LocalOrg, profileId: unknown): Row | undefined =>
  org.row('UserLicense', String(org.row('Profile', String(profileId))?.UserLicenseId ?? ''));

const features = /^UserPermissions(\w+)$/;

/** An inactive user holds no seat. */
function checkFeatures(org: LocalOrg, user: Fields, before: Row | undefined): void {
  for (const [name, value] of Object.entries(user)) {
    const [, feature] = features.exec(name) ?? [];
    const held = before?.IsActive === true && before[name] === true;
    if (!feature || value !== true || user.IsActive !== true || held) continue;
    const seats = featureSeats(org, feature);
    if (seats && seats.used >= seats.total) {
      throw badRequest(
        'LICENSE_LIMIT_EXCEEDED',
        `You have reached the limit of ${seats.total} ${feature} feature licenses`,
        [name]
      );
    }
  }
}

function checkLicense(org: LocalOrg, user: Fields, before: Row | undefined): void {
  const license = licenseOf(org, user.ProfileId);
  if (!license || user.IsActive !== true) return;
  const held = before?.IsActive === true && licenseOf(org, before.ProfileId)?.Id === license.Id;
  const used = org
    .rows('User')
    .filter((each) => each.IsActive && licenseOf(org, each.ProfileId)?.Id === license.Id).length;
  if (!held && used >= Number(license.TotalLicenses)) {
    throw badRequest('LICENSE_LIMIT_EXCEEDED', `License Limit Exceeded: ${String(license.Name)}`);
  }
}
