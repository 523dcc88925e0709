import type { OrgData } from '../org-data';
import type { Sobject } from '../sobjects/sobject';
import { setupEntityAccessOf } from '../sobjects/setup-entity-access';
import { hasPermission, permissionSetsOf } from '../sobjects/user-permission-access';

/** A right to an object, as the columns of ObjectPermissions name it. */
export type ObjectRight = 'Read' | 'Create' | 'Edit' | 'Delete' | 'ViewAllRecords' | 'ModifyAllRecords';

/** Whether the user may do everything everywhere. */
export const isAllPowerful = (org: OrgData, userId: string): boolean => hasPermission(org, userId, 'ModifyAllData');

/** Whether the user has this right to the records of an sObject. */
export function mayAccess(org: OrgData, userId: string, sobject: Sobject, right: ObjectRight): boolean {
  if (isAllPowerful(org, userId)) return true;
  if (sobject.name.endsWith('__mdt')) return right === 'Read' || right === 'ViewAllRecords';
  if (sobject.customSetting) return maySetting(org, userId, sobject, right);
  if (sobject.custom) return isGranted(org, userId, sobject.name, right);
  return isOpen(org, userId, sobject, right);
}

/** Standard objects are open to whoever has a full licence; those of Setup have rules of their own. */
function isOpen(org: OrgData, userId: string, sobject: Sobject, right: ObjectRight): boolean {
  if (permissionObjects.has(sobject.name)) return hasPermission(org, userId, 'ViewSetup');
  if (!businessObjects.has(sobject.name)) return true;
  if (right === 'ModifyAllRecords') return false;
  const profile = org.row('Profile', String(org.row('User', userId)?.ProfileId));
  return org.row('UserLicense', String(profile?.UserLicenseId))?.Name === 'Salesforce';
}

/** Need View Setup and Configuration since version 49.0 [Object Reference, FieldPermissions]. */
const permissionObjects = new Set(['FieldPermissions', 'ObjectPermissions', 'SetupEntityAccess']);

const businessObjects = new Set(['Account', 'Contact', 'Lead', 'Case', 'Task', 'Event']);

/** Settings are read with the setting's own access and written by who customizes the application [Salesforce Help, Custom Settings]. */
function maySetting(org: OrgData, userId: string, sobject: Sobject, right: ObjectRight): boolean {
  if (hasPermission(org, userId, 'CustomizeApplication')) return true;
  return (right === 'Read' || right === 'ViewAllRecords') && hasSetupAccess(org, userId, sobject.name);
}

function isGranted(org: OrgData, userId: string, object: string, right: ObjectRight): boolean {
  const sets = new Set(permissionSetsOf(org, userId).map(({ Id }) => Id));
  return org
    .rows('ObjectPermissions')
    .some((row) => sets.has(String(row.ParentId)) && row.SobjectType === object && row[`Permissions${right}`] === true);
}

/** Whether a permission set of the user opens something that is in Setup: an Apex class or a custom setting, by its full name. */
export function hasSetupAccess(org: OrgData, userId: string, fullName: string): boolean {
  const sets = new Set(permissionSetsOf(org, userId).map(({ Id }) => Id));
  const ids = ['ApexClass', 'CustomObject'].flatMap((type) => org.component(type, fullName)?.id ?? []);
  return setupEntityAccessOf(org).some(
    (row) => sets.has(String(row.ParentId)) && ids.includes(String(row.SetupEntityId))
  );
}
