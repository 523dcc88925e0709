import { recordValue } from '../soql/record-value';
import { createRecord, updateRecord } from '../records/write-record';
import { findSobject, fieldsOf } from '../sobjects/sobjects';
import type { Sobject } from '../sobjects/sobject';
import { ApexException } from './apex-exception';
import { named, type ApexContext } from './apex-method';
import { apexRecord } from './apex-record';
import { dmlException } from './dml-exception';

type Setting = Readonly<Record<string, unknown>>;

/** `X__c.getOrgDefaults()`: the org's own row, or an empty one that names the org [Apex reference, Custom Settings Methods]. */
export const orgDefaults = (context: ApexContext, object: string): Setting =>
  valuesOf(context, object, context.org.orgId) ?? apexRecord({ SetupOwnerId: context.org.orgId });

/** `X__c.getValues(UserInfo.getUserId())`: what the user's own row says, with nothing from the profile's or the org's. */
export const ownValues = (context: ApexContext, object: string): Setting | undefined =>
  valuesOf(context, object, context.userId);

/** `upsert as system row`: by its Id, or a new row. */
export function upsertAsSystem(context: ApexContext, object: string, row: Setting): Setting {
  const system: ApexContext = { ...context, isSystem: true };
  const sobject = settingNamed(context, object);
  const { Id, SetupOwnerId, ...fields } = row;
  try {
    if (typeof Id === 'string') updateRecord(system, sobject, Id, fields);
    const id = typeof Id === 'string' ? Id : createRecord(system, sobject, { SetupOwnerId, ...fields });
    return { ...row, Id: id };
  } catch (error) {
    throw dmlException('Upsert', 0, typeof Id === 'string' ? Id : undefined, error);
  }
}

function settingNamed(context: ApexContext, object: string): Sobject {
  const name = named(context, object);
  const sobject = findSobject(context.org, name);
  if (!sobject?.customSetting) throw new ApexException('System.TypeException', `Invalid type: ${name}`);
  return sobject;
}

function valuesOf(context: ApexContext, object: string, owner: string): Setting | undefined {
  const { org } = context;
  const sobject = settingNamed(context, object);
  const row = org.rows(sobject.name).find(({ SetupOwnerId }) => SetupOwnerId === owner);
  if (!row) return undefined;
  const custom = [...fieldsOf(org, sobject).values()].filter((field) => field.custom);
  const values = custom.map((field) => [field.name, recordValue(field, row[field.name] ?? null)] as const);
  return apexRecord({ Id: row.Id, Name: row.Name, SetupOwnerId: owner, ...Object.fromEntries(values) });
}
