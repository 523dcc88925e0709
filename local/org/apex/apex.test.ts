/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-call -- answers are looked at as they come */
import assert from 'node:assert/strict';
import type { Fault } from '../faults/fault-rule';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf, type Answer } from '../testing/org-client';

type Told = Readonly<Record<string, unknown>>;

describe('Apex, as a component calls it', () => {
  let org: RunningOrg;
  const tokens = new Map<string, string>();

  const apex = async (name: string, action: string, params: object = {}): Promise<Answer> =>
    clientOf(org, name === 'admin' ? org.accessToken : tokens.get(name)).ask('POST', `/__local/apex/${action}`, params);
  const value = async (name: string, action: string, params: object = {}): Promise<Answer['body']> => {
    const { status, body } = await apex(name, action, params);
    assert.equal(status, 200, JSON.stringify(body));
    return body.returnValue;
  };
  const error = async (
    name: string,
    action: string,
    params: object = {}
  ): Promise<{ type: string; message: string }> => {
    const { status, body } = await apex(name, action, params);
    assert.equal(status, 400, JSON.stringify(body));
    return { type: body.exceptionType, message: body.message };
  };

  const dmlError = async (
    name: string,
    action: string,
    params: object = {}
  ): Promise<{ code: string; message: string }> => {
    const { status, body } = await apex(name, action, params);
    assert.equal(status, 500, JSON.stringify(body));
    const { pageErrors, ...rest } = body;
    assert.deepEqual(rest, { fieldErrors: {}, index: null, duplicateResults: [] });
    assert.equal(pageErrors.length, 1);
    return { code: pageErrors[0].statusCode, message: pageErrors[0].message };
  };

  before(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
    for (const name of ['priya.raman', 'tom.okafor', 'grace.obrien', 'lena.fischer'])
      tokens.set(name, org.accessTokenOf(`${name}@example.com`));
    const assign = async (user: string, set: string): Promise<void> => {
      const AssigneeId = org.data.rows('User').find((row) => row.Username === `${user}@example.com`)?.Id;
      const PermissionSetId = org.data.rows('PermissionSet').find((row) => row.Name === set)?.Id;
      await clientOf(org).ask('POST', '~/sobjects/PermissionSetAssignment', { AssigneeId, PermissionSetId });
    };
    const admin = clientOf(org);
    const access = await admin.ask('POST', '~/sobjects/PermissionSet', { Name: 'Access', Label: 'Access' });
    const type = { SobjectType: 'Task', Field: 'Task.Type', PermissionsRead: true, PermissionsEdit: true };
    await admin.ask('POST', '~/sobjects/FieldPermissions', { ParentId: access.body.id, ...type });
    await assign('priya.raman', 'Access');
    await assign('priya.raman', 'RingdownAgent');
    await assign('tom.okafor', 'RingdownAgent');
    await assign('grace.obrien', 'RingdownSupervisor');
  });
  beforeEach(() => org.faults.clear());
  after(() => org.close());

  const log = (callKey: string, more: object = {}): object => ({
    sobjectType: 'Task',
    CallKey__c: callKey,
    Subject: 'Call',
    Channel__c: 'Phone',
    StartedAt__c: '2026-11-21T10:00:00.000Z',
    ...more
  });

  it('saves a log once, however often it is sent, and finds it by its key in its exact case', async () => {
    const [first] = await value('priya.raman', 'CallLogs/save', { logs: [log('Call-1', { TaskSubtype: 'Call' })] });
    const [second] = await value('priya.raman', 'CallLogs/save', { logs: [log('Call-1', { Subject: 'Changed' })] });
    assert.equal(second.Id, first.Id);
    assert.deepEqual(await value('priya.raman', 'CallLogs/find', { callKeys: ['Call-1', 'call-1', 'other'] }), [
      { Id: first.Id, CallKey__c: 'Call-1' }
    ]);
    const [read] = await value('priya.raman', 'CallLogs/read', { taskId: first.Id });
    assert.equal(read.Subject, 'Changed');
    assert.equal(read.StartedAt__c, '2026-11-21T10:00:00.000Z');
    assert.equal(read.Owner.Name, 'Priya Raman');
    assert.equal('Queue__c' in read, false);
    assert.equal((await value('priya.raman', 'CallLogs/save', { logs: [log('call-1')] }))[0].Id === first.Id, false);
  });

  it('tells the softphone by what an org may know its rep: also what the profile may hide, and nobody else’s', async () => {
    const tom = org.data.rows('User').find(({ Username }) => Username === 'tom.okafor@example.com');
    const told = async (): Promise<Told> => JSON.parse(await value('tom.okafor', 'PhoneUser/current')) as Told;
    const { userId, userName, email, federationId } = await told();
    assert.deepEqual([userId, userName, email], [tom?.Id, tom?.Username, tom?.Email]);
    assert.equal(federationId, null);
    await clientOf(org).ask('PATCH', `~/sobjects/User/${String(tom?.Id)}`, { FederationIdentifier: 'Tom-17' });
    assert.equal((await told()).federationId, 'Tom-17');
  });

  it('refuses to change the subtype of a log', async () => {
    const { code } = await dmlError('priya.raman', 'CallLogs/save', { logs: [log('Call-1', { TaskSubtype: 'Call' })] });
    assert.equal(code, 'INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  it('saves all logs or none', async () => {
    const { code } = await dmlError('priya.raman', 'CallLogs/save', {
      logs: [log('Call-2'), log('Call-3', { Channel__c: 'Fax' })]
    });
    assert.equal(code, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.deepEqual(await value('priya.raman', 'CallLogs/find', { callKeys: ['Call-2', 'Call-3'] }), []);
    const twice = await dmlError('priya.raman', 'CallLogs/save', { logs: [log('Call-4'), log('Call-4')] });
    assert.equal(twice.code, 'DUPLICATE_VALUE');
    const { type: heap } = await error('priya.raman', 'CallLogs/save', {
      logs: [log('Call-5', { Description: 'x'.repeat(6_000_000) })]
    });
    assert.equal(heap, 'System.LimitException');
    const long = await dmlError('priya.raman', 'CallLogs/save', { logs: [log('x'.repeat(256))] });
    assert.equal(long.code, 'STRING_TOO_LONG');
  });

  it('lists what a rep has not linked, the newest first, until a save by its key links it', async () => {
    const { body } = await clientOf(org).ask('POST', '~/sobjects/Contact', { LastName: 'Caller' });
    const [older] = await value('tom.okafor', 'CallLogs/save', { logs: [log('Open-1')] });
    const [newer] = await value('tom.okafor', 'CallLogs/save', {
      logs: [log('Open-2'), log('Of-x', { WhoId: body.id })]
    });
    await value('tom.okafor', 'CallLogs/save', {
      logs: [{ sobjectType: 'Task', CallKey__c: 'Open-1:follow-up', Subject: 'Send the invoice' }]
    });
    await value('priya.raman', 'CallLogs/save', { logs: [log('Open-3')] });
    const unlinked = async (most: number): Promise<unknown> =>
      (await value('tom.okafor', 'CallLogs/unlinked', { most })).map(({ Id }: Told) => Id);
    const both = await unlinked(10);
    assert.deepEqual(new Set(both as string[]), new Set([older.Id, newer.Id]));
    assert.deepEqual(await unlinked(1), (both as string[]).slice(0, 1));
    const link = { sobjectType: 'Task', CallKey__c: 'Open-1', WhoId: body.id };
    assert.equal((await value('tom.okafor', 'CallLogs/save', { logs: [link] }))[0].Id, older.Id);
    assert.deepEqual(await unlinked(10), [newer.Id]);
  });

  it('gives the calls of a record, those of other makers too, newest first and filtered', async () => {
    const { body } = await clientOf(org).ask('POST', '~/sobjects/Contact', { LastName: 'Caller' });
    await value('priya.raman', 'CallLogs/save', { logs: [log('Of-1', { WhoId: body.id, Direction__c: 'Inbound' })] });
    await value('priya.raman', 'CallLogs/save', { logs: [log('Of-2', { WhoId: body.id, Channel__c: 'Chat' })] });
    const plain = { Subject: 'A vendor logged it', WhoId: body.id, CallType: 'Outbound' };
    await clientOf(org).ask('POST', '~/sobjects/Task', plain);
    await clientOf(org).ask('POST', '~/sobjects/Task', { Subject: 'No call', WhoId: body.id });
    const page = { recordId: body.id, channels: [], directions: [], pageSize: 10, offset: 0 };
    const keys = async (filter: object): Promise<unknown> =>
      (await value('priya.raman', 'CallLogs/ofRecord', { ...page, ...filter })).map(
        (each: { CallKey__c?: string; Subject: string }) => each.CallKey__c ?? each.Subject
      );
    assert.deepEqual(await keys({}), ['A vendor logged it', 'Of-2', 'Of-1']);
    assert.deepEqual(await keys({ pageSize: 1, offset: 1 }), ['Of-2']);
    assert.deepEqual(await keys({ channels: ['Phone', 'SMS'] }), ['A vendor logged it', 'Of-1']);
    assert.deepEqual(await keys({ channels: ['SMS'] }), []);
    assert.deepEqual(await keys({ directions: ['Inbound'] }), ['Of-1']);
    assert.deepEqual(await keys({ channels: ['Phone'], directions: ['Outbound'] }), ['A vendor logged it']);
  });

  it('keeps the parts of a text in order, for their owner and who sees all of them', async () => {
    const parts = [1, 2, 3].map((PartNumber__c) => ({
      sobjectType: 'CallLogPart__c',
      PartKey__c: `Call-1#000${PartNumber__c}`,
      CallKey__c: 'Call-1',
      PartNumber__c,
      PartCount__c: 3,
      Text__c: `part ${PartNumber__c}`
    }));
    await value('priya.raman', 'CallLogParts/save', { parts: [...parts].reverse() });
    const texts = async (name: string, afterPart: number): Promise<unknown> =>
      (await value(name, 'CallLogParts/read', { callKey: 'Call-1', afterPart, pageSize: 2 })).map(
        (each: { Text__c: string }) => each.Text__c
      );
    assert.deepEqual(await texts('priya.raman', 0), ['part 1', 'part 2']);
    assert.deepEqual(await texts('grace.obrien', 2), ['part 3']);
    assert.deepEqual(await texts('tom.okafor', 0), []);
    const { code } = await dmlError('tom.okafor', 'CallLogParts/save', { parts: parts.slice(0, 1) });
    assert.equal(code, 'DUPLICATE_VALUE');
    const seen = await dmlError('grace.obrien', 'CallLogParts/save', { parts: parts.slice(0, 1) });
    assert.equal(seen.code, 'INSUFFICIENT_ACCESS_OR_READONLY');
    assert.equal(await value('grace.obrien', 'CallLogParts/removeAfter', { callKey: 'Call-1', lastPart: 0 }), null);
    await value('priya.raman', 'CallLogParts/removeAfter', { callKey: 'Call-1', lastPart: 1 });
    assert.deepEqual(await texts('priya.raman', 0), ['part 1']);
  });

  it('runs for who may run it, and never beyond the fields that the user may see', async () => {
    const { message } = await error('lena.fischer', 'CallLogs/find', { callKeys: [] });
    assert.match(message, /access to the Apex class/);
    const closed = await dmlError('tom.okafor', 'CallLogs/save', { logs: [log('Typed', { Type: 'Call' })] });
    assert.deepEqual(closed, { code: 'FIELD_INTEGRITY_EXCEPTION', message: 'Type is not accessible' });
    const [untyped] = await value('tom.okafor', 'CallLogs/save', { logs: [log('Untyped')] });
    assert.match(untyped.Id, /^00T/);
    // Nothing that he may not see is asked for: Task.Type is closed to him.
    assert.deepEqual(await value('tom.okafor', 'CallLogs/read', { taskId: '00T000000000001' }), []);
  });

  it('gives active settings in their order', async () => {
    const found = await value('priya.raman', 'PhoneSettings/dispositions');
    assert.deepEqual(
      found.map((each: { MasterLabel: string }) => each.MasterLabel),
      ['Asked', 'Solved']
    );
    assert.equal(found[0].RequiresNotes__c, false);
  });

  it("answers a rep's preferences by row: their own, their profile's and their org's", async () => {
    assert.deepEqual(await value('priya.raman', 'RepPreferences/mine'), []);
    const admin = clientOf(org);
    const profile = org.data.rows('User').find(({ Username }) => String(Username).startsWith('priya.raman'))?.ProfileId;
    await admin.ask('POST', '~/sobjects/RepPreference__c', { SetupOwnerId: org.orgId, RingSound__c: 'off' });
    await admin.ask('POST', '~/sobjects/RepPreference__c', { SetupOwnerId: profile, RingSound__c: 'on' });
    await value('tom.okafor', 'RepPreferences/save', { autoLogin: false, ringSound: null, messageSound: null });
    const told: readonly Told[] = await value('priya.raman', 'RepPreferences/mine');
    assert.deepEqual(
      told.map(({ SetupOwnerId, RingSound__c }) => [SetupOwnerId, RingSound__c]).sort(),
      [
        [org.orgId, 'off'],
        [profile, 'on']
      ].sort()
    );
  });

  it('writes into the own row only what a rep chose, so that the rest follows the org', async () => {
    const first = { autoLogin: false, ringSound: null, messageSound: null };
    const saved: Told = await value('priya.raman', 'RepPreferences/save', first);
    const second = { autoLogin: true, ringSound: true, messageSound: null };
    const again: Told = await value('priya.raman', 'RepPreferences/save', second);
    assert.deepEqual([saved.AutoLogin__c, saved.RingSound__c ?? null], ['off', null]);
    assert.equal(again.Id, saved.Id);
    const told: readonly Told[] = await value('priya.raman', 'RepPreferences/mine');
    assert.equal(told.find(({ SetupOwnerId }) => SetupOwnerId === org.orgId)?.RingSound__c, 'off');
    const own = told.find(({ Id }) => Id === saved.Id);
    assert.deepEqual([own?.AutoLogin__c, own?.RingSound__c, own?.MessageSound__c ?? null], ['on', 'on', null]);
  });

  it('says for which org the package was configured, and who pops and logs in it', async () => {
    assert.deepEqual(await value('priya.raman', 'RingdownOrgs/current'), { SetupOwnerId: org.orgId });
    const row = { SetupOwnerId: org.orgId, ConfiguredFor__c: org.orgId, PopsAndLogs__c: 'Vendor' };
    await clientOf(org).ask('POST', '~/sobjects/RingdownOrg__c', row);
    const { ConfiguredFor__c, PopsAndLogs__c } = await value('priya.raman', 'RingdownOrgs/current');
    assert.deepEqual([ConfiguredFor__c, PopsAndLogs__c], [org.orgId, 'Vendor']);
  });

  it('fails when the org does: rows locked, limits reached, session over, connection lost before or after the work', async () => {
    const path = '/__local/apex/CallLogs/save';
    const once = (fault: Fault): void => org.faults.add({ match: { path }, times: 1, fault });
    const save = (callKey: string): Promise<Answer> => apex('priya.raman', 'CallLogs/save', { logs: [log(callKey)] });

    once({ kind: 'row-lock' });
    assert.equal((await save('F-1')).body.pageErrors[0].statusCode, 'UNABLE_TO_LOCK_ROW');
    once({ kind: 'request-limit', which: 'total' });
    assert.equal((await save('F-1')).body[0].errorCode, 'REQUEST_LIMIT_EXCEEDED');
    once({ kind: 'expired-session' });
    const expired = await save('F-1');
    assert.deepEqual([expired.status, expired.body[0].errorCode], [401, 'INVALID_SESSION_ID']);
    once({ kind: 'reset-before' });
    await assert.rejects(save('F-1'));
    assert.deepEqual(await value('priya.raman', 'CallLogs/find', { callKeys: ['F-1'] }), []);
    once({ kind: 'reset-after' });
    await assert.rejects(save('F-1'));
    assert.equal((await value('priya.raman', 'CallLogs/find', { callKeys: ['F-1'] })).length, 1);
    assert.equal((await save('F-1')).status, 200);
    assert.equal((await value('priya.raman', 'CallLogs/find', { callKeys: ['F-1'] })).length, 1);
  });

  it('knows no class that is not deployed, and no argument of a wrong type', async () => {
    assert.match((await error('admin', 'SetupHealth/agents')).message, /Unable to find/);
    assert.match((await error('admin', 'CallLogs/nothing')).message, /Unable to find/);
    assert.match(
      (await error('admin', 'CallLogs/find', { callKeys: 'one' })).message,
      /invalid for action parameter 'callKeys'/
    );
  });
});
