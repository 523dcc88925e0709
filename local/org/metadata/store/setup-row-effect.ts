import type { Fields, Value } from '../../org-data';
import { schemaFields } from '../schema/schema';
import type { XmlElement } from '../xml/xml-element';
import type { Effect } from './effects';
import { rowOf } from './row-backed';
import { updateWhereDifferent } from './update-where-different';

/** The effect of a type whose row has a column for each of its plain elements. */
export const setupRowEffect = (type: string): Effect => ({
  apply: (org, component, root) => {
    const row = rowOf(org, type, component.fullName);
    const fields = columns(type, root);
    const name = component.fullName;
    if (!row) return org.insert(type, { DeveloperName: name, MasterLabel: name, NamespacePrefix: null, ...fields }).Id;
    updateWhereDifferent(org, type, row, fields);
    return row.Id;
  },
  remove: (org, component) => {
    const row = rowOf(org, type, component.fullName);
    if (row) org.remove(type, row.Id);
    return undefined;
  }
});

/** The plain elements of a type with the column of each: the element's name with a capital, or a label's own column. */
export const columnsOf = (
  type: string
): readonly { readonly element: string; readonly column: string; readonly type: string }[] =>
  [...(schemaFields(type) ?? [])]
    .filter(([element, field]) => element !== 'fullName' && !field.repeated && !schemaFields(field.type))
    .map(([element, field]) => ({
      element,
      column: element === 'label' ? 'MasterLabel' : element.charAt(0).toUpperCase() + element.slice(1),
      type: field.type
    }));

const defaults: Readonly<Record<string, Fields>> = {
  CspTrustedSite: { Context: 'All' },
  PermissionSetGroup: { Status: 'Updated' }
};

function columns(type: string, root: XmlElement | undefined): Fields {
  const fields: Record<string, Value> = { ...defaults[type] };
  for (const { element, column, type: valueType } of columnsOf(type)) {
    const text = root?.children.find((child) => child.name === element)?.text;
    if (text !== undefined) fields[column] = valueOf(text, valueType);
    else if (!(column in fields)) fields[column] = valueType === 'boolean' ? false : null;
  }
  return fields;
}

const valueOf = (text: string, type: string): Value =>
  type === 'boolean' ? /^(true|1)$/.test(text.trim()) : type === 'number' ? Number(text) : text;
