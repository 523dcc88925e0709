import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';

describe('records that are loaded at once', () => {
  let org: RunningOrg;
  beforeEach(async () => (org = await startOrg({ kind: 'sandbox' })));
  afterEach(() => org.close());

  const load = async (body: unknown): Promise<readonly [number, string]> => {
    const response = await fetch(`${org.url}/__local/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body)
    });
    return [response.status, await response.text()];
  };
  const fields = ['FirstName', 'LastName', 'Phone'];

  it('are as those that are made alone', async () => {
    const rows = [
      ['Ada', 'Loaded', '+14155550170'],
      [null, 'Alone', null]
    ];
    assert.deepEqual(await load({ sobject: 'contact', fields, rows }), [200, '{"created":2}']);
    const made = org.data.rows('Contact').slice(-2);
    assert.deepEqual(
      made.map(({ Name, Phone }) => [Name, Phone]),
      [
        ['Ada Loaded', '+14155550170'],
        ['Alone', null]
      ]
    );
  });

  it('are refused by the rules of a record, and where a value is missing or nobody knows the object', async () => {
    const statuses: number[] = [];
    for (const body of [
      { sobject: 'Contact', fields, rows: [['Ada', null, null]] },
      { sobject: 'Contact', fields, rows: [['Ada', 'Short']] },
      { sobject: 'Gone__c', fields, rows: [] },
      { sobject: 'Contact', fields }
    ])
      statuses.push((await load(body))[0]);
    assert.deepEqual(statuses, [400, 400, 400, 400]);
    assert.equal(org.data.rows('Contact').filter(({ FirstName }) => FirstName === 'Ada').length, 0);
  });
});
