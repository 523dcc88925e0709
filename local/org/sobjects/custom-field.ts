import type { Component, OrgData } from '../org-data';
import { parseXml } from '../metadata/xml/parse-xml';
import { childOf, childrenOf, textOf, type XmlElement } from '../metadata/xml/xml-element';
import { field, type Field, type FieldOptions, type FieldType } from './field';

const read = new WeakMap<Component, Field | undefined>();
const byOwner = new WeakMap<readonly Component[], ReadonlyMap<string, readonly Field[]>>();

/** The custom fields of an sObject, from the deployed or packaged components. Tasks and events share those of Activity. */
export function customFieldsOf(org: OrgData, sobject: string): readonly Field[] {
  const owner = sobject === 'Task' || sobject === 'Event' ? 'Activity' : sobject;
  const components = org.components('CustomField');
  const indexed = byOwner.get(components) ?? indexByOwner(components);
  byOwner.set(components, indexed);
  return indexed.get(owner) ?? [];
}

function indexByOwner(components: readonly Component[]): ReadonlyMap<string, readonly Field[]> {
  const index = new Map<string, Field[]>();
  for (const component of components) {
    if (!read.has(component)) read.set(component, readField(component));
    const found = read.get(component);
    const owner = component.fullName.slice(0, component.fullName.indexOf('.'));
    if (found) index.set(owner, [...(index.get(owner) ?? []), found]);
  }
  return index;
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
    permissionable: !isTrue(definition, 'required') && type !== 'MasterDetail',
    required: isTrue(definition, 'required'),
    unique: isTrue(definition, 'unique'),
    caseSensitive: isTrue(definition, 'caseSensitive'),
    externalId: isTrue(definition, 'externalId'),
    idLookup: isTrue(definition, 'externalId'),
    calculated: formula,
    readOnly: formula,
    ...shape(definition, type, name, component.namespace)
  });
}

function shape(definition: XmlElement, type: string, name: string, namespace: string | undefined): FieldOptions {
  const number = (element: string, usual: number): number => Number(textOf(definition, element) ?? usual);
  switch (type) {
    case 'Text':
      return { length: number('length', 255) };
    case 'TextArea':
      return { length: 255 };
    case 'LongTextArea':
    case 'Html':
      return { length: number('length', 32768) };
    case 'AutoNumber':
      return { length: 30, readOnly: true, autoNumber: textOf(definition, 'displayFormat') ?? '{0}' };
    case 'Summary':
      return { readOnly: true, calculated: true };
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
    case 'MasterDetail':
      return {
        length: 18,
        ...(type === 'MasterDetail' ? { required: true, updateable: false } : {}),
        deleteConstraint: type === 'MasterDetail' ? 'Cascade' : constraintOf(definition),
        referenceTo: [referenceTo(textOf(definition, 'referenceTo') ?? '', namespace)],
        relationshipName: name.replace(/__c$/, '__r'),
        childRelationship: textOf(definition, 'relationshipName')
          ? `${namespace ? `${namespace}__` : ''}${textOf(definition, 'relationshipName')}__r`
          : null
      };
    default:
      return {};
  }
}

/** A package's own objects are named without its namespace inside its files. */
const referenceTo = (name: string, namespace: string | undefined): string =>
  namespace && /^[A-Za-z](?!\w*__\w*__c$)\w*__c$/.test(name) ? `${namespace}__${name}` : name;

/** A lookup is emptied when its record goes, unless it says otherwise [Metadata API guide, CustomField]. */
function constraintOf(definition: XmlElement): 'SetNull' | 'Restrict' | 'Cascade' {
  const constraint = textOf(definition, 'deleteConstraint');
  return constraint === 'Restrict' || constraint === 'Cascade' ? constraint : 'SetNull';
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
  AutoNumber: 'string',
  EncryptedText: 'string',
  Summary: 'double',
  MasterDetail: 'reference',
  Lookup: 'reference'
};
