import type { ApiResponse } from '../api';
import { notFound } from '../api-error';
import type { Field } from '../sobjects/field';
import type { Sobject } from '../sobjects/sobject';
import { accessibleFieldsOf } from '../access/field-access';
import { childRelationshipsOf, findSobject, sobjectsOf } from '../sobjects/sobjects';
import type { Call } from './call';

/** The sObject that an address names. */
export function sobjectOf(call: Call, name: string): Sobject {
  const found = findSobject(call.org, name, call.api);
  if (!found) throw notFound();
  return found;
}

/** `sobjects`: every one that this API answers. */
export function describeGlobal(call: Call): ApiResponse {
  const sobjects = sobjectsOf(call.org)
    .filter((each) => findSobject(call.org, each.name, call.api))
    .map((each) => describeShort(call, each));
  return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
}

/** `sobjects/User`. */
export const describeBasic = (call: Call, name = ''): ApiResponse => ({
  status: 200,
  body: { objectDescribe: describeShort(call, sobjectOf(call, name)), recentItems: [] }
});

/** `sobjects/User/describe`. */
export function describeSobject(call: Call, name = ''): ApiResponse {
  const sobject = sobjectOf(call, name);
  const body = {
    ...describeShort(call, sobject),
    fields: [...accessibleFieldsOf(call.org, call.userId, sobject).values()].map(describeField),
    childRelationships: childRelationshipsOf(call.org, sobject).map(({ child, field, name: relationshipName }) => ({
      cascadeDelete: false,
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName,
      restrictedDelete: false
    })),
    recordTypeInfos: [],
    namedLayoutInfos: [],
    supportedScopes: [{ label: 'Everything', name: 'everything' }]
  };
  return { status: 200, body };
}

function describeShort(call: Call, sobject: Sobject): Readonly<Record<string, unknown>> {
  const own = `${call.base}/sobjects/${sobject.name}`;
  const may = (operation: 'create' | 'update' | 'delete'): boolean => sobject.operations.includes(operation);
  return {
    name: sobject.name,
    label: sobject.label,
    labelPlural: sobject.labelPlural,
    keyPrefix: sobject.keyPrefix,
    activateable: false,
    createable: may('create'),
    custom: sobject.custom,
    customSetting: sobject.customSetting,
    deletable: may('delete'),
    deprecatedAndHidden: false,
    feedEnabled: false,
    layoutable: true,
    mergeable: false,
    queryable: true,
    replicateable: false,
    retrieveable: true,
    searchable: false,
    triggerable: false,
    undeletable: false,
    updateable: may('update'),
    urls: { sobject: own, describe: `${own}/describe`, rowTemplate: `${own}/{ID}` }
  };
}

function describeField(field: Field): Readonly<Record<string, unknown>> {
  const { values, restricted, autoNumber, childRelationship: _child, deleteConstraint: _constraint, ...plain } = field;
  const { nillable } = field;
  return {
    ...plain,
    nillable,
    aggregatable: true,
    autoNumber: autoNumber !== null,
    byteLength: field.length * 3,
    calculatedFormula: null,
    cascadeDelete: field.deleteConstraint === 'Cascade',
    compoundFieldName: null,
    controllerName: null,
    defaultedOnCreate: field.type === 'boolean' || field.defaultValue !== null,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? 9 : 0,
    encrypted: false,
    htmlFormatted: false,
    inlineHelpText: null,
    nameField: field.name === 'Name' || field.name === 'CaseNumber',
    picklistValues: values.map((value) => ({
      active: true,
      defaultValue: field.defaultValue === value,
      label: value,
      validFor: null,
      value
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    restrictedPicklist: restricted,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    soapType: soapTypes[field.type] ?? 'xsd:string',
    writeRequiresMasterRead: false
  };
}

const soapTypes: Readonly<Record<string, string>> = {
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  id: 'tns:ID',
  reference: 'tns:ID'
};
