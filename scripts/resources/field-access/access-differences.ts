import type { ResolvedPermissionSet } from '../../config/resolved-config/users';
import type { ChangeDetail } from '../change';
import { flagAt, textAt } from '../org-record';
import type { OrgRecord } from '../question';
import { bothSpellings, namespaceFields, type DesiredFields } from './desired-fields';

/** What the org has of a permission set: its row, and its rows of field access. */
export type HeldAccess = {
  readonly row: OrgRecord | undefined;
  readonly fieldPermissions: readonly OrgRecord[];
};

/**
 * What a permission set lacks, or gives too widely, of what the configuration names. The file says what must be there: whatever
 * else the set grants is its owner's and stays, and `apiEnabled: false` only means that Ringdown does not grant it.
 */
export function accessDifferences(
  set: ResolvedPermissionSet,
  fields: DesiredFields,
  held: HeldAccess
): readonly ChangeDetail[] {
  return [...setDetails(set, held.row), ...fieldDetails(fields, held.fieldPermissions)];
}

/** What a pending package will add: its fields have no names before it is installed. */
export function unnamedFields(
  { describedNamespaces }: ResolvedPermissionSet,
  taskFields: readonly OrgRecord[]
): readonly ChangeDetail[] {
  return describedNamespaces
    .filter(({ namespace }) => namespaceFields(taskFields, namespace).length === 0)
    .map(({ namespace, access }) => ({
      field: `every ${namespace}__ field of Task, named once the package is installed`,
      after: access
    }));
}

function setDetails(
  { label, apiEnabled, userPermissions = [] }: ResolvedPermissionSet,
  row: OrgRecord | undefined
): readonly ChangeDetail[] {
  const heldLabel = row && (textAt(row, 'Label') ?? '');
  return [
    ...(heldLabel === label ? [] : [{ field: 'label', ...before(heldLabel), after: label }]),
    ...[...(apiEnabled ? ['ApiEnabled'] : []), ...userPermissions].flatMap((name) => {
      const held = row && flagAt(row, `Permissions${name}`);
      return held === true ? [] : [{ field: name, ...before(held?.toString()), after: 'true' }];
    })
  ];
}

/**
 * Rows of a custom Activity field for Task and for Event copy each other, and an org may return one or both (Object
 * Reference, FieldPermissions); so one row speaks for both spellings.
 */
function fieldDetails(desired: DesiredFields, rows: readonly OrgRecord[]): readonly ChangeDetail[] {
  const held = new Map<string, string>();
  for (const row of rows) {
    if (!flagAt(row, 'PermissionsRead')) continue;
    const access = flagAt(row, 'PermissionsEdit') ? 'edit' : 'read';
    for (const field of bothSpellings(textAt(row, 'Field') ?? '')) held.set(field, access);
  }
  return [...desired]
    .filter(([field, access]) => held.get(field) !== access)
    .map(([field, after]) => ({ field, ...before(held.get(field)), after }));
}

function before(value: string | undefined): { readonly before?: string } {
  return value === undefined ? {} : { before: value };
}
