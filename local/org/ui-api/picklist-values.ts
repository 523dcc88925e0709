import { accessibleFieldsOf } from '../access/field-access';
import type { WriteContext } from '../records/write-context';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';

type Values = Readonly<Record<string, unknown>>;

/** The values of every picklist of an object that the user sees, or those of one field. */
export function picklistValues(
  { org, userId }: WriteContext,
  sobject: Sobject,
  address: string,
  fieldName: string | undefined
): Values | undefined {
  const fields = [...accessibleFieldsOf(org, userId, sobject).values()].filter(({ type }) => /picklist$/.test(type));
  if (fieldName === undefined) {
    const entries = fields.map((field) => [field.name, valuesOf(field, `${address}/${field.name}`)] as const);
    return { eTag: '', picklistFieldValues: Object.fromEntries(entries) };
  }
  const field = fields.find(({ name }) => name.toLowerCase() === fieldName.toLowerCase());
  return field && valuesOf(field, address);
}

function valuesOf(field: Field, url: string): Values {
  const values = field.values.map((value) => ({ attributes: null, label: value, validFor: [], value }));
  const preset = values.find(({ value }) => value === field.defaultValue) ?? null;
  return { controllerValues: {}, defaultValue: preset, eTag: '', url, values };
}
