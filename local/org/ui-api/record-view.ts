import { ApiError, badRequest } from '../api-error';
import { accessibleFieldsOf } from '../access/field-access';
import type { Row, Value } from '../org-data';
import { recordValue } from '../soql/record-value';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { fieldsOf, rowOf, sobjectNamed, sobjectOfId } from '../sobjects/sobjects';
import type { WriteContext } from '../records/write-context';
import { nameFieldsOf } from './object-info';

type FieldView = { readonly displayValue: string | null; readonly value: unknown };

/** A record with these fields, such as `Task.Subject` and `Task.Owner.Name`; optional ones are left out where the user may not see them. */
export function recordView(
  context: WriteContext,
  sobject: Sobject,
  row: Row,
  wanted: { readonly fields: readonly string[]; readonly optionalFields: readonly string[] }
): Readonly<Record<string, unknown>> {
  const paths = [
    ...wanted.fields.map((text) => ({ text, isOptional: false })),
    ...wanted.optionalFields.map((text) => ({ text, isOptional: true }))
  ].map(({ text, isOptional }) => ({ path: pathIn(sobject, text), isOptional }));
  return view(context, sobject, row, paths);
}

type Wanted = { readonly path: readonly string[]; readonly isOptional: boolean };

/** The names of a field's address behind the name of its object. */
function pathIn(sobject: Sobject, text: string): readonly string[] {
  const [object = '', ...names] = text.trim().split('.');
  if (object.toLowerCase() === sobject.name.toLowerCase() && names.length > 0) return names;
  throw badRequest('INVALID_FIELD', `The field ${text} is not one of ${sobject.name}`);
}

function view(
  context: WriteContext,
  sobject: Sobject,
  row: Row,
  wanted: readonly Wanted[]
): Readonly<Record<string, unknown>> {
  const { org, userId } = context;
  const visible = accessibleFieldsOf(org, userId, sobject);
  const fields: Record<string, FieldView> = {};
  const inner = new Map<string, Wanted[]>();
  for (const { path, isOptional } of wanted) {
    const [name = '', ...rest] = path;
    if (rest.length > 0) {
      const reference = [...visible.values()].find(
        (each) => each.relationshipName?.toLowerCase() === name.toLowerCase()
      );
      if (reference?.relationshipName) {
        inner.set(reference.name, [...(inner.get(reference.name) ?? []), { path: rest, isOptional }]);
      } else if (!isOptional) throw closed(context, sobject, name);
      continue;
    }
    const field = visible.get(name.toLowerCase());
    if (field) fields[field.name] = fieldView(field, row[field.name] ?? null);
    else if (!isOptional) throw closed(context, sobject, name);
  }
  for (const [name, below] of inner) {
    const reference = visible.get(name.toLowerCase());
    if (reference?.relationshipName) fields[reference.relationshipName] = parentView(context, reference, row, below);
  }
  return {
    apiName: sobject.name,
    childRelationships: {},
    eTag: '',
    fields,
    id: row.Id,
    lastModifiedById: row.LastModifiedById ?? null,
    lastModifiedDate: instant(row.LastModifiedDate),
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: instant(row.SystemModstamp),
    weakEtag: 0
  };
}

function parentView(context: WriteContext, reference: Field, row: Row, wanted: readonly Wanted[]): FieldView {
  const { org, userId } = context;
  const id = row[reference.name];
  const target =
    typeof id === 'string' ? (sobjectOfId(org, id) ?? sobjectNamed(org, reference.referenceTo[0] ?? '')) : undefined;
  const parent = target && rowOf(org, target, userId, String(id));
  if (!target || !parent) return { displayValue: null, value: null };
  const [nameField = 'Name'] = nameFieldsOf([...fieldsOf(org, target).values()]).slice(-1);
  const name = parent[nameField] ?? null;
  return { displayValue: name === null ? null : String(name), value: view(context, target, parent, wanted) };
}

/** Dates are shown in the user's own way by an org; here only what needs no locale is shown. */
function fieldView(field: Field, value: Value): FieldView {
  const plain = recordValue(field, value);
  const shown = field.type === 'picklist' || field.type === 'multipicklist' ? value : null;
  return {
    displayValue: shown === null ? null : String(shown),
    value: field.type === 'datetime' && value !== null ? instant(value) : plain
  };
}

const instant = (value: Value | undefined): string | null =>
  typeof value === 'string' ? new Date(value).toISOString() : null;

/** A field that there is not, or that the user may not see. */
function closed({ org }: WriteContext, sobject: Sobject, name: string): Error {
  const isThere = [...fieldsOf(org, sobject).values()].some((field) =>
    [field.name, field.relationshipName].some((each) => each?.toLowerCase() === name.toLowerCase())
  );
  if (!isThere) return badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${sobject.name}`);
  const message = `You do not have the level of access necessary to perform the operation you requested: ${sobject.name}.${name}`;
  return new ApiError(403, 'INSUFFICIENT_ACCESS', message);
}
