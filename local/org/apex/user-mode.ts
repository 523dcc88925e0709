import { ApiError } from '../api-error';
import { mayAccess } from '../access/object-access';
import { deleteRecord } from '../records/write-record';
import { parseSosl } from '../search/parse-sosl';
import { runSearch } from '../search/run-search';
import { runQuery } from '../soql/run-query';
import { findSobject } from '../sobjects/sobjects';
import { ApexException } from './apex-exception';
import { named, type ApexContext } from './apex-method';
import { apexRecord } from './apex-record';
import { bound, type Binds } from './bind';
import { dmlException } from './dml-exception';

type ApexRecord = Readonly<Record<string, unknown>>;

/** `[SELECT … WITH USER_MODE]`: the records that the user may see, or all in a context of system mode, with `:name` from the binds. */
export function query(context: ApexContext, soql: string, binds: Binds = {}): readonly ApexRecord[] {
  const text = bound(named(context, soql), binds);
  try {
    const { records } = runQuery({ ...context, soql: text, api: 'data', base: '' });
    return records.map(apexRecord);
  } catch (error) {
    throw readException('System.QueryException', error);
  }
}

/** `[FIND :term … WITH USER_MODE]`: a list of records for each object. */
export function search(context: ApexContext, sosl: string, term: string): readonly (readonly ApexRecord[])[] {
  try {
    const parsed = parseSosl(named(context, sosl));
    return runSearch({ ...context, base: '' }, { ...parsed, term }).map((records) => records.map(apexRecord));
  } catch (error) {
    throw readException('System.SearchException', error);
  }
}

/** `delete as user`: all of the records or none. */
export function deleteAsUser(context: ApexContext, object: string, records: readonly ApexRecord[]): void {
  const sobject = findSobject(context.org, named(context, object));
  if (!sobject) throw new ApexException('System.TypeException', `Invalid type: ${named(context, object)}`);
  if (records.length > 0 && !mayAccess(context.org, context.userId, sobject, 'Delete'))
    throw new ApexException('System.DmlException', `Access to entity '${sobject.name}' denied`);
  records.forEach((record, row) => {
    try {
      deleteRecord(context, sobject, String(record.Id));
    } catch (error) {
      throw dmlException('Delete', row, String(record.Id), error);
    }
  });
}

/** A refused query in Apex has the last lines of what REST says, without the place in the text. */
function readException(type: string, error: unknown): unknown {
  if (!(error instanceof ApiError)) return error;
  const [, said = error.message] = /ERROR at Row:\d+:Column:\d+\n([\s\S]*)$/.exec(error.message) ?? [];
  return new ApexException(type, said);
}
