import type { OrgData } from '../../org-data';

/** Sets one row of field access; no access means no row. */
export function setFieldPermission(
  org: OrgData,
  parentId: string,
  field: string,
  access: { readonly read: boolean; readonly edit: boolean }
): void {
  const row = org.rows('FieldPermissions').find((each) => each.ParentId === parentId && each.Field === field);
  const fields = { PermissionsRead: access.read, PermissionsEdit: access.edit };
  if (!access.read) {
    if (row) org.remove('FieldPermissions', row.Id);
  } else if (row) org.update('FieldPermissions', row.Id, fields);
  else
    org.insert('FieldPermissions', {
      ParentId: parentId,
      SobjectType: field.split('.')[0] ?? '',
      Field: field,
      ...fields
    });
}
