import type { Component, OrgData, Row } from '../../org-data';
import { metadataType } from '../schema/metadata-types';
import { columnsOf } from '../store/setup-row-effect';
import { fullNameOf, isRowBacked, rowOf } from '../store/row-backed';
import { inCanonicalOrder } from '../xml/canonical-order';
import { parseXml } from '../xml/parse-xml';
import { textOf, xmlElement, type XmlElement } from '../xml/xml-element';
import { writeMetadataFile } from '../xml/write-xml';
import { permissionSetContent } from './permission-set-content';

/** A component as the org would give it back now: what its row says wins over what was deployed. */
export function renderComponent(org: OrgData, component: Component): Component {
  const row = isRowBacked(component.type) ? rowOf(org, component.type, component.fullName) : undefined;
  const [file, ...others] = component.files;
  const root = parseXml(file?.text ?? '').root;
  if (!row || !file || !root) return component;
  const content = contentFromRow(org, component.type, row, root);
  return { ...component, id: row.Id, files: [{ ...file, text: writeMetadataFile(content) }, ...others] };
}

/** The component of a row that was made by other means than a deploy. */
export function componentFromRow(org: OrgData, type: string, row: Row): Component {
  const fullName = fullNameOf(type, row);
  const place = metadataType(type);
  const content = contentFromRow(org, type, row, xmlElement(type, []));
  return {
    type,
    fullName,
    id: row.Id,
    files: [{ path: `${place?.folder}/${fullName}.${place?.suffix}`, text: writeMetadataFile(content) }],
    ...(row.NamespacePrefix ? { namespace: String(row.NamespacePrefix) } : {}),
    createdDate: String(row.CreatedDate ?? org.now().toISOString()),
    lastModifiedDate: String(row.LastModifiedDate ?? org.now().toISOString())
  };
}

function contentFromRow(org: OrgData, type: string, row: Row, root: XmlElement): XmlElement {
  if (type === 'PermissionSet') return permissionSetContent(org, row, root);
  if (type === 'CallCenter') return callCenterContent(row, root);
  const columns = columnsOf(type).filter(({ column }) => row[column] !== undefined);
  const replaced = new Set(columns.map(({ element }) => element));
  const own = columns
    .filter(({ column }) => row[column] !== null)
    .map(({ element, column }) => xmlElement(element, String(row[column])));
  return inCanonicalOrder(
    { ...root, children: [...root.children.filter(({ name }) => !replaced.has(name)), ...own] },
    type
  );
}

/** No client can change the row of a call center, only make one, without sections. */
function callCenterContent(row: Row, root: XmlElement): XmlElement {
  if (textOf(root, 'displayName') !== undefined) return root;
  const optional = Object.entries({
    adapterUrl: row.AdapterUrl,
    customSettings: row.CustomSettings,
    version: row.Version
  });
  const children = [
    ...optional
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => xmlElement(name, String(value))),
    xmlElement('displayName', String(row.Name)),
    xmlElement('displayNameLabel', 'Display Name'),
    xmlElement('internalNameLabel', 'InternalName')
  ];
  return inCanonicalOrder({ ...root, children }, 'CallCenter');
}
