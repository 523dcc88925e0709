import type { Query, QueryBase, Subquery } from '@jetstreamapp/soql-parser-js';
import { badRequest } from '../api-error';
import type { Row, Value } from '../org-data';
import { checkPackageQuery } from '../packages/package-query';
import type { LocalOrg } from '../state/state';
import type { Sobject } from '../sobjects/sobject';
import { mayAccess } from '../access/object-access';
import { findSobject } from '../sobjects/sobjects';
import { aggregate, isAggregateQuery, isPlainCount } from './aggregate';
import { fieldPath, rowsIn, valueAt, type Scope } from './field-path';
import { filterOf, type SemiJoin } from './filter';
import { invalidType, malformed, parseSoql } from './parse-soql';
import { columnsOf, recordOf, type ChildQuery, type Column } from './select-list';
import { checkSemiJoin, checkSemiJoinPlaces } from './semi-join';
import { sortGroups, sortRows } from './sort-rows';
import { idsIn, testsOf, whereTree, type Where } from './where-tree';

/** Who asks what, where: `base` is the address before `/sobjects`, such as `/services/data/v67.0`. */
export type QueryRequest = {
  readonly org: LocalOrg;
  readonly userId: string;
  /** Apex in system mode: permissions and sharing do not count. */
  readonly isSystem?: boolean;
  readonly soql: string;
  readonly api: 'data' | 'tooling';
  readonly base: string;
  /** The ids of the only records that may answer, as a search has found them. */
  readonly among?: ReadonlySet<string>;
};

export type QueryResult = {
  readonly sobject: Sobject;
  readonly totalSize: number;
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** What was selected; empty when the records are groups. */
  readonly columns: readonly Column[];
  readonly query: Query;
};

/** Parses, checks and evaluates a query. */
export function runQuery(request: QueryRequest): QueryResult {
  const { org, soql, base } = request;
  const query = parseSoql(soql);
  const { userId, isSystem = false } = request;
  const scope: Scope = { org, userId, isSystem, soql };
  const sobject = findSobject(org, query.sObject ?? '', request.api);
  if (!sobject || !(isSystem || mayAccess(org, userId, sobject, 'Read'))) throw invalidType(soql, query.sObject ?? '');
  checkNumbers(query);
  const where = query.where && whereTree(soql, query.where);
  checkPackageQuery(org, sobject, where ? testsOf(where) : []);
  const semiJoin = semiJoinOf(request, scope, sobject);
  const rows = selectRows(scope, sobject, query, amongOf(request, scope, sobject, where), semiJoin);
  if (isPlainCount(query)) return { sobject, totalSize: limited(rows, query).length, records: [], columns: [], query };
  if (isAggregateQuery(query)) {
    const groups = limited(sortGroups(aggregate(scope, sobject, query, rows), query), query);
    return { sobject, totalSize: groups.length, records: groups, columns: [], query };
  }
  const childQuery: ChildQuery = (subquery, child, reference) =>
    childRecords(scope, base, subquery, child, reference, semiJoin);
  const columns = columnsOf(scope, sobject, query.fields ?? [], {
    alias: query.sObjectAlias,
    limit: query.limit,
    childQuery
  });
  const records = limited(sortRows(scope, sobject, query, rows), query).map((row) =>
    recordOf(scope, sobject, base, row, columns)
  );
  return { sobject, totalSize: records.length, records, columns, query };
}

/** The rows that may answer: those that a search has found, else those whose ids the filter asks for, else all. */
const amongOf = ({ among }: QueryRequest, scope: Scope, from: Sobject, where: Where | undefined): readonly Row[] =>
  rowsIn(scope, from, among ?? (where && idsIn(where)));

function selectRows(
  scope: Scope,
  from: Sobject,
  query: QueryBase,
  rows: readonly Row[],
  semiJoin: SemiJoin
): readonly Row[] {
  if (!query.where) return rows;
  const where = whereTree(scope.soql, query.where);
  checkSemiJoinPlaces(scope.soql, where);
  return rows.filter(filterOf(scope, from, where, query.sObjectAlias, semiJoin));
}

function semiJoinOf(request: QueryRequest, scope: Scope, from: Sobject): SemiJoin {
  return (test, outer) => {
    const inner = findSobject(request.org, test.valueQuery.sObject ?? '', request.api);
    if (!inner) throw invalidType(scope.soql, test.valueQuery.sObject ?? '');
    const [only, ...others] = test.valueQuery.fields ?? [];
    if (!only || others.length > 0 || (only.type !== 'Field' && only.type !== 'FieldRelationship')) {
      throw malformed(scope.soql, 'Semi join sub-selects may only select one field');
    }
    const name = only.type === 'Field' ? only.field : [...only.relationships, only.field].join('.');
    const path = fieldPath(scope, inner, name, test.valueQuery.sObjectAlias);
    checkSemiJoin(scope.soql, { from, path: outer }, { query: test.valueQuery, from: inner, path });
    const nested: SemiJoin = () => {
      throw malformed(scope.soql, 'Nesting of semi join sub-selects is not supported');
    };
    const rows = selectRows(scope, inner, test.valueQuery, rowsIn(scope, inner), nested);
    return new Set<Value>(rows.map((row) => valueAt(scope, row, path)).filter((value) => value !== null));
  };
}

function childRecords(
  scope: Scope,
  base: string,
  subquery: Subquery,
  child: Sobject,
  reference: string,
  semiJoin: SemiJoin
): ReturnType<ChildQuery> {
  const options = { alias: subquery.sObjectAlias, limit: subquery.limit, childQuery: refuseNested(scope.soql) };
  const columns = columnsOf(scope, child, subquery.fields ?? [], options);
  const of = (parent: Row): unknown => {
    const rows = rowsIn(scope, child).filter((row) => row[reference] === parent.Id);
    const chosen = limited(
      sortRows(scope, child, subquery, selectRows(scope, child, subquery, rows, semiJoin)),
      subquery
    );
    const records = chosen.map((row) => recordOf(scope, child, base, row, columns));
    return records.length === 0 ? null : { totalSize: records.length, done: true, records };
  };
  return { of, columns };
}

const refuseNested =
  (soql: string): ChildQuery =>
  () => {
    throw malformed(soql, 'Nesting of sub-queries is not supported');
  };

const limited = <Item>(items: readonly Item[], query: QueryBase): readonly Item[] => {
  const offset = query.offset ?? 0;
  return items.slice(offset, query.limit === undefined ? undefined : offset + query.limit);
};

function checkNumbers(query: Query): void {
  if ((query.offset ?? 0) > 2000) throw badRequest('NUMBER_OUTSIDE_VALID_RANGE', 'Maximum SOQL offset allowed is 2000');
}
