import { parseXml } from '../metadata/xml/parse-xml';
import { childrenOf, childOf, textOf } from '../metadata/xml/xml-element';
import type { Component, OrgData, Row, Value } from '../org-data';
import { customFieldsOf } from './custom-field';
import type { Field } from './field';

/** The rows of a custom metadata type: its deployed and packaged records. */
export const deriveCustomMetadata =
  (type: string) =>
  (org: OrgData): readonly Row[] => {
    const fields = customFieldsOf(org, type);
    const prefix = `${type.replace(/__mdt$/, '')}.`;
    return org
      .components('CustomMetadata')
      .filter(({ fullName }) => fullName.startsWith(prefix))
      .map((component) => recordRow(component, prefix, fields));
  };

function recordRow(component: Component, prefix: string, fields: readonly Field[]): Row {
  const root = parseXml(component.files[0]?.text ?? '').root;
  const qualified = component.fullName.slice(prefix.length);
  const namespace = component.namespace ?? null;
  const label = (root && textOf(root, 'label')) ?? qualified;
  const row: Record<string, Value> = {
    DeveloperName: namespace ? qualified.replace(`${namespace}__`, '') : qualified,
    MasterLabel: label,
    Label: label,
    Language: 'en_US',
    NamespacePrefix: namespace,
    QualifiedApiName: qualified
  };
  for (const field of fields) row[field.name] = field.type === 'boolean' ? false : null;
  for (const entry of root ? childrenOf(root, 'values') : []) {
    const name = textOf(entry, 'field') ?? '';
    const field = fields.find((each) => each.name === name || each.name === `${namespace}__${name}`);
    const value = childOf(entry, 'value');
    if (field && value) row[field.name] = valueOf(field, value.text);
  }
  return { ...row, Id: component.id };
}

function valueOf(field: Field, written: string): Value {
  if (field.type === 'boolean') return written === 'true';
  if (written === '') return null;
  return field.type === 'double' || field.type === 'int' ? Number(written) : written;
}
