import type { Component, OrgData } from '../../org-data';
import { parseXml } from '../xml/parse-xml';
import { textOf } from '../xml/xml-element';

/** Makes or updates the row of a call center. */
export function syncCallCenterRow(org: OrgData, component: Component): void {
  const root = parseXml(component.files[0]?.text ?? '').root;
  const fields = {
    InternalName: component.fullName,
    Name: (root && textOf(root, 'displayName')) ?? null,
    AdapterUrl: (root && textOf(root, 'adapterUrl')) ?? null,
    CustomSettings: (root && textOf(root, 'customSettings')) ?? null
  };
  const row = org.rows('CallCenter').find((each) => each.InternalName === component.fullName);
  if (!row) org.insert('CallCenter', fields);
  else if (JSON.stringify({ ...row, ...fields }) !== JSON.stringify(row)) org.update('CallCenter', row.Id, fields);
}
