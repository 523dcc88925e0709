import type {
  ConditionWithValueQuery,
  HavingClause,
  ValueCondition,
  ValueFunctionCondition,
  ValueQueryCondition,
  ValueWithDateLiteralCondition,
  ValueWithDateNLiteralCondition,
  WhereClause
} from '@jetstreamapp/soql-parser-js';
import { canonicalId } from '../state/salesforce-id';
import { malformed } from './parse-soql';

/** A filter as a tree; a leaf is one comparison. */
export type Where =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Where[] }
  | { readonly kind: 'not'; readonly part: Where }
  | { readonly kind: 'test'; readonly test: Test };

/** One comparison. */
export type Test =
  | ValueCondition
  | ValueWithDateLiteralCondition
  | ValueWithDateNLiteralCondition
  | ValueFunctionCondition
  | ValueQueryCondition;

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly test: Test };

/** The tree of the parser's chain of conditions. AND and OR at one level are refused: an org wants parentheses. */
export function whereTree(soql: string, clause: WhereClause | HavingClause): Where {
  const tokens = tokensOf(clause);
  let place = 0;
  const operand = (): Where => {
    const token = tokens[place++];
    if (token === 'NOT') return { kind: 'not', part: operand() };
    if (token === '(') {
      const inner = level();
      place += 1;
      return inner;
    }
    if (typeof token !== 'object') throw malformed(soql, `unexpected token: ${token ?? 'end of query'}`);
    return { kind: 'test', test: token.test };
  };
  const level = (): Where => {
    const parts = [operand()];
    let operator: Token | undefined;
    for (let next = tokens[place]; next === 'AND' || next === 'OR'; next = tokens[place]) {
      if (operator && operator !== next) throw malformed(soql, `unexpected token: ${next}`, next);
      operator = next;
      place += 1;
      parts.push(operand());
    }
    const [only] = parts;
    return operator || !only ? { kind: operator === 'OR' ? 'or' : 'and', parts } : only;
  };
  return level();
}

/** Every comparison of the tree. */
export const testsOf = (where: Where): readonly Test[] =>
  where.kind === 'test' ? [where.test] : where.kind === 'not' ? testsOf(where.part) : where.parts.flatMap(testsOf);

/** The ids of the only rows that can pass, when the filter names them; a row is found by its id without a look at all others. */
export function idsIn(where: Where): ReadonlySet<string> | undefined {
  if (where.kind === 'and') return where.parts.map(idsIn).find((ids) => ids !== undefined);
  if (where.kind !== 'test') return undefined;
  const { test } = where;
  if (!('field' in test) || 'valueQuery' in test || !/^id$/i.test(test.field)) return undefined;
  if (test.operator !== '=' && test.operator !== 'IN') return undefined;
  const ids = [test.value].flat().map((value) => canonicalId(String(value).replace(/^'|'$/g, '')));
  return ids.every((id) => id !== undefined) ? new Set(ids) : undefined;
}

function tokensOf(clause: WhereClause | HavingClause): readonly Token[] {
  const tokens: Token[] = [];
  for (let at: WhereClause | HavingClause | undefined = clause; at; at = 'right' in at ? at.right : undefined) {
    const left: ConditionWithValueQuery | null = at.left;
    if (left) tokens.push(...repeated('(', 'openParen' in left ? left.openParen : 0));
    if (left && isTest(left)) {
      tokens.push({ test: left });
      tokens.push(...repeated(')', 'closeParen' in left ? left.closeParen : 0));
    }
    if ('operator' in at) tokens.push(at.operator);
  }
  return tokens;
}

const isTest = (condition: ConditionWithValueQuery): condition is Test => 'field' in condition || 'fn' in condition;

const repeated = (token: '(' | ')', times = 0): readonly Token[] => Array<Token>(times).fill(token);
