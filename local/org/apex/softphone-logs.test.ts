/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf, type Answer } from '../testing/org-client';

describe('call logs as the softphone saves them', () => {
  let org: RunningOrg;
  let token = '';

  const call = async (path: string, params: object = {}): Promise<Answer['body']> => {
    const { status, body } = await clientOf(org, token).ask('POST', `/__local/apex/${path}`, params);
    assert.equal(status, 200, JSON.stringify(body));
    return body.returnValue;
  };
  const ask = async (method: string, params: object = {}): Promise<Answer['body']> =>
    JSON.parse(String(await call(`SoftphoneLogs/${method}`, params)));
  const task = (more: object = {}): { readonly log: string } => ({
    log: JSON.stringify({ CallKey__c: 'leg-1', Subject: 'Call', Channel__c: 'Phone', ...more })
  });

  before(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
    token = org.accessTokenOf('tom.okafor@example.com');
    const AssigneeId = org.data.rows('User').find(({ Username }) => Username === 'tom.okafor@example.com')?.Id;
    const PermissionSetId = org.data.rows('PermissionSet').find(({ Name }) => Name === 'RingdownAgent')?.Id;
    await clientOf(org).ask('POST', '~/sobjects/PermissionSetAssignment', { AssigneeId, PermissionSetId });
  });
  after(() => org.close());

  it('are created once, and never written over by a second creation', async () => {
    assert.deepEqual((await ask('find', { callKey: 'leg-1' })).records, []);
    const [created] = (await ask('create', task({ TaskSubtype: 'Call' }))).records;
    assert.match(String(created.Id), /^00T/);
    const { errors, records } = await ask('create', task({ Subject: 'Changed', Queue__c: 'Support' }));
    assert.deepEqual([errors[0].code, records], ['DUPLICATE_VALUE', undefined]);
    const found = await ask('find', { callKey: 'leg-1' });
    assert.deepEqual([found.records.length, found.records[0].Id], [1, created.Id]);
    assert.deepEqual([found.records[0].Subject, found.records[0].Queue__c], ['Call', undefined]);
    assert.equal(found.records[0].OwnerId, found.userId);
  });

  it('are completed with what is named, and keep the rest', async () => {
    await ask('complete', { log: JSON.stringify({ CallKey__c: 'leg-1', Queue__c: 'Support' }) });
    const [found] = (await ask('find', { callKey: 'leg-1' })).records;
    assert.deepEqual([found.Subject, found.Queue__c], ['Call', 'Support']);
  });

  it('have parts by their keys', async () => {
    const parts = JSON.stringify([
      { PartKey__c: 'leg-1#0001', CallKey__c: 'leg-1', PartNumber__c: 1, PartCount__c: 1 }
    ]);
    const [first] = (await ask('saveParts', { parts })).records;
    const [again] = (await ask('saveParts', { parts })).records;
    assert.equal(again.Id, first.Id);
  });

  it('say why they are refused, and leave nothing behind', async () => {
    const wrong = await ask('create', task({ CallKey__c: 'leg-2', Channel__c: 'Telegraph' }));
    assert.equal(wrong.errors[0].code, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.deepEqual((await ask('find', { callKey: 'leg-2' })).records, []);
    const { errors } = await ask('called', { recordId: '001000000000001AAA' });
    assert.equal(errors[0].code, 'System.QueryException');
    const { Id } = org.data.insert('Contact', { LastName: 'Lee', DoNotCall: true });
    assert.equal((await ask('called', { recordId: Id })).records[0].DoNotCall, true);
    assert.deepEqual((await ask('called', { recordId: '006000000000001AAA' })).records, []);
  });

  it('go by what components go by', async () => {
    const { userId, timeZone, channels } = await ask('settings');
    assert.match(String(userId), /^005/);
    assert.equal(timeZone, org.data.row('User', String(userId))?.TimeZoneSidKey);
    assert.equal(channels.length, 1);
    assert.deepEqual(channels, await call('PhoneSettings/channels'));
  });
});
