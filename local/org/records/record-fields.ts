import { badRequest, notBuilt } from '../api-error';
import type { Fields, Row, Value } from '../org-data';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { fieldsOf, rowOf, sobjectOfId } from '../sobjects/sobjects';
import type { LocalOrg } from '../state/state';
import { compareText } from '../soql/compare';
import { accessibleFieldsOf } from '../access/field-access';
import { isVisible } from '../access/record-access';
import { fieldValue } from './field-value';
import type { WriteContext } from './write-context';

/** What a client sent of one record: field names to values, `attributes` beside them. */
export type Given = Readonly<Record<string, unknown>>;

/** Checks what a client sent against the schema, and gives the values to store by their exact names. */
export function recordFields(
  { org, userId, isSystem = false }: WriteContext,
  sobject: Sobject,
  given: Given,
  before: Row | undefined
): Fields {
  const all = fieldsOf(org, sobject);
  const known = isSystem ? all : accessibleFieldsOf(org, userId, sobject);
  const fields: Record<string, Value> = before ? {} : defaults(all);
  const readOnly: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (/^(attributes|id)$/i.test(name)) continue;
    const field = known.get(name.toLowerCase());
    if (!field)
      throw badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${sobject.name}`, [name]);
    if (typeof value === 'object' && value !== null && field.type !== 'complexvalue')
      throw notBuilt('records that name their parents by external ids');
    if (before ? !field.updateable : !field.createable) readOnly.push(field.name);
    else fields[field.name] = field.type === 'complexvalue' ? JSON.stringify(value) : fieldValue(field, value);
  }
  if (readOnly.length > 0) {
    const message = `Unable to create/update fields: ${readOnly.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
    throw badRequest('INVALID_FIELD_FOR_INSERT_UPDATE', message, readOnly);
  }
  checkRequired(all, fields, before);
  for (const [name, value] of Object.entries(fields)) {
    const field = all.get(name.toLowerCase());
    if (field?.type === 'reference' && typeof value === 'string') checkReference(org, userId, field, value);
    if (field?.unique && value !== null) checkUnique(org, sobject, field, value, before);
  }
  return fields;
}

function defaults(known: ReadonlyMap<string, Field>): Record<string, Value> {
  // An unchecked box needs no value: it reads as false.
  const preset = [...known.values()].filter((field) => field.defaultValue !== null && field.defaultValue !== false);
  return Object.fromEntries(preset.map((field) => [field.name, field.defaultValue]));
}

function checkRequired(known: ReadonlyMap<string, Field>, fields: Fields, before: Row | undefined): void {
  const missing = [...known.values()].filter((field) => {
    if (field.nillable || field.type === 'boolean' || field.type === 'id') return false;
    if (before) return field.updateable && fields[field.name] === null;
    return field.createable && (fields[field.name] ?? null) === null;
  });
  const names = missing.map((field) => field.name);
  if (names.length > 0)
    throw badRequest('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
}

function checkReference(org: LocalOrg, userId: string, field: Field, id: string): void {
  const target = sobjectOfId(org, id);
  if (!target || !field.referenceTo.includes(target.name)) {
    throw badRequest('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
  }
  const row = rowOf(org, target, userId, id);
  if (row && isVisible(org, target, userId, row)) return;
  if (row) {
    const message = `insufficient access rights on cross-reference id: ${id}`;
    throw badRequest('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message, [field.name]);
  }
  // A call center is checked as data of the user, not as a reference that a query can follow.
  if (target.name === 'CallCenter')
    throw badRequest('FIELD_INTEGRITY_EXCEPTION', `${field.label}: no call center has the id ${id}`, [field.name]);
  throw badRequest('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
}

/** Two values of a unique field or an external id; their case matters where the field says so. */
export const isSame = (field: Field, one: Value, other: Value): boolean =>
  one !== null &&
  other !== null &&
  (field.caseSensitive ? String(one) === String(other) : compareText(String(one), String(other)) === 0);

function checkUnique(org: LocalOrg, sobject: Sobject, field: Field, value: Value, before: Row | undefined): void {
  const same = org
    .rows(sobject.name)
    .find((row) => row.Id !== before?.Id && isSame(field, row[field.name] ?? null, value));
  if (!same) return;
  if (field.name === 'Username') {
    throw badRequest(
      'DUPLICATE_USERNAME',
      'Duplicate Username. The username already exists in this or another Salesforce organization.',
      [field.name]
    );
  }
  throw badRequest(
    'DUPLICATE_VALUE',
    `duplicate value found: ${field.name} duplicates value on record with id: ${same.Id}`,
    [field.name]
  );
}
