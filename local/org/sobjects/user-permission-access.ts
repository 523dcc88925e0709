import type { OrgData, Row, Value } from '../org-data';

/** The permission sets that a user has, the one of the profile among them. */
export function permissionSetsOf(org: OrgData, userId: string): readonly Row[] {
  return org
    .rows('PermissionSetAssignment')
    .filter((assignment) => assignment.AssigneeId === userId)
    .flatMap((assignment) => org.row('PermissionSet', String(assignment.PermissionSetId)) ?? []);
}

/** Whether the profile or a permission set gives the user this permission, such as `ApiEnabled`. */
export const hasPermission = (org: OrgData, userId: string, permission: string): boolean =>
  permissionSetsOf(org, userId).some((set) => set[`Permissions${permission}`] === true);

/** One row: what the running user may do [Object Reference, UserPermissionAccess]. */
export function deriveUserPermissionAccess(org: OrgData, userId: string): readonly Row[] {
  const granted: Record<string, Value> = {};
  for (const set of permissionSetsOf(org, userId)) {
    for (const [name, value] of Object.entries(set))
      if (/^Permissions[A-Z]/.test(name) && value === true) granted[name] = true;
  }
  return [{ Id: '000000000000000AAA', LastCacheUpdate: null, ...granted }];
}
