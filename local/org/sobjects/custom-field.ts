import type { Component, OrgData } from '../org-data';
import { parseXml } from '../metadata/xml/parse-xml';
import { childOf, childrenOf, textOf, type XmlElement } from '../metadata/xml/xml-element';
import { field, type Field, type FieldOptions, type FieldType } from './field';

const read = new WeakMap<Component, Field | undefined>();

/** The custom fields of an sObject, from the deployed or packaged components. Tasks and events share those of Activity. */
export function customFieldsOf(org: OrgData, sobject: string): readonly Field[] {
  const owner = sobject === 'Task' || sobject === 'Event' ? 'Activity' : sobject;
  return org.components('CustomField').flatMap((component) => {
    if (!component.fullName.startsWith(`${owner}.`)) return [];
    if (!read.has(component)) read.set(component, readField(component));
    return read.get(component) ?? [];
  });
}

function readField(component: Component): Field | undefined {
  const root = parseXml(component.files[0]?.text ?? '').root;
  const definition = root && (root.name === 'CustomField' ? root : childOf(root, 'fields'));
  if (!definition) return undefined;
  const name = component.fullName.slice(component.fullName.indexOf('.') + 1);
  const formula = textOf(definition, 'formula') !== undefined;
  const type = textOf(definition, 'type') ?? 'Text';
  return field(name, types[type] ?? 'string', {
    label: textOf(definition, 'label') ?? name,
    custom: true,
    permissionable: !isTrue(definition, 'required'),
    required: isTrue(definition, 'required'),
    unique: isTrue(definition, 'unique'),
    externalId: isTrue(definition, 'externalId'),
    idLookup: isTrue(definition, 'externalId'),
    calculated: formula,
    readOnly: formula,
    ...shape(definition, type, name)
  });
}

function shape(definition: XmlElement, type: string, name: string): FieldOptions {
  const number = (element: string, usual: number): number => Number(textOf(definition, element) ?? usual);
  switch (type) {
    case 'Text':
      return { length: number('length', 255) };
    case 'TextArea':
      return { length: 255 };
    case 'Number':
    case 'Currency':
    case 'Percent':
      return { precision: number('precision', 18), scale: number('scale', 0) };
    case 'Checkbox':
      return { defaultValue: isTrue(definition, 'defaultValue') };
    case 'Picklist':
    case 'MultiselectPicklist':
      return { length: 255, ...picklist(definition) };
    case 'Lookup':
      return {
        length: 18,
        referenceTo: [textOf(definition, 'referenceTo') ?? ''],
        relationshipName: name.replace(/__c$/, '__r'),
        childRelationship: textOf(definition, 'relationshipName')
          ? `${textOf(definition, 'relationshipName')}__r`
          : null
      };
    default:
      return {};
  }
}

function picklist(definition: XmlElement): FieldOptions {
  const set = childOf(definition, 'valueSet');
  const values = (set && childOf(set, 'valueSetDefinition')) ?? undefined;
  const entries = values ? childrenOf(values, 'value') : [];
  const preset = entries.find((entry) => isTrue(entry, 'default'));
  return {
    values: entries.map((entry) => textOf(entry, 'fullName') ?? ''),
    restricted: set !== undefined && isTrue(set, 'restricted'),
    defaultValue: (preset && textOf(preset, 'fullName')) ?? null
  };
}

const isTrue = (element: XmlElement, name: string): boolean => textOf(element, name) === 'true';

const types: Readonly<Record<string, FieldType>> = {
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  Number: 'double',
  Currency: 'double',
  Percent: 'double',
  Checkbox: 'boolean',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  DateTime: 'datetime',
  Date: 'date',
  Time: 'time',
  Phone: 'phone',
  Email: 'email',
  Url: 'url',
  Lookup: 'reference'
};
