import type { OrgData, Row } from '../../org-data';
import { textOf, xmlElement, type XmlElement } from '../xml/xml-element';
import { updateWhereDifferent } from './update-where-different';

/** The element of each right, and its column in ObjectPermissions. */
const rights = [
  ['allowCreate', 'PermissionsCreate'],
  ['allowDelete', 'PermissionsDelete'],
  ['allowEdit', 'PermissionsEdit'],
  ['allowRead', 'PermissionsRead'],
  ['modifyAllRecords', 'PermissionsModifyAllRecords'],
  ['viewAllRecords', 'PermissionsViewAllRecords']
] as const;

/** Makes the object permissions of a permission set what its file says; an object without any right has no row. */
export function replaceObjectPermissions(org: OrgData, parentId: string, entries: readonly XmlElement[]): void {
  const present = new Map(rowsOf(org, parentId).map((row) => [String(row.SobjectType), row]));
  for (const entry of entries) {
    const object = textOf(entry, 'object') ?? '';
    const fields = Object.fromEntries(
      rights.map(([element, column]) => [column, /^(true|1)$/.test(textOf(entry, element) ?? '')])
    );
    if (!Object.values(fields).includes(true)) continue;
    const row = present.get(object);
    present.delete(object);
    if (row) updateWhereDifferent(org, 'ObjectPermissions', row, fields);
    else org.insert('ObjectPermissions', { ParentId: parentId, SobjectType: object, ...fields });
  }
  for (const row of present.values()) org.remove('ObjectPermissions', row.Id);
}

/** The object permissions of a permission set as elements of its file. */
export const objectPermissionElements = (org: OrgData, parentId: string): readonly XmlElement[] =>
  rowsOf(org, parentId).map((row) =>
    xmlElement('objectPermissions', [
      ...rights.map(([element, column]) => xmlElement(element, String(row[column] === true))),
      xmlElement('object', String(row.SobjectType))
    ])
  );

const rowsOf = (org: OrgData, parentId: string): readonly Row[] =>
  org.rows('ObjectPermissions').filter((row) => row.ParentId === parentId);
