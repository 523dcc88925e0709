import { ApiError, badRequest, notFound } from '../api-error';
import type { Row } from '../org-data';
import type { Sobject, Operation } from '../sobjects/sobject';
import { accessibleFieldsOf } from '../access/field-access';
import { mayAccess } from '../access/object-access';
import { isChangeable, isVisible, visibleRowsOf } from '../access/record-access';
import { fieldsOf, rowOf, rowsOf } from '../sobjects/sobjects';
import { hasPermission } from '../sobjects/user-permission-access';
import { canonicalId } from '../state/salesforce-id';
import { fieldValue } from './field-value';
import { nextAutoNumbers } from './auto-number';
import { forgetReferences } from './delete-references';
import { isSame, recordFields, type Given } from './record-fields';
import { ruleOf } from './rules/rules';
import type { WriteContext } from './write-context';

/** Makes a record and gives its id. */
export function createRecord(context: WriteContext, sobject: Sobject, given: Given): string {
  const { org, userId } = context;
  checkAllowed(context, sobject, 'create');
  const rule = ruleOf(sobject);
  const fields = recordFields(context, sobject, given, undefined);
  checkLock(context, undefined);
  return org.as(userId, () => {
    if (rule?.create) return rule.create(org, userId, fields);
    const extra = rule?.check?.(org, fields, undefined, userId) ?? {};
    const row = org.insert(sobject.name, { ...fields, ...extra, ...nextAutoNumbers(org, sobject) });
    rule?.after?.(org, row, undefined);
    return row.Id;
  });
}

/** Changes the fields that the client sent, and no others. */
export function updateRecord(context: WriteContext, sobject: Sobject, id: string, given: Given): void {
  const { org, userId } = context;
  checkAllowed(context, sobject, 'update');
  const before = existing(context, sobject, id);
  checkChangeable(context, sobject, before);
  const rule = ruleOf(sobject);
  const fields = recordFields(context, sobject, given, before);
  checkLock(context, before.Id);
  org.as(userId, () => {
    if (rule?.update) return rule.update(org, before, fields);
    const extra = rule?.check?.(org, fields, before, userId) ?? {};
    const row = org.update(sobject.name, before.Id, { ...fields, ...extra });
    rule?.after?.(org, row, before);
  });
}

/** Takes a record away, with what belongs to it alone. */
export function deleteRecord(context: WriteContext, sobject: Sobject, id: string): void {
  const { org, userId } = context;
  checkAllowed(context, sobject, 'delete');
  const before = existing(context, sobject, id);
  checkChangeable(context, sobject, before);
  checkLock(context, before.Id);
  org.as(userId, () => {
    const rule = ruleOf(sobject);
    if (rule?.remove) return rule.remove(org, before);
    forgetReferences(context, sobject, before.Id);
    org.remove(sobject.name, before.Id);
  });
}

/** Updates the record that has the value in a field that identifies records, or makes one. */
export function upsertRecord(
  context: WriteContext,
  sobject: Sobject,
  key: { readonly field: string; readonly value: string },
  given: Given
): { readonly id: string; readonly created: boolean } {
  const found = findByKey(context, sobject, key);
  if (found) {
    updateRecord(context, sobject, found.Id, given);
    return { id: found.Id, created: false };
  }
  if (/^id$/i.test(key.field)) throw notFound();
  return { id: createRecord(context, sobject, { ...given, [key.field]: key.value }), created: true };
}

/** The record with this value in an external id or in another field that identifies records. */
export function findByKey(
  context: WriteContext,
  sobject: Sobject,
  key: { readonly field: string; readonly value: string }
): Row | undefined {
  const { org, userId, isSystem } = context;
  const fields = isSystem ? fieldsOf(org, sobject) : accessibleFieldsOf(org, userId, sobject);
  const field = fields.get(key.field.toLowerCase());
  if (!field || !(field.externalId || field.idLookup)) {
    throw new ApiError(
      404,
      'NOT_FOUND',
      `Provided external ID field does not exist or is not accessible: ${key.field}`
    );
  }
  const value = fieldValue(field, key.value);
  const rows = isSystem ? rowsOf(org, sobject, userId) : visibleRowsOf(org, sobject, userId);
  const found = rows.filter((row) => isSame(field, row[field.name] ?? null, value));
  if (found.length > 1)
    throw new ApiError(
      300,
      'DUPLICATE_EXTERNAL_ID',
      `More than one record found for external id field: ${found.map((row) => row.Id).join(', ')}`
    );
  return found[0];
}

/** The record of this id, or the error that the REST API gives. */
export function existing(context: WriteContext, sobject: Sobject, id: string): Row {
  const canonical = canonicalId(id);
  if (!canonical) throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
  const { org, userId, isSystem } = context;
  const row = rowOf(org, sobject, userId, canonical);
  if (!row || (isSystem !== true && !isVisible(org, sobject, userId, row))) throw notFound();
  return row;
}

/** The permission that Setup objects ask of whoever writes them; the others ask for none here. */
const needed: Readonly<Record<string, string>> = {
  User: 'ManageUsers',
  PermissionSetAssignment: 'AssignPermissionSets',
  PermissionSetLicenseAssign: 'AssignPermissionSets',
  PermissionSet: 'ManageProfilesPermissionsets',
  FieldPermissions: 'ManageProfilesPermissionsets',
  ObjectPermissions: 'ManageProfilesPermissionsets',
  PackageInstallRequest: 'CustomizeApplication',
  CallCenter: 'ManageCallCenters',
  CspTrustedSite: 'CustomizeApplication'
};

/** Who may see a record of a private object need not be allowed to change it. */
function checkChangeable({ org, userId, isSystem }: WriteContext, sobject: Sobject, row: Row): void {
  if (isSystem === true || isChangeable(org, sobject, userId, row)) return;
  throw badRequest('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

const rights = { create: 'Create', update: 'Edit', delete: 'Delete' } as const;

function checkAllowed({ org, userId, isSystem }: WriteContext, sobject: Sobject, operation: Operation): void {
  if (!sobject.operations.includes(operation)) {
    throw badRequest('INVALID_TYPE_FOR_OPERATION', `entity type ${sobject.name} does not support ${operation}`);
  }
  if (isSystem !== true && !mayAccess(org, userId, sobject, rights[operation])) {
    const done = { create: 'inserted', update: 'updated', delete: 'deleted' }[operation];
    throw badRequest('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${done}: ${sobject.label}`);
  }
  const permission = needed[sobject.name];
  if (permission && !hasPermission(org, userId, permission)) {
    throw new ApiError(400, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}

function checkLock({ isLocked }: WriteContext, id: string | undefined): void {
  if (isLocked?.(id))
    throw badRequest(
      'UNABLE_TO_LOCK_ROW',
      `unable to obtain exclusive access to this record or 1 records: ${id ?? ''}`
    );
}
