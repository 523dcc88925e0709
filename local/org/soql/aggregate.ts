import type {
  FieldFunctionExpression,
  FieldType,
  FunctionExp,
  GroupByClause,
  Query
} from '@jetstreamapp/soql-parser-js';
import { notBuilt } from '../api-error';
import type { Row, Value } from '../org-data';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { dateFunction } from './date-function';
import { fieldPath, valueAt, type Scope } from './field-path';
import { valueTest } from './filter';
import { invalidField, malformed } from './parse-soql';
import { recordValue } from './record-value';
import { whereTree, type Where } from './where-tree';

/** A function of many values, unlike a function of one. */
type Aggregate = FieldFunctionExpression & { readonly isAggregateFn?: true };
type Reader = (rows: readonly Row[]) => Value;
type Output = { readonly name: string; readonly read: Reader; readonly field: Field | undefined };

const isAggregate = (item: FieldType): item is Aggregate =>
  item.type === 'FieldFunctionExpression' && /^(COUNT|COUNT_DISTINCT|MIN|MAX|SUM|AVG)$/i.test(item.functionName);

/** Whether the query asks for groups of records and not for records. */
export const isAggregateQuery = (query: Query): boolean =>
  query.groupBy !== undefined || (query.fields ?? []).some(isAggregate);

/** Whether it is `SELECT COUNT() FROM …`, which answers with a size and no record. */
export const isPlainCount = (query: Query): boolean => {
  const [only, ...others] = query.fields ?? [];
  return (
    others.length === 0 &&
    only !== undefined &&
    isAggregate(only) &&
    /^COUNT$/i.test(only.functionName) &&
    only.parameters.length === 0
  );
};

/** Groups the rows and answers with one AggregateResult for each group. */
export function aggregate(
  scope: Scope,
  from: Sobject,
  query: Query,
  rows: readonly Row[]
): readonly Readonly<Record<string, unknown>>[] {
  const grouped = groupKeys(scope, from, query);
  let unnamed = 0;
  const outputs = (query.fields ?? []).map((item): Output => {
    if (isAggregate(item)) {
      return { name: item.alias ?? `expr${unnamed++}`, ...aggregateReader(scope, from, item, query.sObjectAlias) };
    }
    const text = textOf(item);
    const key = grouped.find((each) => each.text.toLowerCase() === text.toLowerCase());
    if (!key) throw malformed(scope.soql, `Field must be grouped or aggregated: ${text}`, text);
    const name =
      ('alias' in item && item.alias) ||
      (item.type === 'FieldFunctionExpression' ? `expr${unnamed++}` : text.split('.').at(-1));
    return { name: name ?? text, read: ([row]) => (row ? key.read(row) : null), field: key.field };
  });
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(grouped.map(({ read }) => read(row)));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  if (grouped.length === 0 && groups.size === 0) groups.set('', []);
  const keep = query.having ? having(scope, from, whereTree(scope.soql, query.having), query.sObjectAlias) : () => true;
  return [...groups.values()].filter(keep).map((group) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(outputs.map(({ name, read, field }) => [name, recordValue(field, read(group))]))
  }));
}

function groupKeys(
  scope: Scope,
  from: Sobject,
  query: Query
): readonly { text: string; field: Field | undefined; read: (row: Row) => Value }[] {
  const clauses: readonly GroupByClause[] = query.groupBy === undefined ? [] : [query.groupBy].flat();
  return clauses.map((clause) => {
    if ('fn' in clause) {
      const { path, apply } = dateFunction(scope, from, clause.fn, query.sObjectAlias);
      return { text: clause.fn.rawValue ?? '', field: path.field, read: (row) => apply(valueAt(scope, row, path)) };
    }
    const path = fieldPath(scope, from, clause.field, query.sObjectAlias);
    if (path.field && !path.field.groupable) {
      throw invalidField(scope.soql, clause.field, `field '${path.name}' can not be grouped in a query call`);
    }
    return { text: clause.field, field: path.field, read: (row) => valueAt(scope, row, path) };
  });
}

function aggregateReader(
  scope: Scope,
  from: Sobject,
  item: FieldFunctionExpression | FunctionExp,
  alias: string | undefined
): Omit<Output, 'name'> {
  const name = (item.functionName ?? '').toUpperCase();
  const [argument] = item.parameters ?? [];
  if (argument === undefined) return { field: undefined, read: (rows) => rows.length };
  if (typeof argument !== 'string') throw notBuilt(`${item.rawValue ?? name}`);
  const path = fieldPath(scope, from, argument, alias);
  const values = (rows: readonly Row[]): readonly NonNullable<Value>[] =>
    rows.map((row) => valueAt(scope, row, path)).filter((value) => value !== null);
  const sum = (all: readonly NonNullable<Value>[]): number =>
    all.reduce<number>((total, value) => total + Number(value), 0);
  const extreme =
    (sign: number): Reader =>
    (rows) =>
      values(rows).reduce<Value>(
        (best, value) => (best === null || sign * (value < best ? -1 : value > best ? 1 : 0) > 0 ? value : best),
        null
      );
  switch (name) {
    case 'COUNT':
      return { field: undefined, read: (rows) => values(rows).length };
    case 'COUNT_DISTINCT':
      return { field: undefined, read: (rows) => new Set(values(rows)).size };
    case 'SUM':
      return { field: undefined, read: (rows) => sum(values(rows)) };
    case 'AVG':
      return {
        field: undefined,
        read: (rows) => (values(rows).length === 0 ? null : sum(values(rows)) / values(rows).length)
      };
    case 'MIN':
      return { field: path.field, read: extreme(-1) };
    default:
      return { field: path.field, read: extreme(1) };
  }
}

function having(
  scope: Scope,
  from: Sobject,
  where: Where,
  alias: string | undefined
): (rows: readonly Row[]) => boolean {
  if (where.kind === 'not') {
    const inner = having(scope, from, where.part, alias);
    return (rows) => !inner(rows);
  }
  if (where.kind !== 'test') {
    const parts = where.parts.map((part) => having(scope, from, part, alias));
    return (rows) => (where.kind === 'and' ? parts.every((part) => part(rows)) : parts.some((part) => part(rows)));
  }
  const { test } = where;
  if ('valueQuery' in test) throw notBuilt('a sub-select in HAVING');
  const { read, field } =
    'fn' in test
      ? aggregateReader(scope, from, test.fn, alias)
      : (groupKeys(scope, from, { groupBy: { field: test.field } }).map((key) => ({
          field: key.field,
          read: ([row]: readonly Row[]) => (row ? key.read(row) : null)
        }))[0] ?? { read: () => null, field: undefined });
  const passes = valueTest(test, field, scope.org, scope.soql, field?.name ?? '');
  return (rows) => passes(read(rows));
}

function textOf(item: FieldType): string {
  if (item.type === 'Field') return item.field;
  if (item.type === 'FieldRelationship') return [...item.relationships, item.field].join('.');
  return item.type === 'FieldFunctionExpression' ? (item.rawValue ?? item.functionName) : '';
}
