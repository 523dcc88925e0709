import type { Component, OrgData, Row } from '../../org-data';
import { permissionSetRow } from '../store/permission-set-effect';
import { inCanonicalOrder } from '../xml/canonical-order';
import { parseXml } from '../xml/parse-xml';
import { xmlElement, type XmlElement } from '../xml/xml-element';
import { writeMetadataFile } from '../xml/write-xml';

/** A component as the org would give it back now: a permission set also shows what was granted by rows. */
export function renderComponent(org: OrgData, component: Component): Component {
  if (component.type !== 'PermissionSet') return component;
  const row = permissionSetRow(org, component.fullName);
  const [file, ...others] = component.files;
  const root = parseXml(file?.text ?? '').root;
  if (!row || !file || !root) return component;
  return {
    ...component,
    files: [{ ...file, text: writeMetadataFile(permissionSetElement(org, row, root)) }, ...others]
  };
}

/** The permission sets that exist as rows only, made by other means than a deploy. */
export function permissionSetFromRow(org: OrgData, row: Row): Component {
  const fullName = row.NamespacePrefix ? `${row.NamespacePrefix}__${row.Name}` : String(row.Name);
  const root = permissionSetElement(org, row, xmlElement('PermissionSet', []));
  return {
    type: 'PermissionSet',
    fullName,
    id: row.Id,
    files: [{ path: `permissionsets/${fullName}.permissionset`, text: writeMetadataFile(root) }],
    ...(row.NamespacePrefix ? { namespace: String(row.NamespacePrefix) } : {}),
    createdDate: String(row.CreatedDate ?? org.now().toISOString()),
    lastModifiedDate: String(row.LastModifiedDate ?? org.now().toISOString())
  };
}

function permissionSetElement(org: OrgData, row: Row, root: XmlElement): XmlElement {
  const kept = root.children.filter(
    (child) => !['fieldPermissions', 'userPermissions', 'label', 'description'].includes(child.name)
  );
  const own = [
    ...(row.Description ? [xmlElement('description', String(row.Description))] : []),
    xmlElement('label', String(row.Label ?? row.Name)),
    ...fieldPermissions(org, row.Id),
    ...userPermissions(row)
  ];
  return inCanonicalOrder({ ...root, children: [...kept, ...own] }, 'PermissionSet');
}

/** Both spellings of a shared field of Activity, as retrieved permission sets have it. */
function fieldPermissions(org: OrgData, parentId: string): readonly XmlElement[] {
  const access = new Map<string, Row>();
  for (const row of org.rows('FieldPermissions')) {
    if (row.ParentId !== parentId || !row.PermissionsRead) continue;
    const [, shared] = /^(?:Task|Event)\.(\w+__c)$/.exec(String(row.Field)) ?? [];
    for (const field of shared ? [`Task.${shared}`, `Event.${shared}`] : [String(row.Field)]) access.set(field, row);
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
