import type { FunctionExp } from '@jetstreamapp/soql-parser-js';
import { notBuilt } from '../api-error';
import type { Value } from '../org-data';
import type { Sobject } from '../sobjects/sobject';
import { fieldPath, type FieldPath, type Scope } from './field-path';

/** A function of a date in a filter or a group, such as `CALENDAR_YEAR(CreatedDate)`. */
export function dateFunction(
  scope: Scope,
  from: Sobject,
  expression: FunctionExp,
  alias: string | undefined
): { readonly path: FieldPath; readonly apply: (value: Value) => Value } {
  const part = parts[(expression.functionName ?? '').toUpperCase()];
  const [argument] = expression.parameters ?? [];
  if (!part || typeof argument !== 'string') throw notBuilt(`${expression.rawValue ?? expression.functionName} here`);
  const found = fieldPath(scope, from, argument, alias);
  const type = part.type;
  const path = { ...found, field: found.field && { ...found.field, type, filterable: true, groupable: true } };
  return { path, apply: (value) => (value === null ? null : part.read(new Date(String(value)))) };
}

type Part = { readonly type: 'int' | 'date'; readonly read: (date: Date) => Value };

const parts: Readonly<Record<string, Part>> = {
  DAY_ONLY: { type: 'date', read: (date) => date.toISOString().slice(0, 10) },
  CALENDAR_YEAR: { type: 'int', read: (date) => date.getUTCFullYear() },
  CALENDAR_QUARTER: { type: 'int', read: (date) => Math.floor(date.getUTCMonth() / 3) + 1 },
  CALENDAR_MONTH: { type: 'int', read: (date) => date.getUTCMonth() + 1 },
  DAY_IN_MONTH: { type: 'int', read: (date) => date.getUTCDate() },
  DAY_IN_WEEK: { type: 'int', read: (date) => date.getUTCDay() + 1 },
  HOUR_IN_DAY: { type: 'int', read: (date) => date.getUTCHours() }
};
