import { accessibleFieldsOf } from '../access/field-access';
import { mayAccess, type ObjectRight } from '../access/object-access';
import type { WriteContext } from '../records/write-context';
import type { Field, FieldType } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { childRelationshipsOf, sobjectNamed } from '../sobjects/sobjects';

/** The id that stands for an object without record types. */
export const masterRecordType = '012000000000000AAA';

/** What a user sees of an object and of its fields [User Interface API guide, Object Info]. */
export function objectInfo({ org, userId }: WriteContext, sobject: Sobject): Readonly<Record<string, unknown>> {
  const fields = [...accessibleFieldsOf(org, userId, sobject).values()];
  const may = (operation: 'create' | 'update' | 'delete', right: ObjectRight): boolean =>
    sobject.operations.includes(operation) && mayAccess(org, userId, sobject, right);
  return {
    apiName: sobject.name,
    childRelationships: childRelationshipsOf(org, sobject)
      .filter(({ name }) => name !== null)
      .map(({ child, field, name }) => ({
        childObjectApiName: child.name,
        fieldName: field.name,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: name
      })),
    createable: may('create', 'Create'),
    custom: sobject.custom,
    defaultRecordTypeId: masterRecordType,
    deletable: may('delete', 'Delete'),
    dependentFields: {},
    eTag: '',
    feedEnabled: false,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo({ org, userId }, field)])),
    keyPrefix: sobject.keyPrefix,
    label: sobject.label,
    labelPlural: sobject.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: nameFieldsOf(fields),
    queryable: true,
    recordTypeInfos: {
      [masterRecordType]: {
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
        name: 'Master',
        recordTypeId: masterRecordType
      }
    },
    searchable: true,
    themeInfo: null,
    updateable: may('update', 'Edit')
  };
}

/** The fields that name a record of an object. */
export const nameFieldsOf = (fields: readonly Field[]): readonly string[] => {
  const names = fields.map(({ name }) => name);
  if (names.includes('Name')) return ['FirstName', 'LastName', 'Name'].filter((name) => names.includes(name));
  return ['CaseNumber', 'Subject', 'DeveloperName'].filter((name) => names.includes(name)).slice(0, 1);
};

function fieldInfo({ org, userId }: WriteContext, field: Field): Readonly<Record<string, unknown>> {
  const relationship = field.type === 'reference' && field.relationshipName;
  return {
    apiName: field.name,
    calculated: field.calculated,
    compound: false,
    compoundComponentName: null,
    compoundFieldName: null,
    controllerName: null,
    controllingFields: [],
    createable: field.createable,
    custom: field.custom,
    dataType: dataTypes[field.type],
    extraTypeInfo: field.type === 'textarea' ? 'PlainTextArea' : null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: null,
    label: field.label,
    length: field.length,
    maskType: null,
    nameField: field.name === 'Name',
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.flatMap((name) => {
      const target = sobjectNamed(org, name);
      const fields = target ? [...accessibleFieldsOf(org, userId, target).values()] : [];
      return target ? [{ apiName: name, nameFields: nameFieldsOf(fields) }] : [];
    }),
    relationshipName: relationship || null,
    required: !field.nillable && field.type !== 'boolean' && field.createable && field.defaultValue === null,
    scale: field.scale,
    searchPrefilterable: field.type === 'reference',
    sortable: field.sortable,
    unique: field.unique,
    updateable: field.updateable
  };
}

const dataTypes: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  reference: 'Reference',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  complexvalue: 'ComplexValue'
};
