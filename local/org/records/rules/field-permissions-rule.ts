import { badRequest } from '../../api-error';
import { setFieldPermission } from '../../field-permissions';
import type { Fields, Row } from '../../org-data';
import { findSobject, fieldsOf } from '../../sobjects/sobjects';
import type { LocalOrg } from '../../state/state';
import type { Rule } from './rule';

/** Access to fields: edit needs read, no access means no row, and tasks and events share theirs. */
export const fieldPermissionsRule: Rule = {
  create: (org, _userId, fields) => {
    const [parentId, field] = [String(fields.ParentId), String(fields.Field)];
    checkField(org, fields);
    const row = (): Row | undefined =>
      org.rows('FieldPermissions').find((each) => each.ParentId === parentId && each.Field === field);
    const before = row();
    if (before) {
      throw badRequest(
        'DUPLICATE_VALUE',
        `duplicate value found: <unknown> duplicates value on record with id: ${before.Id}`
      );
    }
    setFieldPermission(org, parentId, field, accessOf(fields));
    const made = row();
    if (!made)
      throw badRequest('FIELD_INTEGRITY_EXCEPTION', 'You must grant at least Read to a field permission', [
        'PermissionsRead'
      ]);
    return made.Id;
  },
  update: (org, before, fields) =>
    setFieldPermission(org, String(before.ParentId), String(before.Field), accessOf({ ...before, ...fields })),
  remove: (org, before) =>
    setFieldPermission(org, String(before.ParentId), String(before.Field), { read: false, edit: false })
};

function accessOf(fields: Fields): { readonly read: boolean; readonly edit: boolean } {
  const access = { read: fields.PermissionsRead === true, edit: fields.PermissionsEdit === true };
  if (access.edit && !access.read) {
    throw badRequest('FIELD_INTEGRITY_EXCEPTION', 'Permission Edit depends on permission(s): Read', [
      'PermissionsEdit'
    ]);
  }
  return access;
}

/** Shared fields are spelled `Task.X__c` or `Event.X__c`; `Activity.X__c` is unknown here. */
function checkField(org: LocalOrg, { SobjectType, Field }: Fields): void {
  const [object = '', name = ''] = String(Field).split('.');
  const sobject = findSobject(org, object);
  const field = sobject && fieldsOf(org, sobject).get(name.toLowerCase());
  if (!field || object !== SobjectType) {
    throw badRequest(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `Field Name: bad value for restricted picklist field: ${String(Field)}`,
      ['Field']
    );
  }
  if (!field.permissionable) {
    throw badRequest('FIELD_INTEGRITY_EXCEPTION', `Field Name: access to ${String(Field)} can't be set`, ['Field']);
  }
}
