import assert from 'node:assert/strict';
import type { Answer } from '../resources/question';
import { askData } from './ask-data';
import { askMetadata } from './ask-metadata';
import { askTooling } from './ask-tooling';
import { postDeploy } from './deploy';
import { readDeploy } from './deploy-status';
import { OrgFailure } from './failure';
import { findInstalls, postInstall } from './install';
import type { Transport, TransportRequest } from './transport';
import { writeRecords } from './write-records';

/** Gives these texts one after another, as a transport that repeats nothing. */
function answering(...texts: readonly (string | object)[]): Transport & { readonly sent: TransportRequest[] } {
  const left = [...texts];
  const sent: TransportRequest[] = [];
  return {
    sent,
    requestCount: () => sent.length,
    send: (request) => {
      sent.push(request);
      const next = left.shift() ?? '';
      if (next instanceof Error) return Promise.reject(next);
      const text = typeof next === 'string' ? next : JSON.stringify(next);
      return new Promise((resolve) => {
        request.accept?.(text);
        resolve({ status: 200, text });
      });
    }
  };
}

const version = '67.0';
const withCode = (code: string) => (error: unknown) => error instanceof OrgFailure && error.code === code;
const packageId = '04ti0000000XzquAAC';

describe('answers of an org', () => {
  it('without an id leave open what a deploy or an install came to', async () => {
    await assert.rejects(postDeploy(answering({}), version, [], { production: false }), withCode('NO_ID'));
    const order = { packageVersionId: packageId, securityType: 'None' } as const;
    await assert.rejects(
      postInstall(answering('null'), version, order, () => undefined),
      withCode('NO_ID')
    );
    await assert.rejects(
      postInstall(answering('{"id":"0H'), version, order, () => undefined),
      withCode('UNREADABLE_ANSWER')
    );
  });

  it('find the installs of one version among the newest, whichever form the id has', async () => {
    const row = (Id: string, key: string) => ({ Id, Status: 'SUCCESS', SubscriberPackageVersionKey: key });
    const transport = answering({ records: [row('0Hf1', packageId.slice(0, 15)), row('0Hf2', '04tA0000000PygjIAC')] });
    assert.deepEqual(
      (await findInstalls(transport, version, packageId)).map(({ id }) => id),
      ['0Hf1']
    );
  });

  it('about a query keep its installation key to themselves', async () => {
    const key = "it's sesame";
    const body = [{ errorCode: 'MALFORMED_QUERY', message: "tionKey = 'it\\'s sesame' ^ it's sesame" }];
    const transport = answering({ compositeResponse: [{ referenceId: 'q0', httpStatusCode: 400, body }] });
    const soql = `SELECT Id FROM SubscriberPackageVersion WHERE InstallationKey = '{{installation-key:${packageId}}}'`;
    const [[, answer] = []] = await askTooling(transport, version, [{ id: 'a', via: 'tooling', soql }], () => key);
    assert.ok(!JSON.stringify(answer).includes('sesame'), JSON.stringify(answer));
  });

  it('that could not be given now fail the whole batch, so that it is asked again', async () => {
    const result = [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }];
    const busy = answering({ results: [{ statusCode: 503, result }] });
    const question = { id: 'a', via: 'data', soql: 'SELECT Id FROM User' } as const;
    await assert.rejects(askData(busy, version, [question]), withCode('SERVER_UNAVAILABLE'));
  });

  it('whose cursor was dropped are asked for once more from the first page', async () => {
    const transport = answering(
      { results: [{ statusCode: 200, result: { records: [{ Id: '1' }], nextRecordsUrl: '/more' } }] },
      new OrgFailure('refused', 'INVALID_QUERY_LOCATOR', 'invalid query locator', 'reading'),
      { records: [{ Id: '1' }], nextRecordsUrl: '/again' },
      { records: [{ Id: '2' }] }
    );
    const question = { id: 'a', via: 'data', soql: 'SELECT Id FROM User' } as const;
    const [[, answer] = []] = await askData(transport, version, [question]);
    assert.deepEqual(answer, { ok: true, records: [{ Id: '1' }, { Id: '2' }] } satisfies Answer);
  });

  it('to a collection that came at a busy time say so for each record', async () => {
    const body = [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }];
    const transport = answering({ compositeResponse: [{ referenceId: 'c0', httpStatusCode: 503, body }] });
    const [result] = await writeRecords(transport, version, [{ operation: 'create', sobject: 'User', fields: {} }]);
    assert.deepEqual(result, { ok: false, code: 'SERVER_UNAVAILABLE', message: 'busy' });
  });

  it('in SOAP may be a refusal, hold a name as CDATA, or be cut short', async () => {
    const question = { id: 'a', via: 'metadata', type: 'CallCenter', fullNames: ['A'] } as const;
    const refused = new OrgFailure('refused', 'INSUFFICIENT_ACCESS', 'no', 'reading');
    assert.equal((await askMetadata(answering(refused), version, question)).ok, false);
    const xml = '<a><records><fullName><![CDATA[A]]></fullName></records></a>';
    const answer = await askMetadata(answering(xml), version, question);
    assert.deepEqual(answer.ok && answer.records.map(({ fullName }) => fullName), ['A']);
    await assert.rejects(askMetadata(answering(xml.slice(0, 40)), version, question), withCode('UNREADABLE_ANSWER'));
  });
});

describe('the status of a deploy', () => {
  const ended = { status: 'Failed', done: true, success: false };
  const read = (deployResult: object) => readDeploy(answering({ deployResult }), version, '0Af1');

  it('names the Apex test that failed, in a list or alone', async () => {
    const failure = { name: 'SomeTest', methodName: 'works', message: 'Assertion failed' };
    for (const failures of [failure, [failure]]) {
      const details = { componentFailures: null, componentSuccesses: null, runTestResult: { failures } };
      const [first] = (await read({ ...ended, details })).failures;
      assert.deepEqual([first?.fullName, first?.problem], ['SomeTest.works', 'Assertion failed']);
    }
  });

  it('says how it ended when the org says nothing else', async () => {
    const { errorMessage } = await read({ ...ended, status: 'Canceled', details: null });
    assert.ok(errorMessage?.includes('Canceled'));
  });
});
