import type { FieldAccess, ResolvedPermissionSet } from '../../config/resolved-config/users';
import { flagAt, textAt } from '../org-record';
import type { OrgRecord } from '../question';

/** Field to access, sorted by field. */
export type DesiredFields = ReadonlyMap<string, FieldAccess['access']>;

/**
 * Every field that a permission set opens: those of the configuration, those that the org's describe of Task adds for whole
 * namespaces, and for each custom one both spellings. Activity's custom fields are one field with two names, `Task.X__c`
 * and `Event.X__c`, and never `Activity.X__c` (Metadata API, PermissionSet).
 */
export function desiredFields(set: ResolvedPermissionSet, taskFields: readonly OrgRecord[]): DesiredFields {
  const found = new Map<string, FieldAccess['access']>();
  const add = (field: string, access: FieldAccess['access']): void => {
    if (found.get(field) !== 'edit') found.set(field, access);
  };
  for (const { namespace, access } of set.describedNamespaces) {
    for (const name of namespaceFields(taskFields, namespace))
      bothSpellings(`Task.${name}`).forEach((field) => add(field, access));
  }
  for (const { field, access } of set.fields) bothSpellings(field).forEach((spelling) => add(spelling, access));
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** `Task.X__c` and `Event.X__c` for a custom Activity field; any other field as it is. */
export function bothSpellings(field: string): readonly string[] {
  const custom = /^(?:Task|Event)\.(\w+__c)$/.exec(field)?.[1];
  return custom === undefined ? [field] : [`Task.${custom}`, `Event.${custom}`];
}

/** The custom fields of a namespace that have field-level security, without their object. */
export function namespaceFields(taskFields: readonly OrgRecord[], namespace: string): readonly string[] {
  return taskFields
    .filter((field) => flagAt(field, 'custom') && flagAt(field, 'permissionable'))
    .flatMap((field) => textAt(field, 'name') ?? [])
    .filter((name) => name.startsWith(`${namespace}__`));
}

/** The fields without the second spelling of those that Task and Event share, for people to read. */
export function onceEach(fields: readonly string[]): readonly string[] {
  return fields.filter((field) => !field.startsWith('Event.') || !fields.includes(field.replace('Event.', 'Task.')));
}
