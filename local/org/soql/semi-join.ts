import type { Query } from '@jetstreamapp/soql-parser-js';
import type { Sobject } from '../sobjects/sobject';
import type { FieldPath } from './field-path';
import { malformed } from './parse-soql';
import { testsOf, type Where } from './where-tree';

/** Refuses the places where an org takes no sub-select [SOQL reference, Comparison operators: semi-joins and anti-joins]. */
export function checkSemiJoinPlaces(soql: string, where: Where): void {
  const joins = testsOf(where).filter((test) => 'valueQuery' in test).length;
  if (joins === 0) return;
  if (joins > 2) throw malformed(soql, 'Maximum 2 semi join sub-selects are allowed');
  if (isUnder(where, 'or')) throw malformed(soql, "Semi join sub-selects are not allowed with the 'OR' operator");
  if (isUnder(where, 'not')) throw malformed(soql, "Semi join sub-selects are not allowed with the 'NOT' operator");
}

/** Refuses a sub-select that an org does not take, or whose ids are those of another type. */
export function checkSemiJoin(
  soql: string,
  outer: { readonly from: Sobject; readonly path: FieldPath },
  inner: { readonly query: Query; readonly from: Sobject; readonly path: FieldPath }
): void {
  const { query } = inner;
  if (
    query.limit !== undefined ||
    query.orderBy !== undefined ||
    query.groupBy !== undefined ||
    query.for !== undefined
  ) {
    throw malformed(soql, 'Semi join sub-selects may not have ORDER BY, LIMIT, GROUP BY or FOR');
  }
  if (inner.from.name === 'Task' || inner.from.name === 'Event') {
    throw malformed(soql, `Entity '${inner.from.name}' is not supported for semi join inner selects`);
  }
  if (inner.from.name === outer.from.name) {
    throw malformed(soql, 'The inner and outer selects should not be on the same object type');
  }
  if (inner.path.references.length > 0)
    throw malformed(soql, 'Semi join sub-selects may not select through a relationship');
  const [left, right] = [pointsTo(outer.from, outer.path), pointsTo(inner.from, inner.path)];
  if (!left.some((name) => right.includes(name))) {
    throw malformed(
      soql,
      `The selected field '${inner.path.name}' in the subquery and the left operand field in the where expression in the outer query ` +
        `'${outer.path.name}' should point to the same object type`
    );
  }
}

function pointsTo(from: Sobject, path: FieldPath): readonly string[] {
  if (path.field?.type === 'reference') return path.field.referenceTo;
  if (path.field?.type !== 'id') return [];
  const last = path.references.at(-1);
  return last ? last.referenceTo : [from.name];
}

const isUnder = (where: Where, kind: 'or' | 'not'): boolean => {
  if (where.kind === 'test') return false;
  const inside = where.kind === 'not' ? [where.part] : where.parts;
  const holds = inside.some((part) => testsOf(part).some((test) => 'valueQuery' in test));
  return (where.kind === kind && holds) || inside.some((part) => isUnder(part, kind));
};
