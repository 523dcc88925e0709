import type { ApiRequest, ApiResponse } from '../api';
import { ApiError, badRequest, methodNotAllowed, notFound, restErrorOf } from '../api-error';
import { mayAccess } from '../access/object-access';
import type { Row } from '../org-data';
import { createRecord, deleteRecord, existing, updateRecord } from '../records/write-record';
import type { WriteContext } from '../records/write-context';
import type { Sobject } from '../sobjects/sobject';
import { fieldsOf, findSobject, sobjectOfId } from '../sobjects/sobjects';
import { isOmniFlowsCall, omniFlows } from '../telephony/omni-flows';
import { objectInfo } from './object-info';
import { picklistValues } from './picklist-values';
import { recordFailure } from './record-failure';
import { recordView } from './record-view';

const address = /^(?:\/services\/data\/v\d+\.\d|\/__local)\/ui-api\//;

/** Whether a page of Lightning asks, as its user. */
export const isPagePath = (path: string): boolean => path.startsWith('/__local/ui-api/');

/** Answers `…/ui-api/…`. */
export function answerUiApi(context: WriteContext, request: ApiRequest): ApiResponse {
  try {
    return context.org.transaction(() => dispatch(context, request));
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: [restErrorOf(error)] };
    throw error;
  }
}

function dispatch(context: WriteContext, request: ApiRequest): ApiResponse {
  if (isOmniFlowsCall(request)) return { status: 200, body: omniFlows(context.org) };
  const [resource = '', ...rest] = request.path.replace(address, '').split('/').map(decodeURIComponent);
  if (resource === 'object-info' && rest.length > 0) return objectInfoCall(context, request, rest);
  if (resource === 'records' && rest.length < 2) return recordCall(context, request, rest[0]);
  throw notFound();
}

function objectInfoCall(context: WriteContext, request: ApiRequest, rest: readonly string[]): ApiResponse {
  if (request.method !== 'GET') throw methodNotAllowed(request.method, ['GET']);
  const [name = '', part, recordType, fieldName] = rest;
  const sobject = objectNamed(context, name);
  if (part === undefined) return { status: 200, body: objectInfo(context, sobject) };
  const found =
    part === 'picklist-values' && recordType !== undefined
      ? picklistValues(context, sobject, request.path, fieldName)
      : undefined;
  if (!found) throw notFound();
  return { status: 200, body: found };
}

function recordCall(context: WriteContext, request: ApiRequest, id: string | undefined): ApiResponse {
  switch (`${request.method} ${id === undefined ? 'all' : 'one'}`) {
    case 'GET one': {
      const sobject = sobjectOf(context, id ?? '');
      const row = existing(context, sobject, id ?? '');
      return { status: 200, body: recordView(context, sobject, row, wantedIn(request)) };
    }
    case 'POST all': {
      const { apiName, fields } = bodyOf(request);
      const sobject = objectNamed(context, String(apiName));
      return written('create', () => {
        const made = createRecord(context, sobject, fields);
        return { status: 201, body: whole(context, sobject, existing(context, sobject, made)) };
      });
    }
    case 'PATCH one': {
      const sobject = sobjectOf(context, id ?? '');
      return written('update', () => {
        updateRecord(context, sobject, id ?? '', bodyOf(request).fields);
        return { status: 200, body: whole(context, sobject, existing(context, sobject, id ?? '')) };
      });
    }
    case 'DELETE one':
      deleteRecord(context, sobjectOf(context, id ?? ''), id ?? '');
      return { status: 204 };
    default:
      throw methodNotAllowed(request.method, id === undefined ? ['POST'] : ['GET', 'PATCH', 'DELETE']);
  }
}

/** A refused write is told by field, other than in the REST API. */
function written(operation: 'create' | 'update', work: () => ApiResponse): ApiResponse {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError && error.status === 400) return recordFailure(operation, error);
    throw error;
  }
}

/** What was written, with every field that the user may see. */
const whole = (context: WriteContext, sobject: Sobject, row: Row): Readonly<Record<string, unknown>> =>
  recordView(context, sobject, row, {
    fields: [],
    optionalFields: [...fieldsOf(context.org, sobject).values()].map(({ name }) => `${sobject.name}.${name}`)
  });

function wantedIn({ query }: ApiRequest): { fields: readonly string[]; optionalFields: readonly string[] } {
  const list = (name: string): readonly string[] => (query.get(name) ?? '').split(',').filter(Boolean);
  const wanted = { fields: list('fields'), optionalFields: list('optionalFields') };
  if (wanted.fields.length + wanted.optionalFields.length === 0)
    throw badRequest('MISSING_PARAMETER', 'Either fields, optionalFields or layoutTypes are needed');
  return wanted;
}

function bodyOf(request: ApiRequest): {
  readonly apiName?: unknown;
  readonly fields: Readonly<Record<string, unknown>>;
} {
  try {
    const body = JSON.parse(request.body.toString('utf8')) as { apiName?: unknown; fields?: unknown };
    if (typeof body.fields === 'object' && body.fields !== null)
      return { apiName: body.apiName, fields: body.fields as Readonly<Record<string, unknown>> };
  } catch {
    // Said below.
  }
  throw badRequest('JSON_PARSER_ERROR', 'The body must be an object with fields');
}

function objectNamed({ org, userId }: WriteContext, name: string): Sobject {
  const sobject = findSobject(org, name);
  if (sobject && mayAccess(org, userId, sobject, 'Read')) return sobject;
  throw new ApiError(403, 'INVALID_TYPE', `Object ${name} is not supported in UI API`);
}

function sobjectOf({ org }: WriteContext, id: string): Sobject {
  const sobject = sobjectOfId(org, id);
  if (!sobject) throw notFound();
  return sobject;
}
