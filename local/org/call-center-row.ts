import { parseXml } from './metadata/xml/parse-xml';
import { textOf } from './metadata/xml/xml-element';
import type { Component, OrgData, Row } from './org-data';

/** Makes or updates the row of a call center from its definition; a row that says the same already is left alone. */
export function syncCallCenterRow(org: OrgData, component: Component): Row {
  const root = parseXml(component.files[0]?.text ?? '').root;
  const read = (name: string): string | null => (root && textOf(root, name)) ?? null;
  const version = read('version');
  const fields = {
    InternalName: component.fullName,
    Name: read('displayName'),
    AdapterUrl: read('adapterUrl'),
    CustomSettings: read('customSettings'),
    Version: version === null ? null : Number(version)
  };
  const row = org.rows('CallCenter').find((each) => each.InternalName === component.fullName);
  if (!row) return org.insert('CallCenter', fields);
  const differs = Object.entries(fields).some(([name, value]) => (row[name] ?? null) !== value);
  return differs ? org.update('CallCenter', row.Id, fields) : row;
}
