import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { contentOf } from '../retrieve/component-content';
import { childOf, textOf, type XmlElement } from '../xml/xml-element';
import { objectExists, type OrgView } from './reference';

/** Types that no custom field of Activity has. */
const notOnActivity = new Set([
  'LongTextArea',
  'Html',
  'AutoNumber',
  'MasterDetail',
  'Summary',
  'EncryptedText',
  'Location'
]);

/** What an org has against a custom field. */
export function customFieldProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const [object = '', name = ''] = draft.fullName.split('.');
  const fullName = childOf(root, 'fullName');
  if (!/__c$/.test(name)) return undefined;
  const installed = view.org.component('CustomField', draft.fullName)?.namespace !== undefined;
  const bare = installed ? name.replace(/^[A-Za-z]\w*?__/, '') : name;
  if (!/^[A-Za-z](?!\w*__\w*__c$)\w{0,39}(?<!_)__c$/.test(bare)) {
    return problemAt(fullName, `The Developer Name can only contain underscores and alphanumeric characters: ${name}`);
  }
  // Task and Event share their custom fields, which belong to Activity.
  if (object === 'Task' || object === 'Event') {
    return problemAt(
      fullName,
      `Entity Enumeration Or ID: bad value for restricted picklist field: ${object}; use Activity`
    );
  }
  if (!objectExists(view.org, object))
    return problemAt(fullName, `Entity of type 'CustomObject' named '${object}' cannot be found`);
  if (!textOf(root, 'label')) return problemAt(root, 'Required field is missing: label');
  const type = childOf(root, 'type');
  if (!type) return problemAt(root, 'Required field is missing: type');
  if (object === 'Activity' && notOnActivity.has(type.text)) {
    return problemAt(type, `Field type ${type.text} is not supported on Activity`);
  }
  const closed = closedTypes(object, view)?.has(type.text);
  if (closed) return problemAt(type, `Field type ${type.text} is not supported on ${object}`);
  if (textOf(root, 'formula') !== undefined) return undefined;
  return typeProblem(root, type.text, view);
}

/** Custom settings and custom metadata types hold fewer types than objects do [Salesforce Help, Custom Settings; Custom Metadata Types]. */
function closedTypes(object: string, { org }: OrgView): ReadonlySet<string> | undefined {
  if (object.endsWith('__mdt')) return notOnMetadataType;
  const component = org.component('CustomObject', object);
  const definition = component && contentOf(component);
  return definition && textOf(definition, 'customSettingsType') !== undefined ? notOnSetting : undefined;
}

const notOnMetadataType = new Set(
  'Lookup MasterDetail AutoNumber Summary EncryptedText Html MultiselectPicklist Currency Location Time'.split(' ')
);
const notOnSetting = new Set(
  'Lookup MasterDetail AutoNumber Summary EncryptedText Html LongTextArea Picklist MultiselectPicklist Location Time'.split(
    ' '
  )
);

function typeProblem(root: XmlElement, type: string, view: OrgView): Problem | undefined {
  switch (type) {
    case 'Text':
      return inRange(root, 'length', 1, 255);
    case 'LongTextArea':
    case 'Html':
      return inRange(root, 'length', 256, 131072) ?? required(root, 'visibleLines');
    case 'Number':
    case 'Currency':
    case 'Percent':
      return inRange(root, 'precision', 1, 18) ?? inRange(root, 'scale', 0, Number(textOf(root, 'precision')));
    case 'Checkbox':
      return required(root, 'defaultValue');
    case 'Picklist':
      return required(root, 'valueSet');
    case 'MultiselectPicklist':
      return required(root, 'valueSet') ?? required(root, 'visibleLines');
    case 'Lookup':
    case 'MasterDetail':
      return relationshipProblem(root, view);
    default:
      return undefined;
  }
}

function relationshipProblem(root: XmlElement, { org }: OrgView): Problem | undefined {
  const missing = required(root, 'referenceTo') ?? required(root, 'relationshipName');
  if (missing) return missing;
  const target = childOf(root, 'referenceTo');
  if (!objectExists(org, target?.text ?? '')) {
    return problemAt(target, `referenceTo value of '${target?.text}' does not resolve to a valid sObject type`);
  }
  const constraint = childOf(root, 'deleteConstraint');
  return textOf(root, 'required') === 'true' && (!constraint || constraint.text === 'SetNull')
    ? problemAt(constraint ?? root, 'A required lookup cannot be cleared: deleteConstraint must be Restrict or Cascade')
    : undefined;
}

const required = (root: XmlElement, name: string): Problem | undefined =>
  textOf(root, name) || childOf(root, name)?.children.length
    ? undefined
    : problemAt(root, `Required field is missing: ${name}`);

function inRange(root: XmlElement, name: string, low: number, high: number): Problem | undefined {
  const missing = required(root, name);
  if (missing) return missing;
  const element = childOf(root, name);
  const value = Number(element?.text);
  return Number.isInteger(value) && value >= low && value <= high
    ? undefined
    : problemAt(element, `Value for ${name} must be from ${low} to ${high}, got ${element?.text}`);
}
