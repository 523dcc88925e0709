import type { Value } from '../org-data';

export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'date'
  | 'datetime'
  | 'time'
  | 'email'
  | 'phone'
  | 'url'
  | 'complexvalue';

/** One field of an sObject, as describe tells it. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters; 0 where there is no limit. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly unique: boolean;
  /** Whether two values that differ only in case are different: for uniqueness and for finding by external id. */
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  readonly idLookup: boolean;
  readonly calculated: boolean;
  /** The display format of an auto number, such as `CLP-{000000}`. */
  readonly autoNumber: string | null;
  readonly custom: boolean;
  readonly permissionable: boolean;
  /** Given to a new record that does not set the field. */
  readonly defaultValue: Value;
  readonly values: readonly string[];
  /** Whether only `values` may be stored. */
  readonly restricted: boolean;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  /** The name under which the referenced record lists its children. */
  readonly childRelationship: string | null;
  /** What becomes of this reference when its record goes. */
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade' | null;
};

export type FieldOptions = Partial<Omit<Field, 'name' | 'type'>> & {
  /** Must have a value when a record is made. */
  readonly required?: boolean;
  /** Neither created nor updated by a client. */
  readonly readOnly?: boolean;
};

/** A field of any type, with what is usual for the rest. */
export function field(name: string, type: FieldType, options: FieldOptions = {}): Field {
  const { required = false, readOnly = false, ...rest } = options;
  const long = type === 'textarea' || type === 'complexvalue';
  return {
    name,
    label: labelOf(name),
    type,
    length: lengths[type] ?? 0,
    precision: type === 'double' ? 18 : 0,
    scale: 0,
    nillable: !required && type !== 'boolean',
    createable: !readOnly,
    updateable: !readOnly,
    filterable: !long,
    sortable: !long && type !== 'multipicklist',
    groupable: !long && type !== 'multipicklist' && type !== 'datetime' && type !== 'double',
    unique: false,
    caseSensitive: false,
    externalId: false,
    idLookup: false,
    calculated: false,
    autoNumber: null,
    custom: false,
    permissionable: false,
    defaultValue: type === 'boolean' ? false : null,
    values: [],
    restricted: false,
    referenceTo: [],
    relationshipName: null,
    childRelationship: null,
    deleteConstraint: null,
    ...rest
  };
}

export const text = (name: string, length: number, options: FieldOptions = {}): Field =>
  field(name, 'string', { length, ...options });
export const longText = (name: string, length: number, options: FieldOptions = {}): Field =>
  field(name, 'textarea', { length, ...options });
export const flag = (name: string, options: FieldOptions = {}): Field => field(name, 'boolean', options);
export const whole = (name: string, options: FieldOptions = {}): Field => field(name, 'int', options);
export const moment = (name: string, options: FieldOptions = {}): Field => field(name, 'datetime', options);
export const pick = (name: string, values: readonly string[], options: FieldOptions = {}): Field =>
  field(name, 'picklist', { length: 255, values, ...options });

/** A reference; the relationship is the field's name without its `Id`. */
export const reference = (name: string, referenceTo: string | readonly string[], options: FieldOptions = {}): Field =>
  field(name, 'reference', {
    length: 18,
    referenceTo: typeof referenceTo === 'string' ? [referenceTo] : referenceTo,
    relationshipName: name.endsWith('Id') ? name.slice(0, -2) : null,
    ...options
  });

const lengths: Partial<Record<FieldType, number>> = { id: 18, email: 80, phone: 40, url: 255 };

const labelOf = (name: string): string =>
  name
    .replace(/(?<=\w{2})Id$/, ' ID')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .trim();
