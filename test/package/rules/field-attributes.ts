import { childOf, childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import { customFields, isSettingsType, type CustomField } from '../tree/custom-field';
import type { Rule } from '../tree/package-file';

type Check = (field: CustomField) => string | false | undefined;

/** What an org demands of each type, all of which the types of the Metadata API call optional. */
const checks: Readonly<Record<string, Check>> = {
  Text: (field) => !isWholeIn(field.text('length'), 1, 255) && 'a Text has a length from 1 to 255',
  Number: numberProblem,
  Picklist: picklistProblem,
  Checkbox: (field) =>
    !/^(true|false)$/.test(field.text('defaultValue') ?? '') && 'a Checkbox has the default true or false',
  Lookup: lookupProblem,
  LongTextArea: (field) =>
    (!isWholeIn(field.text('length'), 256, 131_072) || !isWholeIn(field.text('visibleLines'), 2, 50)) &&
    'a LongTextArea has a length from 256 to 131072 and from 2 to 50 visible lines',
  DateTime: () => undefined,
  Phone: () => undefined,
  Url: () => undefined
};

/** Elements that only some types have; elsewhere an org refuses them. */
const onlyOf: Readonly<Record<string, readonly string[]>> = {
  length: ['Text', 'LongTextArea'],
  precision: ['Number'],
  scale: ['Number'],
  valueSet: ['Picklist'],
  visibleLines: ['LongTextArea'],
  referenceTo: ['Lookup'],
  relationshipName: ['Lookup'],
  deleteConstraint: ['Lookup'],
  caseSensitive: ['Text'],
  externalId: ['Text', 'Number'],
  unique: ['Text', 'Number']
};

/** A field has what an org demands of its type. */
export const fieldAttributes: Rule = (files) => {
  const fields = customFields(files);
  return [...fields.flatMap((field) => problemOf(field) ?? []), ...relationshipsTwice(fields)];
};

function problemOf(field: CustomField): string | undefined {
  const check = checks[field.type];
  if (!check) return `${field.path} is of the type ${field.type}, for which no rule is written`;
  const strange = Object.entries(onlyOf).find(([element, types]) => {
    return field.text(element) !== undefined && !types.includes(field.type);
  });
  const problem =
    check(field) ||
    (strange && `${strange[0]} is nothing of a ${field.type}`) ||
    (!field.text('label') && 'a field has a label') ||
    (!/^[A-Z]\w{0,39}__c$/.test(field.name) && 'a name has at most 40 characters before __c');
  return problem ? `${field.path} ${problem}` : undefined;
}

function numberProblem(field: CustomField): string | false {
  const [precision, scale] = [field.text('precision'), field.text('scale')];
  const fits = isWholeIn(precision, 1, 18) && isWholeIn(scale, 0, 17) && Number(scale) < Number(precision);
  return !fits && 'a Number has a precision from 1 to 18 and a scale below it';
}

function picklistProblem({ root }: CustomField): string | false {
  const set = childOf(root, 'valueSet');
  if (!set) return 'a Picklist has a value set';
  if (childOf(set, 'valueSetName')) return false;
  const values = childrenOf(childOf(set, 'valueSetDefinition') ?? set, 'value').map((value) =>
    textOf(value, 'fullName')
  );
  if (values.length === 0) return 'a Picklist has values';
  if (new Set(values).size !== values.length) return 'a Picklist has each value once';
  return textOf(set, 'restricted') !== 'true' && 'a Picklist of ours is restricted to its values';
}

function lookupProblem(field: CustomField): string | false {
  if (field.text('referenceTo') === undefined) return 'a Lookup says what it refers to';
  if (isSettingsType(field.object)) return 'a settings type has metadata relationships and no lookup';
  if (!/^[A-Z][A-Za-z0-9]*$/.test(field.text('relationshipName') ?? '')) return 'a Lookup has a relationship name';
  const constraint = field.text('deleteConstraint');
  if (constraint === undefined) return 'a Lookup says what happens when its record is deleted';
  return field.is('required') && constraint === 'SetNull' && 'a required Lookup cannot be set to nothing';
}

/** A child relationship is named once for each parent. */
function relationshipsTwice(fields: readonly CustomField[]): readonly string[] {
  const seen = new Set<string>();
  return fields.flatMap((field) => {
    if (field.type !== 'Lookup') return [];
    const key = `${field.text('referenceTo')}.${field.text('relationshipName')}`;
    if (seen.has(key)) return [`${field.path} names the relationship ${key} a second time`];
    seen.add(key);
    return [];
  });
}

const isWholeIn = (text: string | undefined, least: number, most: number): boolean =>
  text !== undefined && /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
