import { childOf, childrenOf, textOf, type XmlElement } from '../../../local/org/metadata/xml/xml-element';
import { customFieldOf, type CustomField } from '../tree/custom-field';
import { hasField, hasObject } from '../tree/known-fields';
import type { Rule } from '../tree/package-file';
import { at, treeOf, type Component, type PackageTree } from '../tree/package-tree';
import { valuesOf } from '../tree/picklist-values';

/** How each type of field is written in a record. */
const written: Readonly<Record<string, string>> = { Checkbox: 'xsd:boolean', Number: 'xsd:double' };

/** A record of settings holds, in fields of its type, values that they take; a screen pop names a field that is there. */
export const customMetadataRecords: Rule = (files) => {
  const tree = treeOf(files);
  return tree.ofType('CustomMetadata').flatMap((record) => {
    const type = `${record.name.split('.')[0]}__mdt`;
    if (!tree.find('CustomObject', type)) return [`${record.path} is of ${type}, which is not there`];
    const values = childrenOf(record.root, 'values');
    const given = values.map((value) => textOf(value, 'field') ?? '');
    return [
      ...values.flatMap((value) => valueProblems(record, type, value, tree)),
      ...given
        .filter((name, index) => given.indexOf(name) !== index)
        .map((name) => `${record.path} gives ${name} twice`),
      ...missingFields(type, given, tree).map((name) => `${record.path} gives no ${name}`),
      ...(textOf(record.root, 'protected') === 'false' ? [] : [`${record.path} is hidden from the org's own code`]),
      ...screenPopProblems(record, values, tree)
    ];
  });
};

/** Records give every field, also when with nothing, so that a reader sees the whole rule. */
const missingFields = (type: string, given: readonly string[], tree: PackageTree): readonly string[] =>
  tree
    .ofType('CustomField')
    .filter(({ of, name }) => of === type && !given.includes(name))
    .map(({ name }) => name);

function valueProblems(record: Component, type: string, value: XmlElement, tree: PackageTree): readonly string[] {
  const name = textOf(value, 'field') ?? '';
  const field = customFieldOf(tree, type, name);
  if (!field) return [`${at(record, value)} ${type} has no field ${name}`];
  const problem = valueProblem(field, childOf(value, 'value'));
  return problem ? [`${at(record, value)} ${name} ${problem}`] : [];
}

function valueProblem(field: CustomField, value: XmlElement | undefined): string | undefined {
  if (!value) return 'has no value';
  if (value.attributes['xsi:nil'] === 'true') {
    if (field.is('required')) return 'is required';
    return value.text === '' ? undefined : 'is nothing and has a text';
  }
  const type = written[field.type] ?? 'xsd:string';
  if (value.attributes['xsi:type'] !== type) return `must be written as ${type}`;
  if (field.type === 'Checkbox') return /^(true|false)$/.test(value.text) ? undefined : 'is true or false';
  if (field.type === 'Number') return numberProblem(field, value.text);
  if (field.type === 'Picklist') return valuesOf(field).includes(value.text) ? undefined : `has no value ${value.text}`;
  return value.text.length > Number(field.text('length') ?? 255) ? 'is too long' : undefined;
}

function numberProblem(field: CustomField, text: string): string | undefined {
  const most = 10 ** (Number(field.text('precision')) - Number(field.text('scale')));
  return /^-?\d+(\.\d+)?$/.test(text) && Math.abs(Number(text)) < most ? undefined : 'is no number that fits';
}

function screenPopProblems(record: Component, values: readonly XmlElement[], tree: PackageTree): readonly string[] {
  const valueOf = (name: string): string =>
    textOf(values.find((value) => textOf(value, 'field') === name) ?? record.root, 'value') ?? '';
  const [object, field] = [valueOf('SObjectName__c'), valueOf('FieldName__c')];
  if (object === '') return [];
  return hasObject(tree, object) && hasField(tree, object, field)
    ? []
    : [`${record.path} looks for ${object}.${field}, which is not there`];
}
