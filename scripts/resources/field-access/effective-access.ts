import type { FieldAccess } from '../../config/resolved-config/users';
import { flagAt, recordsOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import { soqlText } from '../soql';
import { bothSpellings } from './desired-fields';

/**
 * Asks what one user may do with the fields of Task and Event through everything that is assigned to them. Assignments include
 * the permission set that stands for the user's profile, so that this is the user's whole field access.
 */
export function effectiveAccessQuestion(userId: string): Question {
  return {
    id: effectiveAccessId(userId),
    via: 'data',
    soql:
      "SELECT ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE SobjectType IN ('Task', 'Event') " +
      `AND ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ${soqlText(userId)})`
  };
}

/** A user's access by field: the widest that any of their permission sets gives. */
export function effectiveAccess(answers: Answers, userId: string): ReadonlyMap<string, FieldAccess['access']> {
  const found = new Map<string, FieldAccess['access']>();
  for (const row of recordsOf(answers, effectiveAccessId(userId))) {
    const canEdit = flagAt(row, 'PermissionsEdit');
    if (!canEdit && !flagAt(row, 'PermissionsRead')) continue;
    for (const field of bothSpellings(textAt(row, 'Field') ?? '')) {
      if (canEdit || !found.has(field)) found.set(field, canEdit ? 'edit' : 'read');
    }
  }
  return found;
}

function effectiveAccessId(userId: string): string {
  return `field-access:effective:${userId}`;
}
