import type { ApiResponse } from '../api';
import { ApiError, badRequest, recordErrorOf } from '../api-error';
import { isVisible } from '../access/record-access';
import { createRecord, deleteRecord, updateRecord, upsertRecord } from '../records/write-record';
import type { Sobject } from '../sobjects/sobject';
import { findSobject, rowOf, sobjectOfId } from '../sobjects/sobjects';
import { canonicalId } from '../state/salesforce-id';
import { listIn, objectBody, type Call } from './call';
import { sobjectOf } from './describe';
import { wholeRecord } from './records';

type Given = Readonly<Record<string, unknown>>;
type Result = Readonly<Record<string, unknown>>;

/** The most records of one collection [REST API guide, sObject Collections]. */
const mostRecords = 200;
/** The most changes from one type to another, plus one [REST API guide, sObject Collections]. */
const mostChunks = 10;

/** `POST composite/sobjects`. */
export const postCollection = (call: Call): ApiResponse =>
  writeAll(call, recordsIn(call), (record) => ({ id: createRecord(call, typeOf(call, record), record) }));

/** `PATCH composite/sobjects`. */
export const patchCollection = (call: Call): ApiResponse =>
  writeAll(call, recordsIn(call), (record) => {
    const id = idOf(record.id ?? record.Id);
    updateRecord(call, typeOf(call, record), id, record);
    return { id };
  });

/** `PATCH composite/sobjects/Contact/External__c`. */
export const upsertCollection = (call: Call, name = '', field = ''): ApiResponse => {
  const sobject = sobjectOf(call, name);
  return writeAll(call, recordsIn(call), (record) => {
    const value = Object.entries(record).find(([key]) => key.toLowerCase() === field.toLowerCase())?.[1];
    if (value === undefined) throw badRequest('MISSING_ARGUMENT', `${field} not specified`);
    const { [field]: _key, ...rest } = record;
    return upsertRecord(call, sobject, { field, value: String(value) }, rest);
  });
};

/** `DELETE composite/sobjects?ids=…&allOrNone=true`. */
export function deleteCollection(call: Call): ApiResponse {
  const ids = (call.query.get('ids') ?? '').split(',').filter(Boolean);
  checkCount(ids.length);
  return writeAll(call, ids, (given) => {
    const id = idOf(given);
    const sobject = sobjectOfId(call.org, id);
    if (!sobject) throw badRequest('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    deleteRecord(call, sobject, id);
    return { id };
  });
}

/** `GET composite/sobjects/User?ids=…&fields=…`, or the same in the body of a POST. */
export function readCollection(call: Call, name = ''): ApiResponse {
  const sobject = sobjectOf(call, name);
  const body: Given = call.method === 'POST' ? objectBody(call) : {};
  const ids = Array.isArray(body.ids) ? body.ids.map(String) : (call.query.get('ids') ?? '').split(',').filter(Boolean);
  const fields = Array.isArray(body.fields) ? body.fields.join(',') : (call.query.get('fields') ?? '');
  const records = ids.map((id) => {
    const row = rowOf(call.org, sobject, call.userId, canonicalId(id) ?? '');
    return row && isVisible(call.org, sobject, call.userId, row) ? wholeRecord(call, sobject, row, fields) : null;
  });
  return { status: 200, body: records };
}

/** Writes record after record; with allOrNone one failure takes all of them back. */
function writeAll<Item>(call: Call, items: readonly Item[], write: (item: Item) => Result): ApiResponse {
  const allOrNone =
    call.method === 'DELETE' ? call.query.get('allOrNone') === 'true' : objectBody(call).allOrNone === true;
  const attempt = (): readonly Result[] => items.map((item) => writeOne(call, () => write(item)));
  if (!allOrNone) return { status: 200, body: attempt() };
  let results: readonly Result[] = [];
  const failed = new Error('A record of the collection failed');
  try {
    call.org.transaction(() => {
      results = attempt();
      if (results.some(({ success }) => success === false)) throw failed;
    });
  } catch (error) {
    if (error !== failed) throw error;
    results = results.map((result) => (result.success === true ? { success: false, errors: [rolledBack] } : result));
  }
  return { status: 200, body: results };
}

function writeOne(call: Call, write: () => Result): Result {
  try {
    return { ...call.org.transaction(write), success: true, errors: [] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // By id, a record that is not there is one error among the others.
    const known =
      error.status === 404 ? badRequest('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id') : error;
    return { success: false, errors: [recordErrorOf(known)] };
  }
}

const rolledBack = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: []
};

function recordsIn(call: Call): readonly Given[] {
  const records = listIn(objectBody(call), 'records');
  checkCount(records.length);
  const types = records.map((record) => attributesType(record) ?? '');
  const chunks = types.filter((type, place) => type !== types[place - 1]).length;
  if (chunks > mostChunks) {
    const message = `Cannot have more than ${mostChunks} chunks in a single operation. Please rearrange the data to reduce chunking.`;
    throw badRequest('LIMIT_EXCEEDED', message);
  }
  const setup = types.find((type) => findSobject(call.org, type, call.api)?.setup);
  if (setup !== undefined && new Set(types).size > 1) {
    throw badRequest(
      'MIXED_DML_OPERATION',
      `Records of ${setup}, which belongs to Setup, can't be combined with records of another type in one request`
    );
  }
  return records;
}

function checkCount(count: number): void {
  if (count > mostRecords) throw badRequest('LIMIT_EXCEEDED', `record batch size cannot exceed ${mostRecords} records`);
}

function typeOf(call: Call, record: Given): Sobject {
  const name = attributesType(record);
  if (name === undefined) throw badRequest('INVALID_TYPE', 'The attributes of the record have no type');
  const found = findSobject(call.org, name, call.api);
  if (!found) throw badRequest('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  return found;
}

const attributesType = (record: Given): string | undefined => {
  const attributes = record.attributes as { readonly type?: unknown } | undefined;
  return typeof attributes?.type === 'string' ? attributes.type : undefined;
};

function idOf(given: unknown): string {
  if (given === undefined || given === null) throw badRequest('MISSING_ARGUMENT', 'Id not specified in an update call');
  const id = canonicalId(String(given));
  if (!id) throw badRequest('MALFORMED_ID', `bad id ${String(given)}`);
  return id;
}
