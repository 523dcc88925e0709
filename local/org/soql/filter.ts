import type { OrgData, Row, Value } from '../org-data';
import { notBuilt } from '../api-error';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { checkLiteral, likePattern, literalOf, order, type Literal } from './compare';
import { dateFunction } from './date-function';
import { fieldPath, valueAt, type FieldPath, type Scope } from './field-path';
import { invalidField } from './parse-soql';
import type { Test, Where } from './where-tree';

/** Answers the sub-select of a semi-join: the ids in its one column. */
export type SemiJoin = (test: Extract<Test, { valueQuery: unknown }>, outer: FieldPath) => ReadonlySet<Value>;

/** Whether a row passes. */
export type Filter = (row: Row) => boolean;

/** Makes a filter of a tree; every name and literal is checked now, not when rows are tested. */
export function filterOf(
  scope: Scope,
  from: Sobject,
  where: Where,
  alias: string | undefined,
  semiJoin: SemiJoin
): Filter {
  if (where.kind === 'not') {
    const inner = filterOf(scope, from, where.part, alias, semiJoin);
    return (row) => !inner(row);
  }
  if (where.kind !== 'test') {
    const parts = where.parts.map((part) => filterOf(scope, from, part, alias, semiJoin));
    return where.kind === 'and' ? (row) => parts.every((part) => part(row)) : (row) => parts.some((part) => part(row));
  }
  const { test } = where;
  if ('valueQuery' in test) return semiJoinFilter(scope, from, test, alias, semiJoin);
  const { path, read } = leftSide(scope, from, test, alias);
  const passes = valueTest(test, path.field, scope.org, scope.soql, path.name);
  return (row) => passes(read(row));
}

/** Whether a value passes one comparison. */
export function valueTest(
  test: Test,
  field: Field | undefined,
  org: OrgData,
  soql: string,
  name: string
): (value: Value) => boolean {
  if ('valueQuery' in test) throw notBuilt('a sub-select here');
  const given = Array.isArray(test.value) ? test.value : [test.value];
  const literals = given.map((value, place) => {
    const type = Array.isArray(test.literalType) ? test.literalType[place] : test.literalType;
    const literal = literalOf(String(value), type, org.now());
    if (field) checkLiteral(soql, name, field, literal);
    return literal;
  });
  const [first = { kind: 'null' }] = literals;
  const equal = (value: Value, literal: Literal): boolean =>
    order(isEmpty(value) ? null : value, emptyAsNull(literal)) === 0;
  const below = (value: Value): number => order(value, first) ?? Number.NaN;
  switch (test.operator) {
    case '=':
      return (value) => equal(value, first);
    case '!=':
      return (value) => !equal(value, first);
    case '<':
      return (value) => below(value) < 0;
    case '<=':
      return (value) => below(value) <= 0;
    case '>':
      return (value) => below(value) > 0;
    case '>=':
      return (value) => below(value) >= 0;
    case 'IN':
      return (value) => literals.some((literal) => equal(value, literal));
    case 'NOT IN':
      return (value) => !literals.some((literal) => equal(value, literal));
    case 'LIKE': {
      if (first.kind !== 'text' || (field && !isLikeable(field))) {
        throw invalidField(soql, name, `invalid operator on ${field?.type ?? 'unknown'} field`);
      }
      const pattern = likePattern(first.quoted);
      return (value) => value !== null && pattern.test(String(value));
    }
    case 'INCLUDES':
    case 'EXCLUDES': {
      if (field && field.type !== 'multipicklist')
        throw invalidField(soql, name, `invalid operator on ${field.type} field`);
      const includes = (value: Value): boolean =>
        literals.some((literal) => literal.kind === 'text' && hasAll(value, literal.text));
      return test.operator === 'INCLUDES' ? includes : (value) => !includes(value);
    }
    default:
      return test.operator satisfies never;
  }
}

function leftSide(
  scope: Scope,
  from: Sobject,
  test: Test,
  alias: string | undefined
): { path: FieldPath; read: (row: Row) => Value } {
  if ('fn' in test) {
    const { path, apply } = dateFunction(scope, from, test.fn, alias);
    return { path, read: (row) => apply(valueAt(scope, row, path)) };
  }
  const path = filterablePath(scope, from, test.field, alias);
  return { path, read: (row) => valueAt(scope, row, path) };
}

function filterablePath(scope: Scope, from: Sobject, name: string, alias: string | undefined): FieldPath {
  const path = fieldPath(scope, from, name, alias);
  if (path.field && !path.field.filterable) {
    throw invalidField(scope.soql, name, `field '${path.name}' can not be filtered in a query call`);
  }
  return path;
}

function semiJoinFilter(
  scope: Scope,
  from: Sobject,
  test: Extract<Test, { valueQuery: unknown }>,
  alias: string | undefined,
  semiJoin: SemiJoin
): Filter {
  const path = filterablePath(scope, from, test.field, alias);
  const ids = semiJoin(test, path);
  const wanted = test.operator === 'IN';
  return (row) => ids.has(valueAt(scope, row, path)) === wanted;
}

const isLikeable = (field: Field): boolean =>
  !['id', 'reference', 'boolean', 'int', 'double', 'date', 'datetime'].includes(field.type);
const isEmpty = (value: Value): boolean => value === '';
const emptyAsNull = (literal: Literal): Literal =>
  literal.kind === 'text' && literal.text === '' ? { kind: 'null' } : literal;

/** `'a;b'` wants both. */
function hasAll(value: Value, wanted: string): boolean {
  const chosen = String(value ?? '')
    .toLowerCase()
    .split(';');
  return wanted
    .toLowerCase()
    .split(';')
    .every((each) => chosen.includes(each));
}
