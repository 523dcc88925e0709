import type { OrgData } from './org-data';

/**
 * Sets what a permission set may do with a field; no access means no row. The rows of tasks and events for a shared custom
 * field copy each other [Object Reference, FieldPermissions].
 */
export function setFieldPermission(
  org: OrgData,
  parentId: string,
  field: string,
  access: { readonly read: boolean; readonly edit: boolean }
): void {
  for (const spelling of spellings(field)) setRow(org, parentId, spelling, access);
}

/** `Task.X__c` and `Event.X__c` for either of them; any other field as it is. */
export function spellings(field: string): readonly string[] {
  const [, name] = /^(?:Task|Event)\.(\w+__c)$/.exec(field) ?? [];
  return name ? [`Task.${name}`, `Event.${name}`] : [field];
}

function setRow(
  org: OrgData,
  parentId: string,
  field: string,
  { read, edit }: { readonly read: boolean; readonly edit: boolean }
): void {
  const row = org.rows('FieldPermissions').find((each) => each.ParentId === parentId && each.Field === field);
  if (!read) {
    if (row) org.remove('FieldPermissions', row.Id);
    return;
  }
  const fields = { PermissionsRead: true, PermissionsEdit: edit };
  if (!row)
    org.insert('FieldPermissions', {
      ParentId: parentId,
      SobjectType: field.split('.')[0] ?? '',
      Field: field,
      ...fields
    });
  else if (row.PermissionsRead !== true || row.PermissionsEdit !== edit) org.update('FieldPermissions', row.Id, fields);
}
