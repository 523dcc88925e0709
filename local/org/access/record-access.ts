import type { OrgData, Row } from '../org-data';
import type { Sobject } from '../sobjects/sobject';
import { rowsAmong, rowsOf } from '../sobjects/sobjects';
import type { LocalOrg } from '../state/state';
import { mayAccess } from './object-access';

/** The rows of an sObject that are shared with the user. */
export function visibleRowsOf(org: LocalOrg, sobject: Sobject, userId: string): readonly Row[] {
  const rows = rowsOf(org, sobject, userId);
  if (!sobject.isPrivate || mayAccess(org, userId, sobject, 'ViewAllRecords')) return rows;
  const owners = ownersOf(org, userId);
  return rows.filter((row) => owners.has(String(row.OwnerId)));
}

/** Those of the rows with these ids that are shared with the user, in order of creation. */
export function visibleRowsAmong(
  org: LocalOrg,
  sobject: Sobject,
  userId: string,
  ids: Iterable<string>
): readonly Row[] {
  const rows = rowsAmong(org, sobject, userId, ids);
  if (!sobject.isPrivate || mayAccess(org, userId, sobject, 'ViewAllRecords')) return rows;
  const owners = ownersOf(org, userId);
  return rows.filter((row) => owners.has(String(row.OwnerId)));
}

/** Whether a record is shared with the user at all. */
export const isVisible = (org: LocalOrg, sobject: Sobject, userId: string, row: Row): boolean =>
  !sobject.isPrivate ||
  mayAccess(org, userId, sobject, 'ViewAllRecords') ||
  ownersOf(org, userId).has(String(row.OwnerId));

/** Whether the user may change or delete a record: the owner, and who modifies all records. */
export const isChangeable = (org: LocalOrg, sobject: Sobject, userId: string, row: Row): boolean =>
  !sobject.isPrivate ||
  mayAccess(org, userId, sobject, 'ModifyAllRecords') ||
  ownersOf(org, userId).has(String(row.OwnerId));

/** The user, and the groups and queues that the user is in. */
function ownersOf(org: OrgData, userId: string): ReadonlySet<string> {
  const memberships = org.rows('GroupMember').filter((row) => row.UserOrGroupId === userId);
  return new Set([userId, ...memberships.map((row) => String(row.GroupId))]);
}
