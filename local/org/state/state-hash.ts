import { createHash } from 'node:crypto';
import type { State } from './state';

/** SHA-256 of what the org contains: records and components, without jobs, tokens, settings and the times of logins. */
export function stateHash(state: State): string {
  const rows = Object.entries(state.rows)
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => [name, list.map(({ LastLoginDate: _, ...row }) => row)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const components = [...state.components].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(canonical({ rows, components })))
    .digest('hex');
}

const nameOf = (component: { readonly type: string; readonly fullName: string }): string =>
  `${component.type}:${component.fullName}`;

/** The order in which fields were set is not a difference. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, canonical(each)]));
}
