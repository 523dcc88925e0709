import assert from 'node:assert/strict';
import type { ApiRequest, ApiResponse } from '../../api';
import { memoryOrg } from '../testing/memory-org';
import { packageXml, zipOf } from '../testing/package-zip-of';
import { openCtiFile } from '../testing/sample-call-center';
import { metadataApi } from '../metadata-api';

type Body = { id: string; deployOptions: Record<string, unknown>; deployResult: Record<string, unknown> };

describe('deployRequest', () => {
  const org = memoryOrg();
  const path = '/services/data/v67.0/metadata/deployRequest';
  const zip = zipOf({
    'package.xml': packageXml({ CallCenter: ['Support'] }),
    'callCenters/Support.callCenter': openCtiFile()
  });

  function call(
    method: string,
    below: string,
    body: Buffer | object = Buffer.alloc(0),
    contentType = 'application/json'
  ): ApiResponse {
    const [name = '', query = ''] = `${path}${below}`.split('?');
    const request: ApiRequest = {
      method,
      path: name,
      query: new URLSearchParams(query),
      headers: { 'content-type': contentType },
      body: body instanceof Buffer ? body : Buffer.from(JSON.stringify(body)),
      origin: 'http://127.0.0.1:1'
    };
    return metadataApi(request, org, { userId: org.rows('User')[0]?.Id ?? '' }) ?? assert.fail('not answered');
  }

  function deploy(options: object, part = 'json'): ApiResponse {
    const head = (name: string, more: string): string =>
      `--edge\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(`${head(part, '')}${JSON.stringify({ deployOptions: options })}\r\n`),
      Buffer.from(head('file', '; filename="deploy.zip"')),
      zip,
      Buffer.from('\r\n--edge--\r\n')
    ]);
    return call('POST', '', body, 'multipart/form-data; boundary="edge"');
  }

  it('accepts the zip with the options in a part of either name', () => {
    for (const part of ['json', 'entity_content']) {
      const answer = deploy({ singlePackage: true, checkOnly: true }, part);
      const body = answer.body as Body;
      assert.equal(answer.status, 201);
      assert.equal(body.deployResult.status, 'Pending');
      assert.equal(body.deployOptions.checkOnly, true);
    }
  });

  it('tells the details only when asked, in JSON types', () => {
    const { id } = deploy({ singlePackage: true, checkOnly: true }).body as Body;
    assert.equal((call('GET', `/${id}`).body as Body).deployResult.details, undefined);
    const { deployResult } = call('GET', `/${id}?includeDetails=true`).body as Body;
    assert.deepEqual([deployResult.done, deployResult.success, deployResult.numberComponentsDeployed], [true, true, 1]);
    const { componentSuccesses, componentFailures } = deployResult.details as Record<string, Record<string, unknown>[]>;
    assert.deepEqual(
      componentSuccesses?.map((row) => [row.fullName, row.componentType, row.created]),
      [
        ['Support', 'CallCenter', true],
        ['package.xml', '', false]
      ]
    );
    assert.deepEqual(componentFailures, []);
  });

  it('cancels', () => {
    const { id } = deploy({ singlePackage: true }).body as Body;
    const answer = call('PATCH', `/${id}`, { deployResult: { status: 'Canceling' } });
    assert.deepEqual([answer.status, (answer.body as Body).deployResult.status], [202, 'Canceling']);
    assert.equal((call('GET', `/${id}`).body as Body).deployResult.status, 'Canceled');
  });

  it('deploys a validation, named in the body or in the path', () => {
    for (const inBody of [true, false]) {
      const { id } = deploy({ singlePackage: true, checkOnly: true }).body as Body;
      call('GET', `/${id}`);
      const answer = inBody ? call('POST', '', { validatedDeployRequestId: id }) : call('POST', `/${id}`);
      assert.equal(answer.status, 201);
      assert.notEqual((answer.body as Body).id, id);
      assert.equal((call('GET', `/${(answer.body as Body).id}`).body as Body).deployResult.success, true);
    }
    assert.equal(org.rows('CallCenter').length, 1);
  });

  it('answers what it cannot do with the status and code of an error', () => {
    const codeOf = (answer: ApiResponse): unknown => [
      answer.status,
      (answer.body as { errorCode: string }[])[0]?.errorCode
    ];
    assert.deepEqual(codeOf(call('GET', '/0Af000000000000AAA')), [404, 'NOT_FOUND']);
    assert.deepEqual(codeOf(call('POST', '', {})), [400, 'JSON_PARSER_ERROR']);
    assert.deepEqual(codeOf(call('POST', '', { validatedDeployRequestId: '0Af000000000000AAA' })), [
      400,
      'INVALID_ID_FIELD'
    ]);
    assert.deepEqual(codeOf(deploy({ testLevel: 'AllOfThem' })), [400, 'INVALID_TYPE']);
    assert.deepEqual(codeOf(call('DELETE', '/0Af000000000000AAA')), [405, 'METHOD_NOT_ALLOWED']);
  });
});
