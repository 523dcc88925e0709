/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment, typescript/no-unsafe-argument, typescript/no-unsafe-return -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { packageXml, zipOf } from '../metadata/testing/package-zip-of';
import { openCtiFile } from '../metadata/testing/sample-call-center';
import { startOrg, type RunningOrg } from '../start-org';
import { clientOf, type OrgClient } from '../testing/org-client';

describe('faults of jobs', () => {
  let org: RunningOrg;
  let ask: OrgClient['ask'];

  beforeEach(async () => {
    org = await startOrg({ kind: 'sandbox' });
    ({ ask } = clientOf(org));
  });
  afterEach(() => org.close());

  const zip = zipOf({
    'package.xml': packageXml({ CallCenter: ['Support', 'Sales'] }),
    'callCenters/Support.callCenter': openCtiFile(),
    'callCenters/Sales.callCenter': openCtiFile()
  });
  async function deploy(
    rollbackOnError = true
  ): Promise<any> /* eslint-disable-line @typescript-eslint/no-explicit-any -- as above */ {
    const form = new FormData();
    form.set('json', JSON.stringify({ deployOptions: { singlePackage: true, rollbackOnError } }));
    form.set('file', new Blob([new Uint8Array(zip)]), 'deploy.zip');
    const path = `${org.url}/services/data/v67.0/metadata/deployRequest`;
    const headers = { authorization: `Bearer ${org.accessToken}` };
    const { id } = (await (await fetch(path, { method: 'POST', headers, body: form })).json()) as { id: string };
    return (await ask('GET', `~/metadata/deployRequest/${id}?includeDetails=true`)).body.deployResult;
  }
  async function soapDeploy(): Promise<string> {
    const header = `<SessionHeader><sessionId>${org.accessToken}</sessionId></SessionHeader>`;
    const call = async (body: string): Promise<string> => {
      const envelope = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`;
      return String((await ask('POST', '/services/Soap/m/67.0', envelope, { 'content-type': 'text/xml' })).body);
    };
    const options = '<DeployOptions><singlePackage>true</singlePackage></DeployOptions>';
    const answer = await call(`<deploy><ZipFile>${zip.toString('base64')}</ZipFile>${options}</deploy>`);
    const [, id = ''] = /<id>(\w+)<\/id>/.exec(answer) ?? [];
    const status = await call(`<checkDeployStatus><asyncProcessId>${id}</asyncProcessId></checkDeployStatus>`);
    return /<status>(\w+)</.exec(status)?.[1] ?? status;
  }
  const tooling = '~/tooling/sobjects/PackageInstallRequest';
  const request = async (SubscriberPackageVersionKey: string) =>
    (await ask('POST', tooling, { SubscriberPackageVersionKey })).body.id;
  const read = async (id: string) => (await ask('GET', `${tooling}/${id}`)).body;

  it('let a deploy fail with the failures that were told, and apply nothing', async () => {
    const failures = [
      { fullName: 'Support', componentType: 'CallCenter', problem: 'Not today', lineNumber: 3, columnNumber: 5 }
    ];
    org.faults.add({ match: { path: '*/deployRequest' }, times: 2, fault: { kind: 'deploy-failure', failures } });
    for (const rollbackOnError of [true, false]) {
      const result = await deploy(rollbackOnError);
      assert.deepEqual(
        [result.status, result.success, result.numberComponentErrors, result.numberComponentsTotal],
        ['Failed', false, 1, 2]
      );
      const [{ problem, fileName, lineNumber, columnNumber }] = result.details.componentFailures;
      assert.deepEqual(
        [problem, fileName, lineNumber, columnNumber],
        ['Not today', 'callCenters/Support.callCenter', 3, 5]
      );
    }
    assert.equal(org.data.rows('CallCenter').length, 0);
    assert.equal((await deploy()).status, 'Succeeded');
    assert.equal(org.data.rows('CallCenter').length, 2);
  });

  it('let a deploy fail as a whole, by SOAP as well, after some that go well', async () => {
    org.faults.add({ match: {}, skip: 1, times: 2, fault: { kind: 'deploy-failure', errorMessage: 'Gack 12345' } });
    assert.equal((await deploy()).status, 'Succeeded');
    const result = await deploy();
    assert.deepEqual(
      [result.status, result.errorMessage, result.errorStatusCode],
      ['Failed', 'Gack 12345', 'UNKNOWN_EXCEPTION']
    );
    assert.equal(await soapDeploy(), 'Failed');
    assert.equal(await soapDeploy(), 'Succeeded');
  });

  it('let an installation fail, once, after one that went well', async () => {
    org.faults.add({ match: {}, skip: 1, times: 1, fault: { kind: 'install-failure', errors: ['One', 'Two'] } });
    assert.equal((await read(await request('04ti0000000Xzqu'))).Status, 'SUCCESS');
    const before = org.stateHash();
    const failed = await read(await request('04tA0000000Pygj'));
    assert.deepEqual([failed.Status, failed.Errors.errors], ['ERROR', [{ message: 'One' }, { message: 'Two' }]]);
    assert.equal(org.stateHash(), before);
    assert.equal((await read(await request('04tA0000000Pygj'))).Status, 'SUCCESS');
  });

  it('let one installation take its time', async () => {
    org.faults.add({ match: { method: 'POST' }, times: 1, fault: { kind: 'install-in-progress', polls: 3 } });
    const id = await request('04ti0000000Xzqu');
    const states = [(await read(id)).Status, (await read(id)).Status, (await read(id)).Status];
    assert.deepEqual(states, ['IN_PROGRESS', 'IN_PROGRESS', 'SUCCESS']);
    assert.equal((await read(await request('04tA0000000Pygj'))).Status, 'SUCCESS');
  });

  it('hide a version that was published a moment ago, by pattern, count and order', async () => {
    const soql = (id: string) => `SELECT InstallValidationStatus FROM SubscriberPackageVersion WHERE Id = '${id}'`;
    const validation = async (id: string) =>
      (await clientOf(org).query(soql(id), 'tooling')).records[0].InstallValidationStatus;
    org.faults.add({ match: { soql: '*04ti0000000Xzqu*' }, skip: 1, times: 2, fault: { kind: 'publish-lag' } });
    assert.equal(await validation('04tA0000000Pygj'), 'NO_ERRORS_DETECTED');
    const states = [];
    for (let look = 0; look < 4; look += 1) states.push(await validation('04ti0000000Xzqu'));
    assert.deepEqual(states, [
      'NO_ERRORS_DETECTED',
      'PACKAGE_UNAVAILABLE',
      'PACKAGE_UNAVAILABLE',
      'NO_ERRORS_DETECTED'
    ]);
    org.faults.add({ match: {}, times: 1, fault: { kind: 'publish-lag' } });
    const { body } = await ask('GET', '~/tooling/sobjects/SubscriberPackageVersion/04ti0000000Xzqu');
    assert.equal(body.InstallValidationStatus, 'PACKAGE_UNAVAILABLE');
  });
});
