import type { OrgData, Row } from '../../org-data';

/** Types whose components are rows as well, of the sObject of the same name, with the column of the name. */
const nameColumns: Readonly<Record<string, string>> = {
  CallCenter: 'InternalName',
  ConversationVendorInfo: 'DeveloperName',
  CspTrustedSite: 'DeveloperName',
  PermissionSet: 'Name',
  PermissionSetGroup: 'DeveloperName',
  ServiceChannel: 'DeveloperName',
  ServicePresenceStatus: 'DeveloperName'
};

/** Whether components of this type are rows as well. */
export const isRowBacked = (type: string): boolean => type in nameColumns;

/** The rows that are components: not the permission sets that stand for a profile or a group. */
export const rowsOf = (org: OrgData, type: string): readonly Row[] =>
  isRowBacked(type) ? org.rows(type).filter((row) => !row.IsOwnedByProfile && row.Type !== 'Group') : [];

/** The full name of the component that a row is, `ns__Name` when a package brought it. */
export function fullNameOf(type: string, row: Row): string {
  const name = String(row[nameColumns[type] ?? 'DeveloperName']);
  return row.NamespacePrefix ? `${String(row.NamespacePrefix)}__${name}` : name;
}

/** The row of a component. */
export const rowOf = (org: OrgData, type: string, fullName: string): Row | undefined =>
  rowsOf(org, type).find((row) => fullNameOf(type, row) === fullName);
