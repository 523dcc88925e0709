/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-return -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { startOrg, type RunningOrg } from '../start-org';
import { clientOf, type OrgClient } from '../testing/org-client';

describe('faults', () => {
  let org: RunningOrg;
  let ask: OrgClient['ask'];

  beforeEach(async () => {
    org = await startOrg({ kind: 'sandbox' });
    ({ ask } = clientOf(org));
  });
  afterEach(() => org.close());

  const limits = async () => (await ask('GET', '~/limits')).status;
  const make = (LastName: string) => ask('POST', '~/sobjects/Contact', { LastName });
  const code = async (answer: Promise<{ body: { errorCode: string }[] }>) => (await answer).body[0]?.errorCode;

  it('come in order, after some that go well, as often as told', async () => {
    org.faults.add({ match: { path: '*/limits' }, skip: 1, times: 2, fault: { kind: 'status', status: 503 } });
    org.faults.add({ match: {}, times: 1, fault: { kind: 'status', status: 500 } });
    assert.deepEqual([await limits(), await limits(), await limits(), await limits()], [500, 503, 503, 200]);
  });

  it('match by method, path and query', async () => {
    org.faults.add({ match: { method: 'post', path: /sobjects\/Contact$/ }, fault: { kind: 'status', status: 503 } });
    org.faults.add({ match: { soql: '*from Organization*' }, fault: { kind: 'status', status: 502 } });
    const query = (soql: string) => `~/query?q=${encodeURIComponent(soql)}`;
    assert.equal((await make('Vance')).status, 503);
    assert.equal((await ask('GET', query('SELECT Id FROM Organization'))).status, 502);
    assert.equal((await ask('GET', query('SELECT Id FROM User'))).status, 200);
    const batchRequests = [
      { method: 'GET', url: `v67.0/query?q=${encodeURIComponent('SELECT Id FROM Organization')}` }
    ];
    assert.equal((await ask('POST', '~/composite/batch', { batchRequests })).status, 502);
    org.faults.clear();
    assert.equal((await make('Vance')).status, 201);
  });

  it('show a page where JSON was expected', async () => {
    org.faults.add({ match: {}, fault: { kind: 'maintenance-page' } });
    const { status, body } = await ask('GET', '~/limits');
    assert.equal(status, 503);
    assert.match(String(body), /^<!DOCTYPE html>/);
  });

  it('break the connection before anything is done, or when all is done', async () => {
    org.faults.add({ match: {}, times: 1, fault: { kind: 'reset-before' } });
    await assert.rejects(make('Before'));
    org.faults.add({ match: {}, times: 1, fault: { kind: 'reset-after' } });
    await assert.rejects(make('After'));
    assert.deepEqual(
      org.data.rows('Contact').flatMap(({ LastName }) => (/Before|After/.test(String(LastName)) ? LastName : [])),
      ['After']
    );
    assert.deepEqual(
      org.requests.map(({ status }) => status),
      [0, 0]
    );
  });

  it('tell of ended sessions and of both limits', async () => {
    org.faults.add({ match: {}, times: 1, fault: { kind: 'expired-session' } });
    org.faults.add({ match: {}, times: 1, fault: { kind: 'request-limit', which: 'concurrent' } });
    org.faults.add({ match: {}, times: 1, fault: { kind: 'request-limit', which: 'total' } });
    assert.equal(await code(make('Vance')), 'INVALID_SESSION_ID');
    const answers = [await make('Vance'), await make('Vance')];
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body[0].errorCode]),
      Array(2).fill([403, 'REQUEST_LIMIT_EXCEEDED'])
    );
    assert.match(answers[0]?.body[0].message, /^ConcurrentRequests/);
    assert.match(answers[1]?.body[0].message, /^TotalRequests/);
  });

  it('tell SOAP of an ended session in its own way', async () => {
    org.faults.add({ match: {}, fault: { kind: 'expired-session' } });
    const { status, body } = await ask('POST', '/services/Soap/m/67.0', '<x/>');
    assert.equal(status, 500);
    assert.match(String(body), /<faultcode>sf:INVALID_SESSION_ID<\/faultcode>/);
  });

  it('lock single records of a collection, or whatever is written', async () => {
    const [first, second] = [(await make('First')).body.id, (await make('Second')).body.id];
    org.faults.add({ match: {}, times: 1, fault: { kind: 'row-lock', ids: [second] } });
    const records = [first, second].map((id) => ({ attributes: { type: 'Contact' }, id, Title: 'x' }));
    const { body } = await ask('PATCH', '~/composite/sobjects', { records });
    assert.deepEqual([body[0].success, body[1].errors[0].statusCode], [true, 'UNABLE_TO_LOCK_ROW']);
    org.faults.add({ match: {}, times: 1, fault: { kind: 'row-lock' } });
    assert.equal(await code(make('Third')), 'UNABLE_TO_LOCK_ROW');
  });

  it('slow one answer down, as latency slows all', async () => {
    org.faults.add({ match: {}, times: 1, fault: { kind: 'slow', milliseconds: 60 } });
    const took = async () => {
      const start = performance.now();
      await limits();
      return performance.now() - start;
    };
    assert.ok((await took()) >= 55);
    org.changeSettings({ latency: 40 });
    assert.ok((await took()) >= 35);
  });

  it('refuse what is no rule, and forget none of the others', async () => {
    const status = { kind: 'status', status: 503 };
    const wrong = [
      { fault: status },
      { match: {}, fault: { kind: 'earthquake' } },
      { match: {}, fault: { kind: 'status' } },
      { match: {}, fault: { ...status, milliseconds: 1 } },
      { match: { path: '/[/' }, fault: status },
      { match: { url: '*' }, fault: status },
      { match: {}, times: 0, fault: status },
      { match: {}, fault: { kind: 'deploy-failure' } },
      { match: {}, fault: { kind: 'install-in-progress', polls: '2' } },
      'nonsense'
    ];
    for (const rule of wrong) {
      const answer = await ask('POST', '/__local/faults', [{ match: {}, fault: status }, rule]);
      assert.equal(answer.status, 400, JSON.stringify(rule));
      assert.throws(() => org.faults.add(rule as never), { errorCode: 'LOCAL_ORG_INVALID' });
    }
    assert.equal((await ask('POST', '/__local/faults', '{')).status, 400);
    assert.match((await ask('POST', '/__local/faults', wrong[0])).body.error, /match/);
    assert.equal(await limits(), 200);
  });

  it('change only settings that there are', async () => {
    const before = (await ask('GET', '/__local/settings')).body;
    for (const wrong of [{ polls: 1 }, { deployPolls: '1' }, { installPolls: 0 }, { apiVersions: [66] }, []])
      assert.equal((await ask('PATCH', '/__local/settings', wrong)).status, 400, JSON.stringify(wrong));
    assert.deepEqual((await ask('GET', '/__local/settings')).body, before);
    assert.equal((await ask('POST', '/__local/reset', { kind: 'moon' })).status, 400);
  });

  it('are told over HTTP as well, by whoever holds the token', async () => {
    const rule = { match: { path: '/limits$/' }, times: 1, fault: { kind: 'status', status: 503 } };
    assert.equal((await ask('POST', '/__local/faults', rule)).status, 204);
    assert.deepEqual([await limits(), await limits()], [503, 200]);
    assert.equal((await ask('PATCH', '/__local/settings', { installPolls: 4 })).body.installPolls, 4);
    assert.equal(org.data.settings.installPolls, 4);
    const requests = (await ask('GET', '/__local/requests')).body;
    assert.deepEqual(requests, [
      { method: 'GET', path: '/services/data/v67.0/limits', query: {}, status: 503 },
      { method: 'GET', path: '/services/data/v67.0/limits', query: {}, status: 200 }
    ]);
    assert.equal((await ask('GET', '/__local/state-hash')).body.stateHash, org.stateHash());
    assert.equal((await clientOf(org, 'nobody').ask('GET', '/__local/requests')).status, 401);
  });

  it('are gone after a reset, with all that was made', async () => {
    await make('Vance');
    org.faults.add({ match: {}, fault: { kind: 'status', status: 503 } });
    assert.equal((await ask('POST', '/__local/reset', {})).status, 204);
    assert.equal(await limits(), 200);
    assert.equal(
      org.data.rows('Contact').some((row) => row.LastName === 'Vance'),
      false
    );
  });
});
