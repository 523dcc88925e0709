import type { ResolvedConnectedApp } from '../../config/resolved-config/call-center';
import type { Finding } from '../resource';

const managePage = 'Setup > Apps > Connected Apps > Manage Connected Apps';
const usagePage = 'Setup > Apps > Connected Apps > Connected Apps OAuth Usage';

/** All users may self-authorize: each is asked once. */
export function asked(name: string, sets: readonly string[]): Finding {
  return {
    code: 'CONNECTED_APP_ASKS',
    severity: 'warning',
    message: `Every rep is asked to Allow the connected app ${name}, once: in its policy all users may self-authorize.`,
    fix: `${managePage} > ${name} > Edit Policies: ${preAuthorize(sets)}`
  };
}

/** Admin approved users are pre-authorized, and reps are not among them. */
export function notApproved(name: string, sets: readonly string[]): Finding {
  return {
    code: 'CONNECTED_APP_REFUSES',
    severity: 'warning',
    message: `The connected app ${name} lets in admin approved users only, and no permission set or profile of the reps is among them.`,
    fix: `${managePage} > ${name} > Manage Permission Sets: ${addSets(sets)}.`
  };
}

/** Nobody used it yet, or it has another name. */
export function unknownApp(
  { name, invented, file }: ResolvedConnectedApp,
  sets: readonly string[],
  known: readonly string[]
): Finding {
  const doubt = invented
    ? ` The vendor does not publish its name: if it is another one, correct connectedApp in ${file}.`
    : '';
  const has = known.length === 0 ? '' : ` The org has ${[...known].sort().join(', ')}.`;
  return {
    code: 'CONNECTED_APP_UNKNOWN',
    severity: 'warning',
    message: `The org has no connected app ${name}. Reps are asked to Allow it; and while it is not installed, only users who may approve uninstalled apps can.${has}`,
    fix: `Log in with it once as an administrator, then ${usagePage} > Install > Manage App Policies: ${preAuthorize(sets)}${doubt}`
  };
}

const preAuthorize = (sets: readonly string[]): string =>
  `set Permitted Users to Admin approved users are pre-authorized and click Save; then Manage Permission Sets: ${addSets(sets)}.`;

const addSets = (sets: readonly string[]): string =>
  sets.length === 0 ? 'add a permission set that every rep has' : `add ${sets[0] ?? ''}`;
