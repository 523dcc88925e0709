import type { Row } from '../org-data';
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
  settingOf(context, settingNamed(context, object), [context.org.orgId]);

/** `X__c.getInstance()`: the user's own row, with what it leaves empty from the profile's and then from the org's. */
export function instance(context: ApexContext, object: string): Setting {
  const { org, userId } = context;
  const profile = String(org.row('User', userId)?.ProfileId);
  return settingOf(context, settingNamed(context, object), [userId, profile, org.orgId]);
}

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

/** The row of the first owner; its empty fields come from the rows of the others. A check box is never empty in a row. */
function settingOf({ org }: ApexContext, sobject: Sobject, owners: readonly string[]): Setting {
  const rows = owners.map((owner) => org.rows(sobject.name).find((row) => row.SetupOwnerId === owner));
  const custom = [...fieldsOf(org, sobject).values()].filter((field) => field.custom);
  const values = custom.map((field) => {
    const holder = rows.find((row): row is Row => (row?.[field.name] ?? null) !== null);
    return [field.name, recordValue({ ...field, type: holder ? field.type : 'string' }, holder?.[field.name] ?? null)];
  });
  const [own] = rows;
  return apexRecord({
    ...(own ? { Id: own.Id, Name: own.Name } : {}),
    SetupOwnerId: owners[0],
    ...(Object.fromEntries(values) as Setting)
  });
}
