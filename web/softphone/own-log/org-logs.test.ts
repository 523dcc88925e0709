import assert from 'node:assert/strict';
import { LogRefusal, orgLogs, problemOf, type OrgLogs } from './org-logs';

describe('the org as the softphone asks it for logs', () => {
  const userId = '005000000000001AAA';
  let asked: readonly (string | undefined)[];
  const answering = (answer: unknown, ok = true): OrgLogs =>
    orgLogs(
      {
        runApex: (...given) => {
          asked = given.slice(0, 3) as readonly string[];
          const value = { runApex: typeof answer === 'string' ? answer : JSON.stringify(answer) };
          return Promise.resolve(ok ? { ok, value } : { ok, why: 'refused', words: 'Could not load Apex class.' });
        }
      },
      { classPrefix: 'pkg.', fieldPrefix: 'pkg__' },
      userId
    );
  const problem = async (promise: Promise<unknown>) => problemOf(await promise.catch((error: unknown) => error));

  it('is asked by a web service of the package, with its names and values whole', async () => {
    const org = answering({ userId, records: [{ Id: '00T000000000001AAA' }] });
    assert.equal(await org.create({ CallKey__c: 'a&b=c+d/é', Subject: '100 %' }), '00T000000000001AAA');
    assert.deepEqual(asked.slice(0, 2), ['pkg.SoftphoneLogs', 'create']);
    const given = new URLSearchParams(asked[2]).get('log');
    assert.deepEqual(JSON.parse(given ?? ''), { pkg__CallKey__c: 'a&b=c+d/é', Subject: '100 %' });
  });

  it('tells what it has, whether or not it says the namespace', async () => {
    const row = { Id: '00T000000000001AAA', pkg__Queue__c: 'Support', Outcome__c: 'Answered' };
    const found = await answering({ userId: '005000000000001', records: [row] }).find('call-1');
    assert.deepEqual(
      [found?.taskId, found?.value('Queue__c'), found?.value('Outcome__c'), found?.value('WhoId')],
      ['00T000000000001AAA', 'Support', 'Answered', undefined]
    );
    assert.equal(await answering({ userId, records: [] }).find('call-1'), undefined);
  });

  it('says why not, and whether it passes', async () => {
    const refusal = (code: string) =>
      problem(answering({ userId, errors: [{ code, message: 'No.' }] }).create({ CallKey__c: 'a' }));
    assert.deepEqual(await refusal('DUPLICATE_VALUE'), { kind: 'busy', code: 'DUPLICATE_VALUE', message: 'No.' });
    assert.equal((await refusal('UNABLE_TO_LOCK_ROW')).kind, 'busy');
    assert.equal((await refusal('REQUIRED_FIELD_MISSING')).kind, 'refused');
    assert.equal((await refusal('System.QueryException')).kind, 'refused');
    assert.equal((await problem(answering('', false).find('a'))).kind, 'offline');
    assert.equal((await problem(answering('no JSON').find('a'))).kind, 'offline');
    assert.equal((await problem(answering({ userId, records: [{}] }).create({ CallKey__c: 'a' }))).kind, 'busy');
    assert.equal(problemOf(new TypeError('a mistake')).kind, 'refused');
  });

  it('is not asked for another user who signed in meanwhile', async () => {
    const other = answering({ userId: '005000000000002AAA', records: [] });
    assert.equal((await problem(other.find('a'))).kind, 'other-user');
  });

  it('takes parts one by one, and knows persons only where there are some', async () => {
    const part = { PartKey__c: 'a#0001', CallKey__c: 'a', PartNumber__c: 1, PartCount__c: 1, Text__c: 'Long' };
    assert.equal(await answering({ userId, records: [{ Id: 'a01' }] }).saveParts([part]), 'a01');
    assert.match(asked[2] ?? '', /^parts=%5B%7B%22pkg__PartKey__c/);
    const person = { userId, records: [{ Id: '001', PersonContactId: '003' }] };
    assert.equal(await answering(person).personContact('001'), '003');
    const none = { userId, errors: [{ code: 'System.QueryException', message: 'No such column' }] };
    assert.equal(await answering(none).personContact('001'), undefined);
    assert.deepEqual(await answering(person).called('001'), { Id: '001', PersonContactId: '003' });
    assert.deepEqual(asked.slice(1), ['called', 'recordId=001']);
    await assert.rejects(answering('', false).personContact('001'), LogRefusal);
  });
});
