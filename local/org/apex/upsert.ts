import { badRequest } from '../api-error';
import { accessibleFieldsOf } from '../access/field-access';
import { mayAccess } from '../access/object-access';
import { createRecord, findByKey, updateRecord } from '../records/write-record';
import type { Sobject } from '../sobjects/sobject';
import { fieldsOf, findSobject } from '../sobjects/sobjects';
import { ApexException } from './apex-exception';
import { named, type ApexContext } from './apex-method';
import { dmlException } from './dml-exception';

type Given = Readonly<Record<string, unknown>>;

/** `upsert as user records Key__c`: all of them or none; gives the records with their ids. */
export function upsertAsUser(context: ApexContext, object: string, key: string, sent: unknown): readonly Given[] {
  const sobject = findSobject(context.org, named(context, object));
  if (!sobject) throw new ApexException('System.TypeException', `Invalid type: ${named(context, object)}`);
  const keyField = named(context, key);
  const records = (Array.isArray(sent) ? sent : []).map((record: Given) => fieldsIn(context, sobject, record));
  const keys = new Set<string>();
  return records.map((record, row) => {
    let id: string | undefined;
    try {
      const value = record[keyField];
      if (typeof value !== 'string' || value === '') throw badRequest('MISSING_ARGUMENT', `${keyField} not specified`);
      if (keys.has(value)) throw badRequest('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [keyField]);
      keys.add(value);
      const found = findByKey(context, sobject, { field: keyField, value });
      id = found?.Id;
      checkAccess(context, sobject, record, found ? 'Edit' : 'Create');
      const { [keyField]: _key, ...others } = record;
      if (found) updateRecord(context, sobject, found.Id, others);
      else id = createRecord(context, sobject, record);
      return { ...echoed(sobject, context, record), Id: id ?? '' };
    } catch (error) {
      throw dmlException('Upsert', row, id, error);
    }
  });
}

/**
 * The fields of a record by their full names. No document says that those of a package may come without its namespace, so
 * they are refused.
 */
export function fieldsIn({ org }: ApexContext, sobject: Sobject, record: Given): Given {
  const known = fieldsOf(org, sobject);
  const entries = Object.entries(record).flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (/^(sobjectType|attributes|Id)$/i.test(name)) return [];
    const field = known.get(name.toLowerCase());
    if (!field)
      throw new ApexException('System.JSONException', `No such column '${name}' on sobject of type ${sobject.name}`);
    return [[field.name, value]];
  });
  return Object.fromEntries(entries);
}

/** A record as it comes back from the method that got it: without empty fields, times as Apex writes them. */
export function echoed(sobject: Sobject, { org }: ApexContext, record: Given): Given {
  const known = fieldsOf(org, sobject);
  const entries = Object.entries(record).flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (value === null || value === undefined) return [];
    const isMoment = known.get(name.toLowerCase())?.type === 'datetime' && typeof value === 'string';
    return [[name, isMoment ? new Date(value).toISOString() : value]];
  });
  return Object.fromEntries(entries);
}

/** User mode checks object permissions and field-level security first, and names the object only. */
export function checkAccess(context: ApexContext, sobject: Sobject, record: Given, right: 'Edit' | 'Create'): void {
  const { org, userId } = context;
  if (!mayAccess(org, userId, sobject, right))
    throw new ApexException('System.DmlException', `Access to entity '${sobject.name}' denied`);
  const [all, mine] = [fieldsOf(org, sobject), accessibleFieldsOf(org, userId, sobject)];
  const can = right === 'Edit' ? 'updateable' : 'createable';
  const closed = Object.keys(record).filter((name) => {
    const key = name.toLowerCase();
    return all.get(key)?.[can] === true && mine.get(key)?.[can] !== true;
  });
  if (closed.length === 0) return;
  throw new ApexException(
    'System.DmlException',
    `Operation failed due to fields being inaccessible on Sobject ${sobject.name}, check errors on Exception or Result!`,
    closed.map((name) => ({ statusCode: 'FIELD_INTEGRITY_EXCEPTION', message: `${name} is not accessible` }))
  );
}
