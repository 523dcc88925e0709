import type { OrgData, Row } from '../../org-data';
import { spellings } from '../../field-permissions';
import { objectPermissionElements } from '../store/object-permission-rows';
import { inCanonicalOrder } from '../xml/canonical-order';
import { xmlElement, type XmlElement } from '../xml/xml-element';

/** A permission set's content: what was deployed, with the label and the permissions that its rows have now. */
export function permissionSetContent(org: OrgData, row: Row, root: XmlElement): XmlElement {
  const fromRows = ['fieldPermissions', 'objectPermissions', 'userPermissions', 'label', 'description'];
  const own = [
    ...(row.Description ? [xmlElement('description', String(row.Description))] : []),
    xmlElement('label', String(row.Label ?? row.Name)),
    ...fieldPermissions(org, row.Id),
    ...objectPermissionElements(org, row.Id),
    ...userPermissions(row)
  ];
  const kept = root.children.filter(({ name }) => !fromRows.includes(name));
  return inCanonicalOrder({ ...root, children: [...kept, ...own] }, 'PermissionSet');
}

/** Both spellings of a shared field of Activity, as retrieved permission sets have it. */
function fieldPermissions(org: OrgData, parentId: string): readonly XmlElement[] {
  const access = new Map<string, Row>();
  for (const row of org.rows('FieldPermissions')) {
    if (row.ParentId !== parentId || !row.PermissionsRead) continue;
    for (const field of spellings(String(row.Field))) access.set(field, row);
  }
  return [...access].map(([field, row]) =>
    xmlElement('fieldPermissions', [
      xmlElement('editable', String(row.PermissionsEdit === true)),
      xmlElement('field', field),
      xmlElement('readable', 'true')
    ])
  );
}

const userPermissions = (row: Row): readonly XmlElement[] =>
  Object.entries(row)
    .filter(([name, value]) => /^Permissions[A-Z]/.test(name) && value === true)
    .map(([name]) =>
      xmlElement('userPermissions', [
        xmlElement('enabled', 'true'),
        xmlElement('name', name.slice('Permissions'.length))
      ])
    );
