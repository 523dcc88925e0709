import type { OrderByClause, Query, QueryBase } from '@jetstreamapp/soql-parser-js';
import type { Row, Value } from '../org-data';
import type { Sobject } from '../sobjects/sobject';
import { compareText } from './compare';
import { fieldPath, valueAt, type FieldPath, type Scope } from './field-path';
import { invalidField, malformed } from './parse-soql';

/** The rows in the order that the query asks for. */
export function sortRows(scope: Scope, from: Sobject, query: QueryBase, rows: readonly Row[]): readonly Row[] {
  const keys = orderOf(query).map((clause) => {
    if (!('field' in clause)) throw malformed(scope.soql, 'Only fields can be sorted by');
    const path = fieldPath(scope, from, clause.field, query.sObjectAlias);
    if (path.field && !path.field.sortable) {
      throw invalidField(scope.soql, clause.field, `field '${path.name}' can not be sorted in a query call`);
    }
    return { clause, read: readForOrder(scope, path) };
  });
  if (keys.length === 0) return rows;
  // Each value is read once: a comparison is made many times as often.
  const clauses = keys.map(({ clause }) => clause);
  const sorted = rows.map((row) => ({ row, values: keys.map(({ read }) => read(row)) }));
  sorted.sort((one, other) => {
    let result = 0;
    for (let place = 0; result === 0 && place < clauses.length; place += 1)
      result = compareForOrder(one.values[place] ?? null, other.values[place] ?? null, clauses[place]);
    return result;
  });
  return sorted.map(({ row }) => row);
}

/** Times are compared as such, however they are written. */
function readForOrder(scope: Scope, path: FieldPath): (row: Row) => Value {
  const read = (row: Row): Value => valueAt(scope, row, path);
  if (path.field?.type !== 'datetime') return read;
  return (row) => {
    const value = read(row);
    return value === null ? null : Date.parse(String(value));
  };
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
      const result = compareForOrder(read(one), read(other), clause);
      if (result !== 0) return result;
    }
    return 0;
  });
}

const orderOf = (query: QueryBase): readonly OrderByClause[] =>
  query.orderBy === undefined ? [] : [query.orderBy].flat();

/** Nothing comes first unless NULLS LAST says otherwise, in either direction. */
function compareForOrder(one: Value, other: Value, clause: OrderByClause | undefined): number {
  if (one === null || other === null) {
    if (one === other) return 0;
    return (one === null ? -1 : 1) * (clause?.nulls === 'LAST' ? -1 : 1);
  }
  const direction = clause?.order === 'DESC' ? -1 : 1;
  if (typeof one === 'string' && typeof other === 'string') return direction * compareText(one, other);
  return direction * (one < other ? -1 : one > other ? 1 : 0);
}
