import type { Value } from '../org-data';
import type { Field } from '../sobjects/field';

/** A value as the REST API writes it: date-times with milliseconds and `+0000`, compound values as objects. */
export function recordValue(field: Field | undefined, value: Value): unknown {
  if (value === null || value === undefined) return field?.type === 'boolean' ? false : null;
  if (field?.type === 'complexvalue') return JSON.parse(String(value)) as unknown;
  if (field?.type === 'datetime') return new Date(String(value)).toISOString().replace('Z', '+0000');
  return value;
}

/** What precedes the fields of every record. */
export const recordAttributes = (type: string, base: string, id: string): Readonly<Record<string, string>> => ({
  type,
  url: `${base}/sobjects/${type}/${id}`
});
