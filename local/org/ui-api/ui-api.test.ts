/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf, type Answer } from '../testing/org-client';

describe('the UI API', () => {
  let org: RunningOrg;
  let agent: string;
  let task: string;

  before(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
    agent = org.accessTokenOf('priya.raman@example.com');
    const AssigneeId = org.data.rows('User').find((row) => row.Username === 'priya.raman@example.com')?.Id;
    const PermissionSetId = org.data.rows('PermissionSet').find((row) => row.Name === 'RingdownAgent')?.Id;
    const admin = clientOf(org);
    await admin.ask('POST', '~/sobjects/PermissionSetAssignment', { AssigneeId, PermissionSetId });
    const contact = org.data.rows('Contact').find((row) => row.Name === 'Elena Petrova')?.Id;
    const fields = { Subject: 'Call', WhoId: contact, Channel__c: 'Phone', Type: 'Call', OwnerId: AssigneeId };
    task = (await admin.ask('POST', '~/sobjects/Task', fields)).body.id;
  });
  after(() => org.close());

  const ask = (path: string, token = agent, method = 'GET', body?: unknown): Promise<Answer> =>
    clientOf(org, token).ask(method, `/__local/ui-api/${path}`, body);

  it('tells which fields of an object the user may see and change', async () => {
    const { body } = await ask('object-info/Task');
    const { CallKey__c, Type, Subject, TaskSubtype, WhoId } = body.fields;
    assert.deepEqual([CallKey__c.updateable, CallKey__c.unique, CallKey__c.dataType], [true, true, 'String']);
    assert.equal(Type, undefined);
    assert.deepEqual([TaskSubtype.createable, TaskSubtype.updateable, Subject.dataType], [true, false, 'ComboBox']);
    assert.deepEqual(WhoId.referenceToInfos[0], { apiName: 'Contact', nameFields: ['FirstName', 'LastName', 'Name'] });
    assert.ok((await ask('object-info/Task', org.accessToken)).body.fields.Type);
    const nobody = org.accessTokenOf('tom.okafor@example.com');
    assert.equal((await ask('object-info/Task', nobody)).body.fields.CallKey__c, undefined);
    assert.equal((await ask('object-info/CallLogPart__c', nobody)).status, 403);
  });

  it('gives the values of picklists', async () => {
    const all = await ask('object-info/Task/picklist-values/012000000000000AAA');
    const values = (each: { values: { value: string }[] }): readonly string[] => each.values.map(({ value }) => value);
    assert.deepEqual(values(all.body.picklistFieldValues.Channel__c), ['Phone', 'Chat', 'Voicemail', 'SMS']);
    const one = await ask('object-info/Task/picklist-values/012000000000000AAA/Channel__c');
    assert.deepEqual(values(one.body), ['Phone', 'Chat', 'Voicemail', 'SMS']);
    assert.equal((await ask('object-info/Task/picklist-values/012000000000000AAA/Subject')).status, 404);
  });

  it('gives a record with the fields that are asked for, through references as well', async () => {
    const { body } = await ask(
      `records/${task}?fields=Task.Subject,Task.Who.Name,Task.Owner.Name&optionalFields=Task.Type`
    );
    assert.equal(body.apiName, 'Task');
    assert.equal(body.fields.Subject.value, 'Call');
    assert.equal(body.fields.Who.value.fields.Name.value, 'Elena Petrova');
    assert.equal(body.fields.Owner.displayValue, 'Priya Raman');
    assert.equal('Type' in body.fields, false);
    assert.equal((await ask(`records/${task}?fields=Task.Type`)).body[0].errorCode, 'INSUFFICIENT_ACCESS');
    assert.equal((await ask(`records/${task}?fields=Task.Gone__c`)).body[0].errorCode, 'INVALID_FIELD');
    assert.equal((await ask('records/00T000000000000AAA?fields=Task.Subject')).status, 404);
  });

  it('writes records and tells by field why not', async () => {
    const made = await ask('records', agent, 'POST', {
      apiName: 'Task',
      fields: { Subject: 'New', Channel__c: 'Chat' }
    });
    assert.deepEqual([made.status, made.body.fields.Channel__c.value], [201, 'Chat']);
    const changed = await ask(`records/${made.body.id}`, agent, 'PATCH', { fields: { Subject: 'Other' } });
    assert.equal(changed.body.fields.Subject.value, 'Other');
    const refused = await ask(`records/${made.body.id}`, agent, 'PATCH', { fields: { Channel__c: 'Fax' } });
    assert.equal(refused.status, 400);
    assert.deepEqual(Object.keys(refused.body.output.fieldErrors), ['Channel__c']);
  });

  it('is for API users where clients ask it, and for every user where a page does', async () => {
    const path = '/services/data/v67.0/ui-api/object-info/Task';
    assert.equal((await clientOf(org, agent).ask('GET', path)).body[0].errorCode, 'API_CURRENTLY_DISABLED');
    assert.equal((await clientOf(org).ask('GET', path)).body.apiName, 'Task');
  });
});
