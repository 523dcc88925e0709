import type { ResolvedConfig } from '../../config/resolved-config';
import { flagAt } from '../org-record';
import type { OrgRecord, Question } from '../question';

/** A permission of the running user: one of `fields` on UserPermissionAccess is enough. */
export type NeededPermission = { readonly label: string; readonly fields: readonly string[]; readonly why: string };

/** What the running user must be allowed to do for the steps that this configuration leads to. */
export function neededPermissions(config: ResolvedConfig): readonly NeededPermission[] {
  const { callCenters, packages, permissionSets, trustedSites, users, ringdown } = config;
  const deploys = callCenters.length + permissionSets.length + trustedSites.length > 0 || ringdown !== undefined;
  const roles = users.roles ?? [];
  const writesUsers = users.callCenters.length > 0 || users.serviceCloudUser !== undefined;
  return [
    { label: 'API Enabled', fields: ['PermissionsApiEnabled'], why: 'to talk to the org' },
    { label: 'View Setup and Configuration', fields: ['PermissionsViewSetup'], why: 'to read field access back' },
    ...(packages.length > 0
      ? [
          {
            label: 'Download AppExchange Packages',
            fields: ['PermissionsInstallPackaging'],
            why: 'to install packages'
          }
        ]
      : []),
    ...(deploys
      ? [
          {
            label: 'Customize Application',
            fields: ['PermissionsCustomizeApplication'],
            why: 'to change call centers and settings'
          },
          {
            label: 'Modify Metadata Through Metadata API Functions',
            fields: ['PermissionsModifyMetadata', 'PermissionsModifyAllData'],
            why: 'to deploy'
          }
        ]
      : []),
    ...(ringdown?.packages.some(({ hasApex }) => hasApex)
      ? [{ label: 'Author Apex', fields: ['PermissionsAuthorApex'], why: 'to deploy Ringdown’s packages from source' }]
      : []),
    ...(writesUsers
      ? [{ label: 'Manage Users', fields: ['PermissionsManageUsers'], why: 'to put users into call centers' }]
      : []),
    ...(permissionSets.length + roles.length > 0
      ? [
          {
            label: 'Assign Permission Sets',
            fields: ['PermissionsAssignPermissionSets'],
            why: 'to assign permission sets'
          }
        ]
      : [])
  ];
}

/** UserPermissionAccess has one row, of the user who asks. */
export function permissionsQuestion(config: ResolvedConfig): Question {
  const columns = new Set(neededPermissions(config).flatMap(({ fields }) => fields));
  return { id: permissionsId, via: 'data', soql: `SELECT ${[...columns].join(', ')} FROM UserPermissionAccess` };
}

export const permissionsId = 'organization:permissions';

/** The needed permissions that the row does not grant. */
export function missingPermissions(config: ResolvedConfig, row: OrgRecord): readonly NeededPermission[] {
  return neededPermissions(config).filter(({ fields }) => !fields.some((field) => flagAt(row, field)));
}
