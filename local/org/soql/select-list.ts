import type { FieldType, Subquery } from '@jetstreamapp/soql-parser-js';
import { notBuilt } from '../api-error';
import type { Row } from '../org-data';
import type { Sobject } from '../sobjects/sobject';
import { childRelationshipsOf } from '../sobjects/sobjects';
import { fieldPath, fieldsIn, rowAt, targetOf, valueAt, type FieldPath, type Scope } from './field-path';
import { invalidType, malformed } from './parse-soql';
import { recordAttributes, recordValue } from './record-value';

/** One thing that a query selects. */
export type Column =
  | { readonly kind: 'field'; readonly path: FieldPath; readonly label?: string }
  | {
      readonly kind: 'children';
      readonly name: string;
      readonly of: (row: Row) => unknown;
      readonly columns: readonly Column[];
    };

/** Runs a query over the children of one record. */
export type ChildQuery = (
  subquery: Subquery,
  child: Sobject,
  reference: string
) => { readonly of: (parent: Row) => unknown; readonly columns: readonly Column[] };

/** Understands what a query without aggregates selects. */
export function columnsOf(
  scope: Scope,
  from: Sobject,
  fields: readonly FieldType[],
  options: { readonly alias?: string; readonly limit?: number; readonly childQuery: ChildQuery }
): readonly Column[] {
  const columns = fields.flatMap((item) => column(scope, from, item, options));
  const seen = new Set<string>();
  for (const each of columns) {
    const key = each.kind === 'field' ? [...each.path.relationships, each.path.name].join('.') : each.name;
    if (seen.has(key)) throw malformed(scope.soql, `duplicate field selected: ${key}`);
    seen.add(key);
  }
  return columns;
}

/** Writes one row as a record. */
export function recordOf(
  scope: Scope,
  from: Sobject,
  base: string,
  row: Row,
  columns: readonly Column[]
): Record<string, unknown> {
  const record: Record<string, unknown> = { attributes: recordAttributes(from.name, base, row.Id) };
  for (const each of columns) {
    if (each.kind === 'children') record[each.name] = each.of(row);
    else {
      const at = nested(scope, base, row, each.path, record);
      if (at) at[each.label ?? each.path.name] = recordValue(each.path.field, valueAt(scope, row, each.path));
    }
  }
  return record;
}

/** The object that holds the fields of the record at the end of the references, made on the way; null where a record is missing. */
function nested(
  scope: Scope,
  base: string,
  row: Row,
  path: FieldPath,
  record: Record<string, unknown>
): Record<string, unknown> | undefined {
  return path.relationships.reduce<Record<string, unknown> | undefined>((at, name, depth) => {
    if (!at) return undefined;
    const references = path.references.slice(0, depth + 1);
    const parent = rowAt(scope, row, references);
    const reference = references.at(-1);
    const type = parent && reference && targetOf(scope.org, reference, parent.Id);
    if (!parent || !type) {
      at[name] = null;
      return undefined;
    }
    at[name] ??= { attributes: recordAttributes(type.name, base, parent.Id) };
    return at[name] as Record<string, unknown>;
  }, record);
}

function column(
  scope: Scope,
  from: Sobject,
  item: FieldType,
  options: Parameters<typeof columnsOf>[3]
): readonly Column[] {
  const { alias } = options;
  switch (item.type) {
    case 'Field':
    case 'FieldRelationship':
      return [{ kind: 'field', path: fieldPath(scope, from, written(item), alias) }];
    case 'FieldSubquery':
      return [children(scope, from, item.subquery, options.childQuery)];
    case 'FieldFunctionExpression': {
      const [argument] = item.parameters;
      if (/^FIELDS$/i.test(item.functionName)) return everyField(scope, from, String(argument), options.limit);
      if (/^(toLabel|format)$/i.test(item.functionName) && typeof argument === 'string') {
        return [{ kind: 'field', path: fieldPath(scope, from, argument, alias), label: item.alias }];
      }
      throw notBuilt(`${item.rawValue ?? item.functionName} in a select list`);
    }
    case 'FieldTypeof':
      throw notBuilt('TYPEOF');
    default:
      return item satisfies never;
  }
}

const written = (item: Extract<FieldType, { type: 'Field' | 'FieldRelationship' }>): string =>
  item.type === 'FieldRelationship' ? [...item.relationships, item.field].join('.') : item.field;

/** `FIELDS(ALL)` and `FIELDS(CUSTOM)` are unbounded and want a limit of at most 200 [SOQL reference, FIELDS()]. */
function everyField(scope: Scope, from: Sobject, which: string, limit: number | undefined): readonly Column[] {
  if (!/^STANDARD$/i.test(which) && (limit === undefined || limit > 200)) {
    throw malformed(scope.soql, 'The SOQL FIELDS function must have a LIMIT of at most 200');
  }
  return [...fieldsIn(scope, from).values()]
    .filter((field) => /^ALL$/i.test(which) || field.custom === /^CUSTOM$/i.test(which))
    .map((field) => ({ kind: 'field', path: { relationships: [], references: [], field, name: field.name } }));
}

function children(scope: Scope, from: Sobject, subquery: Subquery, childQuery: ChildQuery): Column {
  const found = childRelationshipsOf(scope.org, from).find(
    ({ name }) => name?.toLowerCase() === subquery.relationshipName.toLowerCase()
  );
  if (!found?.name) throw invalidType(scope.soql, subquery.relationshipName);
  return { kind: 'children', name: found.name, ...childQuery(subquery, found.child, found.field.name) };
}
