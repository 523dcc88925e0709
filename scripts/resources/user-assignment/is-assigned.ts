import type { ResolvedPermissionSet } from '../../config/resolved-config/users';
import { permissionSetRow } from '../field-access/field-access';
import { recordsOf, textAt } from '../org-record';
import type { Answers } from '../question';

export const assignmentsId = 'user-assignment:assignments';

/** Whether a user had this permission set when the org was asked. */
export function isAssigned(answers: Answers, set: ResolvedPermissionSet, userId: string): boolean {
  return assigneesOf(answers, set).has(userId);
}

/** Ids of the users who have this permission set; none while the set does not exist. */
export function assigneesOf(answers: Answers, { name }: ResolvedPermissionSet): ReadonlySet<string> {
  const row = permissionSetRow(answers, name);
  return holdersOf(answers, row && textAt(row, 'Id'));
}

/** Ids of the users who have the permission set with this id. */
export function holdersOf(answers: Answers, id: string | undefined): ReadonlySet<string> {
  const rows = recordsOf(answers, assignmentsId).filter(
    (one) => id !== undefined && textAt(one, 'PermissionSetId') === id
  );
  return new Set(rows.flatMap((one) => textAt(one, 'AssigneeId') ?? []));
}
