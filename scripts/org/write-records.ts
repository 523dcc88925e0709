import { parseAnswer } from './answer';
import { chunk } from './chunk';
import { classifyAnswer, OrgFailure, passingCodes } from './failure';
import type { RecordWrite, WriteResult } from './org';
import { redact } from './redact';
import type { Transport } from './transport';

type Numbered = { readonly index: number; readonly record: RecordWrite };
type RawResult = { readonly id?: string; readonly success: boolean; readonly errors?: readonly RawError[] };
type RawError = { readonly statusCode?: string; readonly errorCode?: string; readonly message: string };

/** A collection holds 200 records of one sObject and operation; a composite 5 collections (REST API Developer Guide). */
const recordsPerCollection = 200;
const collectionsPerComposite = 5;

/** Writes all records in as few requests as the limits allow; every record has its own result. */
export async function writeRecords(
  transport: Transport,
  apiVersion: string,
  records: readonly RecordWrite[]
): Promise<readonly WriteResult[]> {
  const results: WriteResult[] = [];
  const collections = groupRecords(records).flatMap((group) => chunk(group, recordsPerCollection));
  for (const some of chunk(collections, collectionsPerComposite)) {
    const answered = await postCollections(transport, apiVersion, some);
    some.forEach((collection, at) =>
      collection.forEach(({ index }, row) => (results[index] = answered[at]?.[row] ?? lost))
    );
  }
  return results;
}

const lost: WriteResult = { ok: false, code: 'NO_RESULT', message: 'the org gave no result for this record' };

function groupRecords(records: readonly RecordWrite[]): readonly (readonly Numbered[])[] {
  const groups = new Map<string, Numbered[]>();
  records.forEach((record, index) => {
    const key = `${record.operation} ${record.sobject} ${record.externalId ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), { index, record }]);
  });
  return [...groups.values()];
}

async function postCollections(
  transport: Transport,
  apiVersion: string,
  collections: readonly (readonly Numbered[])[]
): Promise<readonly (readonly WriteResult[])[]> {
  const purpose = `writing ${collections.reduce((sum, { length }) => sum + length, 0)} records`;
  const { text } = await transport.send({
    method: 'POST',
    path: `/services/data/v${apiVersion}/composite`,
    body: JSON.stringify({
      allOrNone: false,
      compositeRequest: collections.map((collection, at) => ({
        method: collection[0]?.record.operation === 'create' ? 'POST' : 'PATCH',
        url: `/services/data/v${apiVersion}/composite/sobjects${externalPath(collection[0]?.record)}`,
        referenceId: `c${at}`,
        body: { allOrNone: false, records: collection.map(({ record }) => toRow(record)) }
      }))
    }),
    effect: 'write',
    purpose
  });
  const { compositeResponse } = parseAnswer<{
    compositeResponse: readonly { referenceId: string; httpStatusCode: number; body: unknown }[];
  }>(text, purpose);
  return collections.map((collection, at) => {
    const answered = compositeResponse.find(({ referenceId }) => referenceId === `c${at}`);
    const rows = (answered?.body ?? []) as readonly (RawResult & RawError)[];
    if (answered !== undefined && answered.httpStatusCode >= 300)
      return collection.map(() => refused(answered.httpStatusCode, rows[0]));
    return collection.map((_, row) => readResult(rows[row]));
  });
}

/** An upsert names the field in its address (REST API Developer Guide, "Upsert Multiple Records with an External ID"). */
function externalPath(record: RecordWrite | undefined): string {
  return record?.externalId === undefined ? '' : `/${record.sobject}/${record.externalId}`;
}

function toRow({ sobject, id, fields }: RecordWrite): Record<string, unknown> {
  return { attributes: { type: sobject }, ...(id === undefined ? {} : { id }), ...fields };
}

function readResult(raw: RawResult | undefined): WriteResult {
  if (raw === undefined) return lost;
  if (raw.success) return { ok: true, id: raw.id ?? '' };
  const [error] = raw.errors ?? [];
  return {
    ok: false,
    code: error?.statusCode ?? 'UNKNOWN',
    message: redact(error?.message ?? 'refused without a reason')
  };
}

/** A whole collection that was turned away: its records were not written, and each says why; otherwise the caller looks again. */
function refused(status: number, error: RawError | undefined): WriteResult {
  const { errorCode = `HTTP_${status}`, message: said = '' } = error ?? {};
  const failureClass = classifyAnswer(status, errorCode, said);
  const message = redact(said);
  switch (failureClass) {
    case 'unavailable':
    case 'session':
    case 'quota':
      throw new OrgFailure(failureClass, errorCode, message, 'writing records');
    case 'busy':
      // A limit of requests at one time passes too, but its code alone does not say so.
      return passingCodes.has(errorCode)
        ? { ok: false, code: errorCode, message }
        : { ok: false, code: 'SERVER_UNAVAILABLE', message: `${errorCode}: ${message}` };
    default:
      return { ok: false, code: errorCode, message };
  }
}
