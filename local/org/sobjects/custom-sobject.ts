import { parseXml } from '../metadata/xml/parse-xml';
import { childOf, textOf, type XmlElement } from '../metadata/xml/xml-element';
import type { Component, OrgData } from '../org-data';
import { deriveCustomMetadata } from './custom-metadata';
import { reference, text, type Field } from './field';
import { sobject, type Sobject } from './sobject';

const read = new WeakMap<Component, Sobject | undefined>();
const byList = new WeakMap<readonly Component[], ReadonlyMap<string, Sobject>>();

/** Whether an object of this name is made by a deploy or a package: `X__c`, `ns__X__c` or `X__mdt`. */
export const isCustomName = (name: string): boolean => /__(c|mdt)$/i.test(name);

/** The custom objects, custom settings and custom metadata types of an org by their names in lower case. */
export function customSobjectsOf(org: OrgData): ReadonlyMap<string, Sobject> {
  const components = org.components('CustomObject');
  const known = byList.get(components);
  if (known) return known;
  const index = new Map<string, Sobject>();
  for (const component of components) {
    if (!read.has(component)) read.set(component, readSobject(component));
    const found = read.get(component);
    if (found) index.set(found.name.toLowerCase(), found);
  }
  byList.set(components, index);
  return index;
}

function readSobject(component: Component): Sobject | undefined {
  const { fullName, keyPrefix } = component;
  const root = parseXml(component.files[0]?.text ?? '').root;
  if (!root || !isCustomName(fullName) || keyPrefix === undefined) return undefined;
  const label = textOf(root, 'label') ?? fullName;
  const labels = { label, labelPlural: textOf(root, 'pluralLabel') ?? label, custom: true };
  if (fullName.endsWith('__mdt')) {
    const derive = deriveCustomMetadata(fullName);
    return sobject(fullName, keyPrefix, metadataFields, { ...labels, api: 'both', audit: 'none', derive });
  }
  const usual = { ...labels, operations: ['create', 'update', 'delete'], audit: 'deletable' } as const;
  if (textOf(root, 'customSettingsType') !== undefined) {
    return sobject(fullName, keyPrefix, settingFields, { ...usual, customSetting: true });
  }
  const isPrivate = textOf(root, 'sharingModel') === 'Private';
  return sobject(fullName, keyPrefix, [nameField(root), owner], { ...usual, isPrivate });
}

const owner = reference('OwnerId', ['User', 'Group']);

/** A text name may stay empty through the API: the record's id becomes its name. */
function nameField(root: XmlElement): Field {
  const declared = childOf(root, 'nameField');
  const label = (declared && textOf(declared, 'label')) ?? 'Name';
  if (!declared || textOf(declared, 'type') !== 'AutoNumber') return text('Name', 80, { label, idLookup: true });
  const autoNumber = textOf(declared, 'displayFormat') ?? '{0}';
  return text('Name', 80, { label, readOnly: true, idLookup: true, autoNumber });
}

/** One row for the org, a profile or a user [Object Reference, custom settings: SetupOwnerId]. */
const settingFields = [
  text('Name', 38, {}),
  reference('SetupOwnerId', ['Organization', 'Profile', 'User'], {
    required: true,
    updateable: false,
    unique: true,
    caseSensitive: true
  })
];

/** Fields that every custom metadata type has [Object Reference, Custom Metadata Type__mdt]. */
const metadataFields = [
  text('DeveloperName', 40, { readOnly: true }),
  text('MasterLabel', 40, { readOnly: true }),
  text('Label', 40, { readOnly: true }),
  text('Language', 40, { readOnly: true }),
  text('NamespacePrefix', 15, { readOnly: true }),
  text('QualifiedApiName', 70, { readOnly: true })
];
