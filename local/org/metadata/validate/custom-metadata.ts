import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { contentOf } from '../retrieve/component-content';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/xml-element';
import type { OrgView } from './reference';

/** The types that a value may be written as, by the type of its field; anything else is written as text. */
const written: Readonly<Record<string, RegExp>> = {
  Checkbox: /^xsd:boolean$/,
  Number: /^xsd:(double|int)$/,
  Percent: /^xsd:(double|int)$/,
  Date: /^xsd:date$/,
  DateTime: /^xsd:dateTime$/
};

/** What an org has against a record of a custom metadata type. */
export function customMetadataProblem(root: XmlElement, draft: Draft, { org }: OrgView): Problem | undefined {
  const [type = '', name = ''] = draft.fullName.split('.');
  if (!org.component('CustomObject', `${type}__mdt`))
    return { message: `In field: type - no CustomObject named ${type}__mdt found` };
  const bare = name.replace(/^[A-Za-z](?:(?!__)\w)*__/, '');
  if (!/^[A-Za-z](?!\w*__)\w{0,39}(?<!_)$/.test(bare))
    return { message: `The Developer Name can only contain underscores and alphanumeric characters: ${name}` };
  const label = childOf(root, 'label');
  if (!label?.text) return problemAt(root, 'Required field is missing: label');
  if (label.text.length > 40) return problemAt(label, `Label: data value too large: ${label.text} (max length=40)`);
  const given = new Set<string>();
  for (const entry of childrenOf(root, 'values')) {
    const place = childOf(entry, 'field');
    const field = place?.text ?? '';
    const component = org.component('CustomField', `${type}__mdt.${field}`);
    const definition = component && contentOf(component);
    if (!definition) return problemAt(place, `In field: field - no CustomField named ${type}__mdt.${field} found`);
    if (given.has(field)) return problemAt(place, `Duplicate value for the field ${field}`);
    given.add(field);
    const problem = valueProblem(field, definition, childOf(entry, 'value'));
    if (problem) return problem;
  }
  return undefined;
}

function valueProblem(field: string, definition: XmlElement, value: XmlElement | undefined): Problem | undefined {
  if (!value || value.attributes['xsi:nil'] === 'true') return undefined;
  const type = textOf(definition, 'type') ?? 'Text';
  const given = value.attributes['xsi:type'];
  if (given === undefined) return problemAt(value, `The value of ${field} needs an xsi:type`);
  if (!(written[type] ?? /^xsd:(string|picklist)$/).test(given))
    return problemAt(value, `${field}: bad value type ${given} for a field of type ${type}`);
  const text = value.text.trim();
  if (type === 'Checkbox' && !/^(true|false)$/.test(text)) return problemAt(value, `${field}: bad boolean ${text}`);
  if (type === 'Number') return numberProblem(field, definition, value);
  if (type === 'Picklist') return picklistProblem(field, definition, value);
  const length = Number(textOf(definition, 'length') ?? 255);
  return /^(Text|TextArea|LongTextArea)$/.test(type) && value.text.length > length
    ? problemAt(value, `${field}: data value too large: ${value.text.slice(0, 80)} (max length=${length})`)
    : undefined;
}

function numberProblem(field: string, definition: XmlElement, value: XmlElement): Problem | undefined {
  const number = Number(value.text);
  const whole = Number(textOf(definition, 'precision')) - Number(textOf(definition, 'scale'));
  if (value.text.trim() === '' || Number.isNaN(number)) return problemAt(value, `${field}: bad number ${value.text}`);
  return Math.abs(number) >= 10 ** whole
    ? problemAt(value, `${field}: value outside of valid range on numeric field: ${value.text}`)
    : undefined;
}

function picklistProblem(field: string, definition: XmlElement, value: XmlElement): Problem | undefined {
  const set = childOf(definition, 'valueSet');
  const values = set && childOf(set, 'valueSetDefinition');
  if (!set || !values || textOf(set, 'restricted') !== 'true' || value.text === '') return undefined;
  const known = childrenOf(values, 'value').some((each) => textOf(each, 'fullName') === value.text);
  return known ? undefined : problemAt(value, `${field}: bad value for restricted picklist field: ${value.text}`);
}
