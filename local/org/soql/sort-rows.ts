import type { OrderByClause, Query, QueryBase } from '@jetstreamapp/soql-parser-js';
import type { Row, Value } from '../org-data';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { compareText } from './compare';
import { fieldPath, valueAt, type Scope } from './field-path';
import { invalidField, malformed } from './parse-soql';

/** The rows in the order that the query asks for. */
export function sortRows(scope: Scope, from: Sobject, query: QueryBase, rows: readonly Row[]): readonly Row[] {
  const keys = orderOf(query).map((clause) => {
    if (!('field' in clause)) throw malformed(scope.soql, 'Only fields can be sorted by');
    const path = fieldPath(scope, from, clause.field, query.sObjectAlias);
    if (path.field && !path.field.sortable) {
      throw invalidField(scope.soql, clause.field, `field '${path.name}' can not be sorted in a query call`);
    }
    return { clause, field: path.field, read: (row: Row) => valueAt(scope, row, path) };
  });
  if (keys.length === 0) return rows;
  return [...rows].sort((one, other) => {
    for (const { clause, read, field } of keys) {
      const result = compareForOrder(read(one), read(other), clause, field);
      if (result !== 0) return result;
    }
    return 0;
  });
}

/** Groups are sorted by what they show; an aggregate is named by its alias or its place. */
export function sortGroups(
  groups: readonly Readonly<Record<string, unknown>>[],
  query: Query
): readonly Readonly<Record<string, unknown>>[] {
  const keys = orderOf(query).map((clause) => {
    const text = 'field' in clause ? clause.field : (clause.fn.rawValue ?? '');
    const place = (query.fields ?? []).findIndex(
      (item) => 'rawValue' in item && item.rawValue?.toLowerCase() === text.toLowerCase()
    );
    return { clause, name: text.split('.').at(-1) ?? text, place };
  });
  return [...groups].sort((one, other) => {
    for (const { clause, name, place } of keys) {
      const read = (group: Readonly<Record<string, unknown>>): Value =>
        (group[name] ?? Object.values(group)[place + 1] ?? null) as Value;
      const result = compareForOrder(read(one), read(other), clause, undefined);
      if (result !== 0) return result;
    }
    return 0;
  });
}

const orderOf = (query: QueryBase): readonly OrderByClause[] =>
  query.orderBy === undefined ? [] : [query.orderBy].flat();

/** Nothing comes first unless NULLS LAST says otherwise, in either direction. */
function compareForOrder(one: Value, other: Value, clause: OrderByClause, field: Field | undefined): number {
  if (one === null || other === null) {
    if (one === other) return 0;
    return (one === null ? -1 : 1) * (clause.nulls === 'LAST' ? -1 : 1);
  }
  const direction = clause.order === 'DESC' ? -1 : 1;
  if (field?.type === 'datetime') return direction * (Date.parse(String(one)) - Date.parse(String(other)));
  if (typeof one === 'string' && typeof other === 'string') return direction * compareText(one, other);
  return direction * (one < other ? -1 : one > other ? 1 : 0);
}
