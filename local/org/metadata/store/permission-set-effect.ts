import type { OrgData, Row, Value } from '../../org-data';
import { childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import type { Effect } from './effects';
import { replaceObjectPermissions } from './object-permission-rows';
import { setFieldPermission, spellings } from '../../field-permissions';
import { rowOf } from './row-backed';
import { updateWhereDifferent } from './update-where-different';

/** A permission set is its row, a `Permissions<Name>` column for each user permission, and its rows of field access. */
export const permissionSetEffect: Effect = {
  apply: (org, component, root) => {
    const before = rowOf(org, 'PermissionSet', component.fullName);
    const fields = columns(root, before);
    const row = before ?? org.insert('PermissionSet', { Name: component.fullName, ...fresh, ...fields });
    if (before) updateWhereDifferent(org, 'PermissionSet', before, fields);
    replaceFieldPermissions(org, row.Id, root ? childrenOf(root, 'fieldPermissions') : []);
    replaceObjectPermissions(org, row.Id, root ? childrenOf(root, 'objectPermissions') : []);
    return row.Id;
  },
  remove: (org, component) => {
    const row = rowOf(org, 'PermissionSet', component.fullName);
    if (!row) return undefined;
    if (org.rows('PermissionSetAssignment').some((assignment) => assignment.PermissionSetId === row.Id)) {
      return 'Your attempt to delete this permission set failed because it is assigned to users';
    }
    replaceFieldPermissions(org, row.Id, []);
    replaceObjectPermissions(org, row.Id, []);
    org.remove('PermissionSet', row.Id);
    return undefined;
  }
};

const fresh = {
  NamespacePrefix: null,
  IsCustom: true,
  IsOwnedByProfile: false,
  ProfileId: null,
  Type: 'Regular'
} as const;

function columns(root: XmlElement | undefined, before: Row | undefined): Record<string, Value> {
  const fields: Record<string, Value> = {
    Label: (root && textOf(root, 'label')) ?? null,
    Description: (root && textOf(root, 'description')) ?? null,
    HasActivationRequired: /^(true|1)$/.test((root && textOf(root, 'hasActivationRequired')) ?? '')
  };
  // A deploy replaces the whole set: what the file does not grant is taken away.
  for (const name of Object.keys(before ?? {})) if (/^Permissions[A-Z]/.test(name)) fields[name] = false;
  for (const permission of root ? childrenOf(root, 'userPermissions') : []) {
    fields[`Permissions${textOf(permission, 'name')}`] = /^(true|1)$/.test(textOf(permission, 'enabled') ?? '');
  }
  return fields;
}

type Access = { readonly read: boolean; readonly edit: boolean };

function replaceFieldPermissions(org: OrgData, parentId: string, entries: readonly XmlElement[]): void {
  const wanted = new Map<string, Access>();
  for (const entry of entries) {
    const access = { read: isTrue(entry, 'readable'), edit: isTrue(entry, 'editable') };
    for (const field of spellings(textOf(entry, 'field') ?? '')) {
      const other = wanted.get(field);
      wanted.set(field, { read: access.read || other?.read === true, edit: access.edit || other?.edit === true });
    }
  }
  const rows = org.rows('FieldPermissions').filter((row) => row.ParentId === parentId);
  const present = new Map(rows.map((row) => [String(row.Field), row]));
  for (const field of new Set([...present.keys(), ...wanted.keys()])) {
    const access = wanted.get(field) ?? { read: false, edit: false };
    const row = present.get(field);
    const same = row ? row.PermissionsRead === access.read && row.PermissionsEdit === access.edit : !access.read;
    if (!same) setFieldPermission(org, parentId, field, access);
  }
}

const isTrue = (element: XmlElement, name: string): boolean => /^(true|1)$/.test(textOf(element, name) ?? '');
