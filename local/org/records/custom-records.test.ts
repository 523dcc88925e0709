/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-call, typescript/no-unsafe-return, typescript/no-unsafe-argument -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { deployCallPackage } from '../testing/call-package';
import { clientOf, type Answer, type OrgClient } from '../testing/org-client';

describe('records of deployed objects', () => {
  let org: RunningOrg;
  let ask: OrgClient['ask'];
  let query: OrgClient['query'];

  beforeEach(async () => {
    org = await startOrg({ kind: 'production' });
    deployCallPackage(org.data);
    ({ ask, query } = clientOf(org));
  });
  afterEach(() => org.close());

  const upsert = (object: string, field: string, key: string, body: object): Promise<Answer> =>
    ask('PATCH', `~/sobjects/${object}/${field}/${encodeURIComponent(key)}`, body);
  const code = ({ body }: Answer): unknown => (Array.isArray(body) ? body[0].errorCode : body);

  it('are described, each with a key prefix that it keeps', async () => {
    const { body } = await ask('GET', '~/sobjects/CallLogPart__c/describe');
    assert.deepEqual([body.custom, body.label, body.createable], [true, 'Part', true]);
    const field = (name: string): { [key: string]: unknown } =>
      body.fields.find((each: { name: string }) => each.name === name);
    assert.deepEqual([field('Name').autoNumber, field('Name').createable], [true, false]);
    assert.deepEqual([field('PartKey__c').unique, field('PartKey__c').caseSensitive], [true, true]);
    assert.equal(field('Text__c').length, 131072);
    const prefixes = (await ask('GET', '~/sobjects')).body.sobjects
      .filter((each: { custom: boolean }) => each.custom)
      .map((each: { keyPrefix: string }) => each.keyPrefix);
    assert.deepEqual([prefixes.length, new Set(prefixes).size], [6, 6]);
    deployCallPackage(org.data);
    assert.equal((await ask('GET', '~/sobjects/CallLogPart__c')).body.objectDescribe.keyPrefix, body.keyPrefix);
    const { records } = await query(
      "SELECT IsCustomSetting FROM EntityDefinition WHERE QualifiedApiName = 'RingdownOrg__c'"
    );
    assert.equal(records[0].IsCustomSetting, true);
  });

  it('are upserted by a key whose case counts, and numbered without gaps or repeats', async () => {
    const first = await upsert('CallLogPart__c', 'PartKey__c', 'K#0001', { PartNumber__c: 1 });
    assert.deepEqual([first.status, first.body.created], [201, true]);
    const again = await upsert('CallLogPart__c', 'PartKey__c', 'K#0001', { PartNumber__c: 1.4 });
    assert.deepEqual([again.status, again.body.id], [200, first.body.id]);
    assert.equal((await upsert('CallLogPart__c', 'PartKey__c', 'k#0001', {})).body.created, true);
    await ask('DELETE', `~/sobjects/CallLogPart__c/${first.body.id}`);
    await ask('POST', '~/sobjects/CallLogPart__c', { PartKey__c: 'Other' });
    const { records } = await query('SELECT Name, PartNumber__c, Owner.Name FROM CallLogPart__c ORDER BY Name');
    assert.deepEqual(
      records.map((each: { Name: string }) => each.Name),
      ['CLP-000002', 'CLP-000003']
    );
    assert.equal(records[0].Owner.Name, 'Ada Morgan');
  });

  it('are refused for values that do not fit', async () => {
    const make = async (fields: object): Promise<unknown> =>
      code(await ask('POST', '~/sobjects/CallLogPart__c', fields));
    await make({ PartKey__c: 'Same' });
    assert.equal(await make({ PartKey__c: 'Same' }), 'DUPLICATE_VALUE');
    assert.equal(await make({ PartKey__c: 'x'.repeat(256) }), 'STRING_TOO_LONG');
    assert.equal(await make({ Text__c: 'x'.repeat(131073) }), 'STRING_TOO_LONG');
    assert.equal(await make({ PartNumber__c: 1234567 }), 'NUMBER_OUTSIDE_VALID_RANGE');
    assert.equal(await make({ Gone__c: 1 }), 'INVALID_FIELD');
    assert.equal(await make({ Name: 'Mine' }), 'INVALID_FIELD_FOR_INSERT_UPDATE');
    const task = async (fields: object): Promise<unknown> => code(await ask('POST', '~/sobjects/Task', fields));
    assert.equal(await task({ Channel__c: 'Fax' }), 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
    assert.equal(await task({ FirstPart__c: org.orgId }), 'FIELD_INTEGRITY_EXCEPTION');
  });

  it('empty the lookups to them when they go, and lose the spaces around a text', async () => {
    const part = await ask('POST', '~/sobjects/CallLogPart__c', { PartKey__c: 'P', Text__c: '  kept inside \n' });
    const task = await ask('POST', '~/sobjects/Task', { FirstPart__c: part.body.id });
    const read = async (): Promise<unknown[]> =>
      (await query(`SELECT FirstPart__r.Text__c FROM Task WHERE Id = '${task.body.id}'`)).records.map(
        (each: { FirstPart__r: { Text__c: string } | null }) => each.FirstPart__r?.Text__c ?? null
      );
    assert.deepEqual(await read(), ['kept inside']);
    await ask('DELETE', `~/sobjects/CallLogPart__c/${part.body.id}`);
    assert.deepEqual(await read(), [null]);
  });

  it('are settings with one row for each owner', async () => {
    const make = (fields: object): Promise<Answer> => ask('POST', '~/sobjects/RingdownOrg__c', fields);
    const { body } = await make({ SetupOwnerId: org.orgId, ConfiguredFor__c: org.orgId });
    assert.equal(code(await make({ SetupOwnerId: org.orgId })), 'DUPLICATE_VALUE');
    assert.equal(code(await make({})), 'REQUIRED_FIELD_MISSING');
    assert.equal((await ask('PATCH', `~/sobjects/RingdownOrg__c/${body.id}`, { ConfiguredFor__c: null })).status, 204);
    const { records } = await query('SELECT Name, SetupOwnerId, ConfiguredFor__c FROM RingdownOrg__c');
    assert.deepEqual([records[0].SetupOwnerId, records[0].ConfiguredFor__c], [org.orgId, null]);
  });

  it('are metadata records that queries read and no client writes', async () => {
    const soql =
      'SELECT DeveloperName, QualifiedApiName, Order__c, IsActive__c, Channels__c FROM Disposition__mdt ORDER BY Order__c';
    const { records } = await query(soql);
    assert.deepEqual(
      records.map((each: Record<string, unknown>) => [each.DeveloperName, each.Order__c, each.IsActive__c]),
      [
        ['Asked', 1, true],
        ['Solved', 2, true],
        ['Old', 3, false]
      ]
    );
    assert.equal((await ask('POST', '~/sobjects/Disposition__mdt', {})).status, 405);
  });

  it('are written many at once by their key, and are the same after the same writes', async () => {
    const records = [1, 2].map((number) => ({
      attributes: { type: 'CallLogPart__c' },
      PartKey__c: `K#${number}`,
      PartNumber__c: number
    }));
    const body = { allOrNone: true, records };
    const first = await ask('PATCH', '~/composite/sobjects/CallLogPart__c/PartKey__c', body);
    assert.deepEqual(
      first.body.map((each: { created: boolean }) => each.created),
      [true, true]
    );
    const second = await ask('PATCH', '~/composite/sobjects/CallLogPart__c/PartKey__c', body);
    assert.deepEqual(
      second.body.map((each: { created: boolean }) => each.created),
      [false, false]
    );
  });
});
