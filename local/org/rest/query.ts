import type { ApiResponse } from '../api';
import { badRequest } from '../api-error';
import { runQuery } from '../soql/run-query';
import type { Call } from './call';
import { columnMetadata } from './column-metadata';
import type { Page } from './cursors';

/** `query?q=…`, `queryAll?q=…`, or with `columns=true` what the columns are. */
export function query(call: Call): ApiResponse {
  const soql = call.query.get('q');
  if (!soql) throw badRequest('MALFORMED_QUERY', 'A query string has to be specified');
  const { org, userId, api, base } = call;
  const result = runQuery({ org, userId, soql, api, base });
  if (call.query.get('columns') === 'true') return { status: 200, body: columnMetadata(call, result) };
  const { records, totalSize } = result;
  const extra = api === 'tooling' ? { size: totalSize, entityTypeName: result.sobject.name, queryLocator: null } : {};
  const size = pageSize(call);
  if (records.length <= size) return { status: 200, body: { ...extra, totalSize, done: true, records } };
  const page = call.cursors.read(call.cursors.open(records, size));
  return { status: 200, body: { ...extra, ...pageBody(call, page) } };
}

/** The next page of a query. */
export function queryMore(call: Call, locator = ''): ApiResponse {
  const page = call.cursors.read(locator);
  if (!page) throw badRequest('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return { status: 200, body: pageBody(call, page) };
}

function pageBody(call: Call, page: Page | undefined): Readonly<Record<string, unknown>> {
  const { totalSize = 0, records = [], next } = page ?? {};
  const more = next === undefined ? { done: true } : { done: false, nextRecordsUrl: `${call.base}/query/${next}` };
  return { totalSize, ...more, records };
}

/** 2,000 records, or what the header asks for from 200 to 2,000 [REST API guide, Query Options Header]. */
function pageSize(call: Call): number {
  const [, asked] = /batchSize\s*=\s*(\d+)/i.exec(call.headers['sforce-query-options'] ?? '') ?? [];
  return asked === undefined ? 2000 : Math.min(2000, Math.max(200, Number(asked)));
}
