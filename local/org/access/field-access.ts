import type { OrgData } from '../org-data';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { fieldsOf } from '../sobjects/sobjects';
import { permissionSetsOf } from '../sobjects/user-permission-access';
import { isAllPowerful } from './object-access';

/**
 * The fields of an sObject that the user may see, by their names in lower case; what the user may see and not change is neither
 * createable nor updateable.
 */
export function accessibleFieldsOf(org: OrgData, userId: string, sobject: Sobject): ReadonlyMap<string, Field> {
  const fields = fieldsOf(org, sobject);
  const guarded = [...fields.values()].filter((field) => isGuarded(sobject, field));
  if (guarded.length === 0 || isAllPowerful(org, userId)) return fields;
  const access = granted(org, userId, sobject.name);
  const entries = [...fields].flatMap(([key, field]): (readonly [string, Field])[] => {
    if (!isGuarded(sobject, field)) return [[key, field]];
    const edit = access.get(field.name);
    if (edit === undefined) return [];
    return [[key, edit ? field : { ...field, createable: false, updateable: false }]];
  });
  return new Map(entries);
}

/** Whether field-level security decides about a field; settings and metadata types have none. */
const isGuarded = (sobject: Sobject, field: Field): boolean =>
  field.custom
    ? field.permissionable && !sobject.customSetting && !sobject.name.endsWith('__mdt')
    : field.name === 'Type' && (sobject.name === 'Task' || sobject.name === 'Event');

/** The readable fields by name, and whether each may be changed. */
function granted(org: OrgData, userId: string, object: string): ReadonlyMap<string, boolean> {
  const sets = new Set(permissionSetsOf(org, userId).map(({ Id }) => Id));
  const access = new Map<string, boolean>();
  for (const row of org.rows('FieldPermissions')) {
    if (row.SobjectType !== object || row.PermissionsRead !== true || !sets.has(String(row.ParentId))) continue;
    const name = String(row.Field).slice(object.length + 1);
    access.set(name, access.get(name) === true || row.PermissionsEdit === true);
  }
  return access;
}
