import assert from 'node:assert/strict';
import { postDeploy } from './deploy';
import type { DeployOptions } from './org';
import type { Transport } from './transport';

/** The options that are sent with a deploy. */
async function sentOptions(options: DeployOptions): Promise<Readonly<Record<string, unknown>>> {
  let body = '';
  const transport = {
    send: (request: { readonly body?: unknown }) => {
      body = Buffer.from(request.body as Uint8Array).toString('latin1');
      return Promise.resolve({ text: '{"id":"0Af1"}' });
    },
    requestCount: () => 1
  } as unknown as Transport;
  assert.equal(await postDeploy(transport, '67.0', [{ path: 'package.xml', content: '' }], options), '0Af1');
  const [, json = ''] = /Content-Type: application\/json\r\n\r\n(.*?)\r\n--/s.exec(body) ?? [];
  return (JSON.parse(json) as { deployOptions: Readonly<Record<string, unknown>> }).deployOptions;
}

describe('the options of a deploy', () => {
  it('run no test outside production, Apex or not', async () => {
    for (const apexTests of [undefined, [], ['CallLogsTest']]) {
      const { testLevel, runTests } = await sentOptions({ production: false, ...(apexTests && { apexTests }) });
      assert.deepEqual([testLevel, runTests], ['NoTestRun', undefined]);
    }
  });

  it('say nothing of tests in production without Apex, which refuses NoTestRun', async () => {
    assert.equal(Object.hasOwn(await sentOptions({ production: true }), 'testLevel'), false);
  });

  it('name the tests of the package in production, or run all local ones when it has none', async () => {
    const named = await sentOptions({ production: true, apexTests: ['CallLogsTest'] });
    assert.deepEqual([named['testLevel'], named['runTests']], ['RunSpecifiedTests', ['CallLogsTest']]);
    assert.equal((await sentOptions({ production: true, apexTests: [] }))['testLevel'], 'RunLocalTests');
  });

  it('never commit a part', async () => {
    for (const production of [true, false]) assert.equal((await sentOptions({ production }))['rollbackOnError'], true);
  });
});
