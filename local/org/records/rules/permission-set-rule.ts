import { badRequest } from '../../api-error';
import type { Fields } from '../../org-data';
import type { Rule } from './rule';

/** Permission sets have one name each, and go only when nobody has them. */
export const permissionSetRule: Rule = {
  check: (org, fields, before): Fields => {
    const name = fields.Name;
    const same = org
      .rows('PermissionSet')
      .some((row) => row.Id !== before?.Id && row.Name === name && (row.NamespacePrefix ?? null) === null);
    if (typeof name === 'string' && !/^[A-Za-z](?!\w*__)\w*(?<!_)$/.test(name)) {
      throw badRequest(
        'FIELD_INTEGRITY_EXCEPTION',
        `Name: the API name can include only underscores and alphanumeric characters: ${name}`,
        ['Name']
      );
    }
    if (same)
      throw badRequest('DUPLICATE_DEVELOPER_NAME', `The name you entered is already in use: ${String(name)}`, ['Name']);
    if (before?.IsOwnedByProfile) {
      throw badRequest(
        'INSUFFICIENT_ACCESS_OR_READONLY',
        "The permission set of a profile can't be changed; change the profile"
      );
    }
    return before ? {} : { NamespacePrefix: null, ProfileId: null };
  },
  remove: (org, before) => {
    if (org.rows('PermissionSetAssignment').some((row) => row.PermissionSetId === before.Id)) {
      throw badRequest(
        'DELETE_FAILED',
        'Your attempt to delete this permission set failed because it is assigned to users'
      );
    }
    for (const child of ['FieldPermissions', 'ObjectPermissions']) {
      for (const row of org.rows(child)) if (row.ParentId === before.Id) org.remove(child, row.Id);
    }
    org.removeComponent('PermissionSet', String(before.Name));
    org.remove('PermissionSet', before.Id);
  }
};
