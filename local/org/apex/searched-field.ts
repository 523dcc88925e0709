import { accessibleFieldsOf } from '../access/field-access';
import { mayAccess } from '../access/object-access';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { findSobject } from '../sobjects/sobjects';
import { canonicalId } from '../state/salesforce-id';
import { ApexException } from './apex-exception';
import type { ApexContext } from './apex-method';

const mostRecords = 20;

/** The twin of SearchedField: queries made of the names that describe knows and this user may see. */
export type SearchedField = {
  query(value: string): { readonly soql: string; readonly binds: Readonly<Record<string, unknown>> };
  search(numbers: readonly string[]): { readonly sosl: string; readonly term: string };
};

/** Whether the object exists and is closed to the user; refuses what does not exist. */
export function isClosed({ org, userId }: ApexContext, objectName: string): boolean {
  const sobject = findSobject(org, objectName);
  if (!sobject) throw handled(`There is no object ${objectName}.`);
  return !mayAccess(org, userId, sobject, 'Read');
}

/** Refuses what does not exist or is closed to the user, by name. */
export function searchedField(context: ApexContext, objectName: string, fieldName: string): SearchedField {
  const { org, userId } = context;
  const sobject = findSobject(org, objectName);
  if (!sobject) throw handled(`There is no object ${objectName}.`);
  if (!mayAccess(org, userId, sobject, 'Read')) throw handled(`There is no object ${objectName} that you may see.`);
  const fields = accessibleFieldsOf(org, userId, sobject);
  const field = fields.get(fieldName.toLowerCase());
  if (!field) throw handled(`There is no field ${fieldName} of ${objectName} that you may see.`);
  const columns = [...new Set(['Id', nameFieldOf(fields), field.name, ...kinshipOf(sobject, fields)])].join(', ');
  return {
    query: (value) => queryOf(sobject, field, columns, value),
    search: (numbers) => searchOf(sobject, field, columns, numbers)
  };
}

function queryOf(sobject: Sobject, field: Field, columns: string, value: string): ReturnType<SearchedField['query']> {
  if (!field.filterable) throw handled(`The field ${field.name} of ${sobject.name} cannot be searched.`);
  const bound = boundTo(field, value);
  const condition = bound === null ? 'Id = NULL' : `${field.name} = :value`;
  return {
    soql: `SELECT ${columns} FROM ${sobject.name}${filter(sobject, condition)} LIMIT ${mostRecords}`,
    binds: { value: bound }
  };
}

function searchOf(
  sobject: Sobject,
  field: Field,
  columns: string,
  numbers: readonly string[]
): ReturnType<SearchedField['search']> {
  const phrases = numbers
    .map((written) => written.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((plain) => plain.length > 1)
    .map((plain) => `"${plain}"`);
  if (phrases.length === 0) throw handled('There is no number to search for.');
  const scope = field.type === 'phone' ? 'PHONE' : 'ALL';
  return {
    sosl: `FIND {} IN ${scope} FIELDS RETURNING ${sobject.name}(${columns}${filter(sobject)} LIMIT ${mostRecords})`,
    term: phrases.join(' OR ')
  };
}

/** What tells whether another record is the same caller; only an org with person accounts has both fields. */
function kinshipOf({ name }: Sobject, fields: ReadonlyMap<string, Field>): readonly string[] {
  return name === 'Contact' ? ['AccountId', 'IsPersonAccount'].filter((each) => fields.has(each.toLowerCase())) : [];
}

/** A lead that became a contact has no page of its own. */
function filter({ name }: Sobject, ...conditions: readonly string[]): string {
  const all = [...conditions, ...(name === 'Lead' ? ['IsConverted = FALSE'] : [])];
  return all.length > 0 ? ` WHERE ${all.join(' AND ')}` : '';
}

/** The value as the field's type; null for what the field cannot hold. */
function boundTo({ type }: Field, value: string): unknown {
  if (type === 'int' || type === 'double') return /^[+-]?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : null;
  return type === 'id' || type === 'reference' ? (canonicalId(value) ?? null) : value;
}

/** As describe marks it: cases have a number, tasks a subject. */
function nameFieldOf(fields: ReadonlyMap<string, Field>): string {
  const found = ['name', 'casenumber', 'subject'].map((name) => fields.get(name)).find((field) => field !== undefined);
  return found?.name ?? 'Id';
}

const handled = (message: string): ApexException => new ApexException('System.AuraHandledException', message);
