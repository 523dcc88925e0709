import { badRequest } from '../../api-error';
import type { Fields, Row } from '../../org-data';
import type { LocalOrg } from '../../state/state';
import { licenseOf } from './user-rule';
import type { Rule } from './rule';

/** Who may have a permission set, once. */
export const assignmentRule: Rule = {
  check: (org, fields) => {
    const [set, group] = [fields.PermissionSetId ?? null, fields.PermissionSetGroupId ?? null];
    if (set === null && group === null) {
      throw badRequest('REQUIRED_FIELD_MISSING', 'Required fields are missing: [PermissionSetId]', ['PermissionSetId']);
    }
    const user = org.row('User', String(fields.AssigneeId));
    if (user?.IsActive !== true) {
      throw badRequest(
        'INACTIVE_OWNER_OR_USER',
        `operation performed with inactive user [${String(fields.AssigneeId)}]`,
        ['AssigneeId']
      );
    }
    const same = org
      .rows('PermissionSetAssignment')
      .some(
        (row) =>
          row.AssigneeId === user.Id && row.PermissionSetId === set && (row.PermissionSetGroupId ?? null) === group
      );
    if (same) {
      throw badRequest(
        'DUPLICATE_VALUE',
        `Duplicate PermissionSetAssignment. Assignee: ${user.Id}; Permission Set: ${String(set ?? group)}`,
        ['AssigneeId', 'PermissionSetId']
      );
    }
    const permissionSet = org.row('PermissionSet', String(set));
    if (permissionSet) checkLicense(org, user, permissionSet);
    return { PermissionSetId: set, PermissionSetGroupId: group };
  },
  remove: (org, before) => {
    if (org.row('PermissionSet', String(before.PermissionSetId))?.IsOwnedByProfile) {
      throw badRequest('INSUFFICIENT_ACCESS_OR_READONLY', 'The permission set of a profile goes with the profile');
    }
    org.remove('PermissionSetAssignment', before.Id);
  }
};

/** Seats of a permission set licence. */
export const licenseAssignRule: Rule = {
  check: (org, fields) => {
    const holders = org
      .rows('PermissionSetLicenseAssign')
      .filter((row) => row.PermissionSetLicenseId === fields.PermissionSetLicenseId);
    if (holders.some((row) => row.AssigneeId === fields.AssigneeId)) {
      throw badRequest('DUPLICATE_VALUE', 'Duplicate PermissionSetLicenseAssign', [
        'AssigneeId',
        'PermissionSetLicenseId'
      ]);
    }
    const license = org.row('PermissionSetLicense', String(fields.PermissionSetLicenseId));
    if (license && holders.length >= Number(license.TotalLicenses)) {
      throw badRequest(
        'LICENSE_LIMIT_EXCEEDED',
        `You have reached the limit of ${String(license.MasterLabel)} licenses`
      );
    }
    return {};
  },
  after: countLicenses,
  remove: (org, before) => {
    org.remove('PermissionSetLicenseAssign', before.Id);
    countLicenses(org, before);
  }
};

function countLicenses(org: LocalOrg, assign: Row): void {
  const id = String(assign.PermissionSetLicenseId);
  const used = org.rows('PermissionSetLicenseAssign').filter((row) => row.PermissionSetLicenseId === id).length;
  org.update('PermissionSetLicense', id, { UsedLicenses: used });
}

/** A permission set may be for one licence; a user of a small licence cannot have the API [Object Reference, PermissionSet]. */
function checkLicense(org: LocalOrg, user: Row, set: Row): void {
  const refuse = (why: string): Error =>
    badRequest(
      'FIELD_INTEGRITY_EXCEPTION',
      `Can't assign permission set ${String(set.Label)} to user ${String(user.Name)}. ${why}`
    );
  const license = String(set.LicenseId ?? '');
  const mine = licenseOf(org, user.ProfileId);
  if (license.startsWith('0PL')) {
    const name = String(org.row('PermissionSetLicense', license)?.MasterLabel);
    const held = org
      .rows('PermissionSetLicenseAssign')
      .some((row: Fields) => row.AssigneeId === user.Id && row.PermissionSetLicenseId === license);
    if (!held) throw refuse(`The user doesn't have the required permission set license: ${name}`);
  }
  if (license.startsWith('100') && mine?.Id !== license)
    throw refuse('The user license is not the same as the permission set license.');
  if (set.PermissionsApiEnabled === true && /^Chatter (Free|External)$/.test(String(mine?.Name))) {
    throw refuse("The user license doesn't allow the permission: API Enabled");
  }
}
