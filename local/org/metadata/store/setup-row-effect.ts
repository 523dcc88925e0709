import type { Fields, OrgData, Row, Value } from '../../org-data';
import { schemaFields } from '../schema/schema';
import type { XmlElement } from '../xml/xml-element';
import type { Effect } from './effects';

/** The effect of a type whose row has a column for each of its plain elements, named as the element with a capital. */
export function setupRowEffect(type: string): Effect {
  const rowOf = (org: OrgData, fullName: string): Row | undefined =>
    org
      .rows(type)
      .find(
        (row) => (row.NamespacePrefix ? `${row.NamespacePrefix}__${row.DeveloperName}` : row.DeveloperName) === fullName
      );
  return {
    rowId: (org, fullName) => rowOf(org, fullName)?.Id,
    apply: (org, component, root) => {
      const row = rowOf(org, component.fullName);
      const fields = columns(type, root);
      if (!row) return org.insert(type, { DeveloperName: component.fullName, NamespacePrefix: null, ...fields }).Id;
      updateWhereDifferent(org, type, row, fields);
      return row.Id;
    },
    remove: (org, component) => {
      const row = rowOf(org, component.fullName);
      if (row) org.remove(type, row.Id);
      return undefined;
    }
  };
}

/** Updates a row only when one of the fields would change, so that its audit fields stay as they are otherwise. */
export function updateWhereDifferent(org: OrgData, sobject: string, row: Row, fields: Fields): void {
  if (Object.entries(fields).some(([name, value]) => row[name] !== value)) org.update(sobject, row.Id, fields);
}

const defaults: Readonly<Record<string, Fields>> = {
  CspTrustedSite: { Context: 'All' },
  PermissionSetGroup: { Status: 'Updated' }
};

function columns(type: string, root: XmlElement | undefined): Fields {
  const fields: Record<string, Value> = { ...defaults[type] };
  for (const [name, field] of schemaFields(type) ?? []) {
    if (name === 'fullName' || field.repeated || schemaFields(field.type)) continue;
    const column = columnNames[`${type}.${name}`] ?? name.charAt(0).toUpperCase() + name.slice(1);
    const text = root?.children.find((child) => child.name === name)?.text;
    if (text !== undefined) fields[column] = valueOf(text, field.type);
    else if (!(column in fields)) fields[column] = field.type === 'boolean' ? false : null;
  }
  return fields;
}

const columnNames: Readonly<Record<string, string>> = {
  'PermissionSetGroup.label': 'MasterLabel',
  'ServiceChannel.label': 'MasterLabel',
  'ServicePresenceStatus.label': 'MasterLabel'
};

const valueOf = (text: string, type: string): Value =>
  type === 'boolean' ? /^(true|1)$/.test(text.trim()) : type === 'number' ? Number(text) : text;
