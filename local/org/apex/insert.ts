import { createRecord } from '../records/write-record';
import { findSobject } from '../sobjects/sobjects';
import { ApexException } from './apex-exception';
import { named, type ApexContext } from './apex-method';
import { dmlException } from './dml-exception';
import { checkAccess, echoed, fieldsIn } from './upsert';

type Given = Readonly<Record<string, unknown>>;

/** `insert as user records`: all of them or none; gives the records with their ids. */
export function insertAsUser(context: ApexContext, object: string, sent: readonly unknown[]): readonly Given[] {
  const sobject = findSobject(context.org, named(context, object));
  if (!sobject) throw new ApexException('System.TypeException', `Invalid type: ${named(context, object)}`);
  const records = sent.map((record) => fieldsIn(context, sobject, record as Given));
  return records.map((record, row) => {
    try {
      checkAccess(context, sobject, record, 'Create');
      return { ...echoed(sobject, context, record), Id: createRecord(context, sobject, record) };
    } catch (error) {
      throw dmlException('Insert', row, undefined, error);
    }
  });
}
