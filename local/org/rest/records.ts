import type { ApiResponse } from '../api';
import { badRequest, methodNotAllowed, notFound } from '../api-error';
import type { Row } from '../org-data';
import { advanceInstalls } from '../packages/advance-installs';
import { createRecord, deleteRecord, existing, findByKey, updateRecord, upsertRecord } from '../records/write-record';
import { recordAttributes, recordValue } from '../soql/record-value';
import type { Operation, Sobject } from '../sobjects/sobject';
import { accessibleFieldsOf } from '../access/field-access';
import { canonicalId } from '../state/salesforce-id';
import { objectBody, type Call } from './call';
import { sobjectOf } from './describe';

/** `POST sobjects/User`. */
export function postRecord(call: Call, name = ''): ApiResponse {
  const sobject = sobjectOf(call, name);
  checkMethod(sobject, 'create');
  const id = createRecord(call, sobject, objectBody(call));
  const location = `${call.base}/sobjects/${sobject.name}/${id}`;
  return { status: 201, headers: { location }, body: { id, success: true, errors: [] } };
}

/** `GET sobjects/User/005…?fields=Id,Name`. */
export function getRecord(call: Call, name = '', id = ''): ApiResponse {
  const sobject = sobjectOf(call, name);
  if (sobject.name === 'PackageInstallRequest') advanceInstalls(call.org, canonicalId(id));
  return { status: 200, body: wholeRecord(call, sobject, existing(call, sobject, id), call.query.get('fields')) };
}

/** `PATCH sobjects/User/005…`. */
export function patchRecord(call: Call, name = '', id = ''): ApiResponse {
  const sobject = sobjectOf(call, name);
  checkMethod(sobject, 'update');
  updateRecord(call, sobject, id, objectBody(call));
  return { status: 204 };
}

/** `DELETE sobjects/Task/00T…`. */
export function removeRecord(call: Call, name = '', id = ''): ApiResponse {
  const sobject = sobjectOf(call, name);
  checkMethod(sobject, 'delete');
  deleteRecord(call, sobject, id);
  return { status: 204 };
}

/** `sobjects/User/Username/a@b.c` by any method. */
export function recordByKey(call: Call, name = '', field = '', value = ''): ApiResponse {
  const sobject = sobjectOf(call, name);
  const key = { field, value };
  if (call.method === 'PATCH') {
    checkMethod(sobject, 'update');
    const { id, created } = upsertRecord(call, sobject, key, objectBody(call));
    return { status: created ? 201 : 200, body: { id, success: true, errors: [], created } };
  }
  const found = findByKey(call, sobject, key);
  if (!found) throw notFound();
  return call.method === 'DELETE' ? removeRecord(call, name, found.Id) : getRecord(call, name, found.Id);
}

/** A record with all of its fields, or with those named. */
export function wholeRecord(
  call: Call,
  sobject: Sobject,
  row: Row,
  names: string | null
): Readonly<Record<string, unknown>> {
  const known = accessibleFieldsOf(call.org, call.userId, sobject);
  const chosen =
    names === null
      ? [...known.values()]
      : names.split(',').map((each) => {
          const field = known.get(each.trim().toLowerCase());
          if (!field)
            throw badRequest('INVALID_FIELD', `No such column '${each.trim()}' on sobject of type ${sobject.name}`);
          return field;
        });
  const values = chosen.map((field) => [field.name, recordValue(field, row[field.name] ?? null)]);
  return {
    attributes: recordAttributes(sobject.name, call.base, row.Id),
    Id: row.Id,
    ...(Object.fromEntries(values) as Record<string, unknown>)
  };
}

/** Where the address is an sObject's own, what it does not support is a method that is not allowed. */
function checkMethod(sobject: Sobject, operation: Operation): void {
  if (sobject.operations.includes(operation)) return;
  const methods = { create: 'POST', update: 'PATCH', delete: 'DELETE' } as const;
  throw methodNotAllowed(methods[operation], ['GET', ...sobject.operations.map((each) => methods[each])]);
}
