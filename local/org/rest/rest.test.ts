/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-return, typescript/no-unsafe-call -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { clientOf, type OrgClient } from '../testing/org-client';

describe('the REST API', () => {
  let org: RunningOrg;
  let ask: OrgClient['ask'];
  let query: OrgClient['query'];

  beforeEach(async () => {
    org = await startOrg({ kind: 'production' });
    ({ ask, query } = clientOf(org));
  });
  afterEach(() => org.close());

  const userId = (firstName: string): string =>
    String(org.data.rows('User').find((row) => row.FirstName === firstName)?.Id);
  const soql = (text: string): string => `/services/data/v67.0/query?q=${encodeURIComponent(text)}`;

  it('collapses doubled slashes, tells its versions to anybody, and wants a session for the rest', async () => {
    const versions = await fetch(`${org.url}//services//data`);
    const list = (await versions.json()) as { version: string; url: string; label: string }[];
    assert.deepEqual(list.at(-1), { label: "Summer '26", url: '/services/data/v67.0', version: '67.0' });
    const { status, body } = await clientOf(org, 'nonsense').ask('GET', '~/sobjects/User');
    assert.deepEqual([status, body[0].errorCode], [401, 'INVALID_SESSION_ID']);
    assert.equal((await ask('GET', '/services/data/v99.0/limits')).body[0].errorCode, 'NOT_FOUND');
    assert.equal((await ask('GET', '//services/data/v67.0/limits')).status, 200);
  });

  it('makes, reads, changes and deletes a record', async () => {
    const made = await ask('POST', '~/sobjects/contact', { LastName: 'Vance' });
    assert.deepEqual([made.status, made.body.success, made.body.errors], [201, true, []]);
    const path = `~/sobjects/Contact/${made.body.id}`;
    assert.equal((await ask('PATCH', path, { Phone: '+14155550100' })).status, 204);
    const read = await ask('GET', `${path}?fields=Name,Phone`);
    assert.deepEqual([read.body.Name, read.body.Phone, read.body.Title], ['Vance', '+14155550100', undefined]);
    assert.equal((await ask('DELETE', path)).status, 204);
    assert.deepEqual((await ask('GET', path)).body[0].errorCode, 'NOT_FOUND');
  });

  it('answers with the method that is not allowed for what an sObject does not support', async () => {
    const { body } = await ask('POST', '~/sobjects/CallCenter', { Name: 'Support', InternalName: 'Support' });
    for (const method of ['PATCH', 'DELETE']) {
      const refused = await ask(method, `~/sobjects/CallCenter/${body.id}`, { Name: 'Other' });
      assert.deepEqual([refused.status, refused.body[0].errorCode], [405, 'METHOD_NOT_ALLOWED']);
    }
  });

  it('refuses a body that is no JSON', async () => {
    const { status, body } = await ask('POST', '~/sobjects/Contact', '{');
    assert.deepEqual([status, body[0].errorCode], [400, 'JSON_PARSER_ERROR']);
  });

  it('describes what a permission set may set, and what a picklist takes', async () => {
    const { body } = await ask('GET', '~/sobjects/Task/describe');
    const field = (name: string) => body.fields.find((each: { name: string }) => each.name === name);
    assert.deepEqual([field('Type').permissionable, field('CallType').permissionable], [true, false]);
    assert.deepEqual([field('CallType').restrictedPicklist, field('CallType').picklistValues.length], [true, 3]);
    assert.equal((await ask('GET', '~/sobjects/SourceMember/describe')).status, 404);
    const layouts = await ask('GET', '~/sobjects/Task/describe/layouts');
    assert.deepEqual(
      [layouts.status, layouts.body],
      [404, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]]
    );
  });

  it('gives long results in pages', async () => {
    for (let count = 0; count < 250; count += 1) org.data.insert('Task', { Subject: `Call ${count}` });
    const first = (
      await ask('GET', soql('SELECT Id FROM Task'), undefined, { 'sforce-query-options': 'batchSize=200' })
    ).body;
    assert.deepEqual([first.totalSize, first.done, first.records.length], [250, false, 200]);
    const second = (await ask('GET', first.nextRecordsUrl)).body;
    assert.deepEqual([second.totalSize, second.done, second.records.length], [250, true, 50]);
    assert.equal((await ask('GET', '~/query/01gnonsense-200')).body[0].errorCode, 'INVALID_QUERY_LOCATOR');
    assert.equal((await query('SELECT Id FROM Task')).done, true);
  });

  it('tells the columns of a query', async () => {
    const { body } = await ask(
      'GET',
      `${soql('SELECT Id, Profile.Name, (SELECT Id FROM PermissionSetAssignments) FROM User')}&columns=true`
    );
    const [id, profile, children] = body.columnMetadata;
    assert.deepEqual([body.entityName, body.idSelected, id.columnName], ['User', true, 'Id']);
    assert.deepEqual(
      [profile.columnName, profile.aggregate, profile.joinColumns[0].columnName],
      ['Profile', false, 'Name']
    );
    assert.deepEqual([children.columnName, children.aggregate], ['PermissionSetAssignments', true]);
  });

  describe('collections', () => {
    const users = (...titles: readonly (string | number)[]) =>
      titles.map((Title, place) => ({
        attributes: { type: 'User' },
        id: userId(['Priya', 'Tom'][place] ?? ''),
        Title
      }));

    it('write what is good and tell what is not, record by record', async () => {
      const { status, body } = await ask('PATCH', '~/composite/sobjects', { records: users('Agent', 'x'.repeat(81)) });
      assert.deepEqual(
        [status, body[0].success, body[1].success, body[1].errors[0].statusCode],
        [200, true, false, 'STRING_TOO_LONG']
      );
      assert.equal(org.data.row('User', userId('Priya'))?.Title, 'Agent');
    });

    it('write nothing when one is bad and all were to be written', async () => {
      const before = org.stateHash();
      const { body } = await ask('PATCH', '~/composite/sobjects', {
        allOrNone: true,
        records: users('Agent', 'x'.repeat(81))
      });
      const codes = body.map((result: { errors: { statusCode: string }[] }) => result.errors[0]?.statusCode);
      assert.deepEqual(codes, ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'STRING_TOO_LONG']);
      assert.equal(org.stateHash(), before);
    });

    it('take 200 records and no more', async () => {
      const records = Array.from({ length: 200 }, (_, count) => ({
        attributes: { type: 'Contact' },
        LastName: `Caller ${count}`
      }));
      assert.equal((await ask('POST', '~/composite/sobjects', { records })).body.length, 200);
      const { status, body } = await ask('POST', '~/composite/sobjects', { records: [...records, records[0]] });
      assert.deepEqual([status, body[0].errorCode], [400, 'LIMIT_EXCEEDED']);
    });

    it('do not mix a Setup object with another, and not types in many pieces', async () => {
      const mixed = [...users('Agent'), { attributes: { type: 'PermissionSetAssignment' }, id: userId('Tom') }];
      assert.equal(
        (await ask('PATCH', '~/composite/sobjects', { records: mixed })).body[0].errorCode,
        'MIXED_DML_OPERATION'
      );
      const pieces = Array.from({ length: 12 }, (_, count) => ({
        attributes: { type: count % 2 ? 'Lead' : 'Contact' },
        LastName: 'x',
        Company: 'y'
      }));
      assert.equal(
        (await ask('POST', '~/composite/sobjects', { records: pieces })).body[0].errorCode,
        'LIMIT_EXCEEDED'
      );
    });

    it('are read and deleted by ids', async () => {
      const records = [{ attributes: { type: 'Contact' }, LastName: 'Vance' }];
      const [{ id }] = (await ask('POST', '~/composite/sobjects', { records })).body;
      const read = await ask('GET', `~/composite/sobjects/Contact?ids=${id},003000000000001AAA&fields=LastName`);
      assert.deepEqual([read.body[0].LastName, read.body[1]], ['Vance', null]);
      const gone = await ask('DELETE', `~/composite/sobjects?ids=${id},003000000000001AAA`);
      assert.deepEqual(
        [gone.body[0].success, gone.body[1].errors[0].statusCode],
        [true, 'INVALID_CROSS_REFERENCE_KEY']
      );
    });
  });

  describe('a composite request', () => {
    const make = {
      method: 'POST',
      url: '/services/data/v67.0/sobjects/CallCenter',
      referenceId: 'cc',
      body: { Name: 'Support', InternalName: 'Support' }
    };

    it('uses what earlier subrequests answered, in addresses and in records', async () => {
      const { body } = await ask('POST', '~/composite', {
        compositeRequest: [
          make,
          {
            method: 'GET',
            url: soql("SELECT Id, Name FROM CallCenter WHERE Id = 'THAT'").replace('THAT', '@{cc.id}'),
            referenceId: 'found'
          },
          {
            method: 'PATCH',
            url: '/services/data/v67.0/composite/sobjects',
            referenceId: 'users',
            body: {
              records: [{ attributes: { type: 'User' }, id: userId('Priya'), CallCenterId: '@{found.records[0].Id}' }]
            }
          }
        ]
      });
      assert.deepEqual(
        body.compositeResponse.map((each: { httpStatusCode: number }) => each.httpStatusCode),
        [201, 200, 200]
      );
      assert.equal(org.data.row('User', userId('Priya'))?.CallCenterId, body.compositeResponse[0].body.id);
    });

    it('halts what depends on an answer that did not come', async () => {
      const { body } = await ask('POST', '~/composite', {
        compositeRequest: [
          { method: 'GET', url: soql('SELECT Id FROM CallCenter'), referenceId: 'cc' },
          { method: 'GET', url: '/services/data/v67.0/sobjects/CallCenter/@{cc.records[0].Id}', referenceId: 'one' }
        ]
      });
      const [, second] = body.compositeResponse;
      assert.deepEqual([second.httpStatusCode, second.body[0].errorCode], [400, 'PROCESSING_HALTED']);
    });

    it('takes everything back when one fails and all were to be done', async () => {
      const before = org.stateHash();
      const { body } = await ask('POST', '~/composite', {
        allOrNone: true,
        compositeRequest: [make, { ...make, referenceId: 'again' }]
      });
      const codes = body.compositeResponse.map((each: { body: { errorCode: string }[] }) => each.body[0]?.errorCode);
      assert.deepEqual(codes, ['PROCESSING_HALTED', 'DUPLICATE_VALUE']);
      assert.equal(org.stateHash(), before);
    });

    it('takes 25 subrequests, 5 queries and collections, and each name once', async () => {
      const limits = Array.from({ length: 26 }, (_, count) => ({
        method: 'GET',
        url: '/services/data/v67.0/limits',
        referenceId: `r${count}`
      }));
      const queries = Array.from({ length: 6 }, (_, count) => ({
        method: 'GET',
        url: soql('SELECT Id FROM User'),
        referenceId: `r${count}`
      }));
      const refused = async (compositeRequest: readonly unknown[]) =>
        (await ask('POST', '~/composite', { compositeRequest })).body[0]?.errorCode;
      assert.equal(await refused(limits), 'LIMIT_EXCEEDED');
      assert.equal(await refused(queries), 'LIMIT_EXCEEDED');
      assert.equal(await refused([limits[0], limits[0]]), 'INVALID_INPUT');
      assert.equal(await refused(limits.slice(0, 25)), undefined);
    });

    it('stays within its API', async () => {
      const url = '/services/data/v67.0/tooling/query?q=SELECT+Id+FROM+InstalledSubscriberPackage';
      const compositeRequest = [{ method: 'GET', url, referenceId: 'packages' }];
      assert.equal(
        (await ask('POST', '~/composite', { compositeRequest })).body.compositeResponse[0].httpStatusCode,
        404
      );
      assert.equal(
        (await ask('POST', '~/tooling/composite', { compositeRequest })).body.compositeResponse[0].httpStatusCode,
        200
      );
    });
  });

  describe('a batch', () => {
    it('searches too', async () => {
      const q = encodeURIComponent('FIND {petrov} IN NAME FIELDS RETURNING Contact(Id, Name)');
      const { body } = await ask('POST', '~/composite/batch', {
        batchRequests: [{ method: 'GET', url: `v67.0/search?q=${q}` }]
      });
      assert.deepEqual(
        body.results[0].result.searchRecords.map((each: Record<string, unknown>) => each.Name),
        ['James Petrov']
      );
    });

    it('answers each request by itself, and none of the Tooling API', async () => {
      const { body } = await ask('POST', '~/composite/batch', {
        batchRequests: [
          { method: 'GET', url: 'v67.0/query?q=SELECT+IsSandbox+FROM+Organization' },
          { method: 'GET', url: 'v67.0/tooling/query?q=SELECT+Id+FROM+InstalledSubscriberPackage' },
          { method: 'PATCH', url: `v67.0/sobjects/User/${userId('Priya')}`, richInput: { Title: 'Agent' } }
        ]
      });
      assert.equal(body.hasErrors, true);
      assert.deepEqual(
        body.results.map((each: { statusCode: number }) => each.statusCode),
        [200, 404, 204]
      );
      assert.equal(body.results[0].result.records[0].IsSandbox, false);
    });

    it('stops at the first error when that is asked', async () => {
      const request = { method: 'GET', url: 'v67.0/sobjects/Nonsense' };
      const { body } = await ask('POST', '~/composite/batch', { haltOnError: true, batchRequests: [request, request] });
      assert.deepEqual(
        body.results.map((each: { statusCode: number }) => each.statusCode),
        [404, 412]
      );
    });
  });
});
