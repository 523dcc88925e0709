import { badRequest } from '../api-error';
import type { Value } from '../org-data';
import type { Field } from '../sobjects/field';
import { canonicalId, isSalesforceId } from '../state/salesforce-id';
import { periodOf, type Period } from './date-literal';
import { invalidField } from './parse-soql';

/** One value on the right side of a comparison. */
export type Literal =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'period'; readonly period: Period };

/** Understands what the parser left as text. */
export function literalOf(value: string, type: string | undefined, now: Date): Literal {
  if (type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL') {
    const period = periodOf(value, now);
    if (!period) throw badRequest('MALFORMED_QUERY', `unexpected token: '${value}'`);
    return { kind: 'period', period };
  }
  if (/^'[\s\S]*'$/.test(value))
    return { kind: 'text', text: unescape(value.slice(1, -1)), quoted: value.slice(1, -1) };
  if (/^null$/i.test(value)) return { kind: 'null' };
  if (/^(true|false)$/i.test(value)) return { kind: 'flag', flag: /^true$/i.test(value) };
  if (/^\d{4}-\d\d-\d\d/.test(value)) {
    const start = new Date(value);
    if (Number.isNaN(start.getTime())) throw badRequest('MALFORMED_QUERY', `unexpected token: '${value}'`);
    const length = value.length === 10 ? 24 * 60 * 60 * 1000 : 1;
    return { kind: 'period', period: { start, end: new Date(start.getTime() + length) } };
  }
  const number = Number(value.replace(/^[A-Za-z]{3}(?=\d)/, ''));
  if (Number.isNaN(number)) throw badRequest('MALFORMED_QUERY', `unexpected token: '${value}'`);
  return { kind: 'number', number };
}

/** Refuses a literal that the field's type cannot be compared with. */
export function checkLiteral(soql: string, name: string, field: Field, literal: Literal): void {
  if (literal.kind === 'null') return;
  const wrong = (type: string, quotes: string): Error =>
    invalidField(
      soql,
      name,
      `value of filter criterion for field '${name}' must be of type ${type} and should ${quotes} enclosed in quotes`
    );
  if (field.type === 'boolean' && literal.kind !== 'flag') throw wrong('boolean', 'not be');
  if ((field.type === 'int' || field.type === 'double') && literal.kind !== 'number') throw wrong(field.type, 'not be');
  if ((field.type === 'date' || field.type === 'datetime') && literal.kind !== 'period') {
    throw wrong(field.type === 'date' ? 'date' : 'dateTime', 'not be');
  }
  const isText = !['boolean', 'int', 'double', 'date', 'datetime', 'time'].includes(field.type);
  if (isText && literal.kind !== 'text') throw wrong('string', 'be');
  if ((field.type === 'id' || field.type === 'reference') && literal.kind === 'text') {
    if (literal.text !== '' && !isSalesforceId(literal.text)) {
      throw badRequest('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${literal.text}`);
    }
  }
}

/** Below 0, 0 or above 0 as the value is before, within or after the literal; undefined when one of them is nothing. */
export function order(value: Value, literal: Literal): number | undefined {
  if (literal.kind === 'null' || value === null) return value === null && literal.kind === 'null' ? 0 : undefined;
  switch (literal.kind) {
    case 'text':
      return compareText(String(value), literal.text);
    case 'number':
      return Number(value) - literal.number;
    case 'flag':
      return Number(value === true) - Number(literal.flag);
    case 'period': {
      const time = Date.parse(String(value));
      return time < literal.period.start.getTime() ? -1 : time >= literal.period.end.getTime() ? 1 : 0;
    }
    default:
      return literal satisfies never;
  }
}

/** Text is compared without case; an id is the same with 15 and with 18 characters. */
export function compareText(one: string, other: string): number {
  if (one.length >= 15 && other.length >= 15 && one.length !== other.length) {
    const [left, right] = [canonicalId(one), canonicalId(other)];
    if (left && left === right) return 0;
  }
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The pattern of LIKE: `%` for any text, `_` for one character, a backslash before either for itself. */
export function likePattern(quoted: string): RegExp {
  const parts = [...quoted.matchAll(/\\([\s\S])|([\s\S])/g)].map(([, escaped, plain]) => {
    if (plain === '%') return '[\\s\\S]*';
    if (plain === '_') return '[\\s\\S]';
    return (plain ?? unescape(`\\${escaped}`)).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'i');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescape = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter);
