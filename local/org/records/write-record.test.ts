import assert from 'node:assert/strict';
import { ApiError } from '../api-error';
import { setFieldPermission } from '../field-permissions';
import { newState } from '../seed/new-state';
import type { Sobject } from '../sobjects/sobject';
import { sobjectNamed } from '../sobjects/sobjects';
import { openOrg } from '../state/open-org';
import { createRecord, deleteRecord, updateRecord, upsertRecord } from './write-record';

const now = () => new Date('2026-11-21T12:00:00.000Z');

describe('writing a record', () => {
  let org: ReturnType<typeof openOrg>;
  let admin: string;
  const context = () => ({ org, userId: admin });
  const sobject = (name: string): Sobject => {
    const found = sobjectNamed(org, name);
    assert.ok(found);
    return found;
  };
  const create = (name: string, fields: Record<string, unknown>): string =>
    createRecord(context(), sobject(name), fields);
  const update = (name: string, id: string, fields: Record<string, unknown>): void =>
    updateRecord(context(), sobject(name), id, fields);
  const user = (firstName: string): string => String(org.rows('User').find((row) => row.FirstName === firstName)?.Id);
  const refused = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      assert.ok(error instanceof ApiError, String(error));
      return error.errorCode;
    }
    return 'nothing';
  };

  beforeEach(() => {
    org = openOrg(newState({ kind: 'sandbox', now }), now);
    admin = org.rows('User')[0]?.Id ?? '';
  });

  it('refuses what the schema does not take', () => {
    assert.equal(
      refused(() => create('Task', { Nonsense: 1 })),
      'INVALID_FIELD'
    );
    assert.equal(
      refused(() => create('Contact', { FirstName: 'Ann' })),
      'REQUIRED_FIELD_MISSING'
    );
    assert.equal(
      refused(() => create('Task', { CallType: 'Sideways' })),
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    );
    assert.equal(
      refused(() => create('Task', { Subject: 'x'.repeat(256) })),
      'STRING_TOO_LONG'
    );
    assert.equal(
      refused(() => create('Task', { Description: 'x'.repeat(32001) })),
      'STRING_TOO_LONG'
    );
    assert.equal(
      refused(() => create('Task', { IsClosed: true })),
      'INVALID_FIELD_FOR_INSERT_UPDATE'
    );
    assert.equal(
      refused(() => create('Task', { WhoId: 'nonsense' })),
      'MALFORMED_ID'
    );
    assert.equal(
      refused(() => create('Task', { WhoId: admin })),
      'FIELD_INTEGRITY_EXCEPTION'
    );
    assert.equal(
      refused(() => create('Task', { WhoId: '003000000000001AAA' })),
      'INVALID_CROSS_REFERENCE_KEY'
    );
    assert.equal(
      refused(() => create('Contact', { LastName: 'Vance', Email: 'nobody' })),
      'INVALID_EMAIL_ADDRESS'
    );
    assert.equal(
      refused(() => create('Task', { CallDurationInSeconds: 'long' })),
      'JSON_PARSER_ERROR'
    );
  });

  it('keeps what a logged call needs, and computes the rest', () => {
    const id = create('Task', {
      Subject: 'Call',
      TaskSubtype: 'Call',
      Status: 'Completed',
      Description: 'x'.repeat(32000)
    });
    const row = org.row('Task', id);
    assert.deepEqual([row?.IsClosed, row?.OwnerId, row?.Priority, row?.TaskSubtype], [true, admin, 'Normal', 'Call']);
    assert.equal(
      refused(() => update('Task', id, { TaskSubtype: 'Email' })),
      'INVALID_FIELD_FOR_INSERT_UPDATE'
    );
  });

  it('puts a user into a call center that exists', () => {
    const callCenter = create('CallCenter', { Name: 'Support', InternalName: 'Support' });
    update('User', user('Priya'), { CallCenterId: callCenter.slice(0, 15) });
    assert.equal(org.row('User', user('Priya'))?.CallCenterId, callCenter);
    assert.equal(
      refused(() => update('User', user('Tom'), { CallCenterId: '04v000000000001AAA' })),
      'FIELD_INTEGRITY_EXCEPTION'
    );
    assert.equal(
      refused(() => update('User', user('Tom'), { CallCenterId: admin })),
      'FIELD_INTEGRITY_EXCEPTION'
    );
    assert.equal(
      refused(() => update('User', user('Tom'), { CallCenterId: 'Support' })),
      'MALFORMED_ID'
    );
  });

  it('never changes a call center, and never makes one of the same name', () => {
    const id = create('CallCenter', { Name: 'Support', InternalName: 'Support' });
    assert.equal(
      refused(() => update('CallCenter', id, { Name: 'Other' })),
      'INVALID_TYPE_FOR_OPERATION'
    );
    assert.equal(
      refused(() => deleteRecord(context(), sobject('CallCenter'), id)),
      'INVALID_TYPE_FOR_OPERATION'
    );
    assert.equal(
      refused(() => create('CallCenter', { Name: 'Support', InternalName: 'Support' })),
      'DUPLICATE_VALUE'
    );
  });

  it('gives Service Cloud User while there are seats, and to the same user again at no cost', () => {
    const total = org.rows('LocalFeatureLicense').find((row) => row.FeatureType === 'SupportUser');
    org.update('LocalFeatureLicense', total?.Id ?? '', { Total: 2 });
    update('User', user('Priya'), { UserPermissionsSupportUser: true });
    assert.equal(
      refused(() => update('User', user('Tom'), { UserPermissionsSupportUser: true })),
      'LICENSE_LIMIT_EXCEEDED'
    );
    update('User', user('Priya'), { UserPermissionsSupportUser: true, Title: 'Agent' });
    update('User', user('Priya'), { UserPermissionsSupportUser: false });
    update('User', user('Tom'), { UserPermissionsSupportUser: true });
    update('User', user('Omar'), { UserPermissionsSupportUser: true });
    assert.equal(
      refused(() => update('User', user('Omar'), { IsActive: true })),
      'LICENSE_LIMIT_EXCEEDED'
    );
  });

  it('assigns a permission set once, to active users whose licence allows it', () => {
    const set = create('PermissionSet', { Name: 'Agents', Label: 'Agents', PermissionsApiEnabled: true });
    const assign = (id: string): string => create('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: set });
    const assignment = assign(user('Priya'));
    assert.equal(
      refused(() => assign(user('Priya'))),
      'DUPLICATE_VALUE'
    );
    assert.equal(
      refused(() => assign(user('Omar'))),
      'INACTIVE_OWNER_OR_USER'
    );
    assert.equal(
      refused(() => assign(user('Noor'))),
      'FIELD_INTEGRITY_EXCEPTION'
    );
    assert.equal(
      refused(() => deleteRecord(context(), sobject('PermissionSet'), set)),
      'DELETE_FAILED'
    );
    assert.equal(
      refused(() => update('PermissionSetAssignment', assignment, {})),
      'INVALID_TYPE_FOR_OPERATION'
    );
    deleteRecord(context(), sobject('PermissionSetAssignment'), assignment);
    deleteRecord(context(), sobject('PermissionSet'), set);
  });

  it('wants the permission set licence first where a permission set has one', () => {
    const license = org.insert('PermissionSetLicense', {
      DeveloperName: 'Voice',
      MasterLabel: 'Voice',
      TotalLicenses: 1,
      UsedLicenses: 0
    }).Id;
    const set = create('PermissionSet', { Name: 'VoiceAgents', Label: 'Voice Agents', LicenseId: license });
    const assign = (): string => create('PermissionSetAssignment', { AssigneeId: user('Priya'), PermissionSetId: set });
    assert.equal(refused(assign), 'FIELD_INTEGRITY_EXCEPTION');
    create('PermissionSetLicenseAssign', { AssigneeId: user('Priya'), PermissionSetLicenseId: license });
    assign();
    const second = { AssigneeId: user('Tom'), PermissionSetLicenseId: license };
    assert.equal(
      refused(() => create('PermissionSetLicenseAssign', second)),
      'LICENSE_LIMIT_EXCEEDED'
    );
    assert.equal(org.row('PermissionSetLicense', license)?.UsedLicenses, 1);
  });

  it('keeps access to a field as documented: edit needs read, and no access is no row', () => {
    const set = create('PermissionSet', { Name: 'Agents', Label: 'Agents' });
    const type = { ParentId: set, SobjectType: 'Task', Field: 'Task.Type' };
    assert.equal(
      refused(() => create('FieldPermissions', { ...type, PermissionsEdit: true })),
      'FIELD_INTEGRITY_EXCEPTION'
    );
    const id = create('FieldPermissions', { ...type, PermissionsRead: true, PermissionsEdit: true });
    assert.equal(
      refused(() => create('FieldPermissions', { ...type, PermissionsRead: true })),
      'DUPLICATE_VALUE'
    );
    for (const name of ['Subject', 'CallType', 'Nonsense']) {
      assert.notEqual(
        refused(() => create('FieldPermissions', { ...type, Field: `Task.${name}`, PermissionsRead: true })),
        'nothing'
      );
    }
    update('FieldPermissions', id, { PermissionsRead: false, PermissionsEdit: false });
    assert.equal(org.row('FieldPermissions', id), undefined);
  });

  it('copies the access to a shared custom field between tasks and events', () => {
    const set = create('PermissionSet', { Name: 'Agents', Label: 'Agents' });
    const rows = () =>
      org
        .rows('FieldPermissions')
        .filter((row) => row.ParentId === set)
        .map((row) => [row.Field, row.PermissionsEdit]);
    setFieldPermission(org, set, 'Task.Key__c', { read: true, edit: false });
    assert.deepEqual(rows(), [
      ['Task.Key__c', false],
      ['Event.Key__c', false]
    ]);
    setFieldPermission(org, set, 'Event.Key__c', { read: true, edit: true });
    assert.deepEqual(rows(), [
      ['Task.Key__c', true],
      ['Event.Key__c', true]
    ]);
    const before = org.changes();
    setFieldPermission(org, set, 'Task.Key__c', { read: true, edit: true });
    assert.equal(org.changes(), before);
    setFieldPermission(org, set, 'Task.Key__c', { read: false, edit: false });
    assert.deepEqual(rows(), []);
  });

  it('knows the custom fields of Activity on tasks and events', () => {
    const text =
      '<CustomField><fullName>Key__c</fullName><label>Key</label><externalId>true</externalId><length>5</length><type>Text</type></CustomField>';
    const dates = { createdDate: '', lastModifiedDate: '' };
    org.putComponent({
      type: 'CustomField',
      fullName: 'Activity.Key__c',
      id: '00N000000000001AAA',
      files: [{ path: 'objects/Activity.object', text }],
      ...dates
    });
    assert.equal(
      refused(() => create('Task', { Key__c: '123456' })),
      'STRING_TOO_LONG'
    );
    assert.equal(
      upsertRecord(context(), sobject('Task'), { field: 'Key__c', value: '12345' }, { Subject: 'Call' }).created,
      true
    );
    const again = upsertRecord(context(), sobject('Task'), { field: 'Key__c', value: '12345' }, { Subject: 'Changed' });
    assert.deepEqual([again.created, org.row('Task', again.id)?.Subject], [false, 'Changed']);
    create('Event', { Key__c: '12345', ActivityDateTime: '2026-11-21T12:00:00Z', DurationInMinutes: 5 });
    assert.equal(
      refused(() => create('Contact', { LastName: 'Vance', Key__c: '1' })),
      'INVALID_FIELD'
    );
  });

  it('lets only those write Setup records who may', () => {
    const agent = { org, userId: user('Priya') };
    assert.equal(
      refused(() => updateRecord(agent, sobject('User'), user('Tom'), { Title: 'x' })),
      'INSUFFICIENT_ACCESS_OR_READONLY'
    );
    createRecord(agent, sobject('Task'), { Subject: 'Mine' });
  });

  it('refuses a second user of one name', () => {
    assert.equal(
      refused(() => update('User', user('Tom'), { Username: 'priya.raman@example.com.uat' })),
      'DUPLICATE_USERNAME'
    );
  });
});
