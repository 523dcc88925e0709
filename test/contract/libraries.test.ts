import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@salesforce/core' with { 'resolution-mode': 'import' };
import { startOrg } from '../../local/org/start-org';

type Org = Awaited<ReturnType<typeof startOrg>>;

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' }
});

/** Salesforce's own libraries in this process; each loads in a third of a second, so one block uses them all. */
describe("Salesforce's libraries on the local org", function () {
  this.timeout(60_000);
  let org: Org;
  let home: string;
  let connection: Connection;
  const before_ = { ...process.env };

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'ringdown-home-'));
    Object.assign(process.env, {
      HOME: home,
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SF_DISABLE_TELEMETRY: 'true',
      SF_DISABLE_LOG_FILE: 'true'
    });
    org = await startOrg({
      kind: 'sandbox',
      catalog: { connectedApps: [{ name: 'Contract', consumerKey: 'contract-app', certificate: publicKey }] }
    });
    const { AuthInfo, Connection } = await import('@salesforce/core');
    const keyFile = join(home, 'key.pem');
    writeFileSync(keyFile, privateKey);
    const authInfo = await AuthInfo.create({
      username: org.username,
      oauth2Options: { clientId: 'contract-app', privateKeyFile: keyFile, loginUrl: org.url }
    });
    connection = await Connection.create({ authInfo });
    connection.setApiVersion('67.0');
  });

  after(async () => {
    for (const name of ['HOME', 'SF_USE_GENERIC_UNIX_KEYCHAIN', 'SF_DISABLE_TELEMETRY', 'SF_DISABLE_LOG_FILE']) {
      if (before_[name] === undefined) delete process.env[name];
      else process.env[name] = before_[name];
    }
    rmSync(home, { recursive: true, force: true });
    await org.close();
  });

  it('core logs in with a JWT and queries', async () => {
    const { records } = await connection.query('SELECT Id, IsSandbox FROM Organization');
    assert.deepEqual(
      records.map(({ Id }) => Id),
      [org.orgId]
    );
    assert.equal(connection.getAuthInfoFields().orgId, org.orgId);
  });

  it('core renews an expired session by itself', async () => {
    org.faults.add({ match: { path: '*/query*' }, times: 1, fault: { kind: 'expired-session' } });
    const { totalSize } = await connection.query('SELECT Id FROM Organization');
    assert.equal(totalSize, 1);
  });

  it('packaging installs a package and sees it installed', async () => {
    const { SubscriberPackageVersion } = await import('@salesforce/packaging');
    const version = new SubscriberPackageVersion({ connection, aliasOrId: '04ti0000000XzquAAC', password: undefined });
    assert.equal(await version.getInstallValidationStatus?.(), 'NO_ERRORS_DETECTED');
    const request = await version.install(
      { SubscriberPackageVersionKey: '04ti0000000XzquAAC', SecurityType: 'full' } as never,
      { pollingFrequency: 1 as never, pollingTimeout: 30_000 as never }
    );
    assert.equal(request.Status, 'SUCCESS');
    const installed = await SubscriberPackageVersion.installedList(connection);
    assert.ok(installed.some(({ SubscriberPackageVersion: found }) => found?.Id === '04ti0000000XzquAAC'));
  });

  it('jsforce pages through a query, writes a collection and reads metadata', async () => {
    const { Connection: JsforceConnection } = await import('jsforce');
    const plain = new JsforceConnection({ instanceUrl: org.url, accessToken: org.accessToken, version: '67.0' });
    const contacts = Array.from({ length: 200 }, (_, index) => ({ LastName: `Caller ${index}` }));
    const created = await plain.sobject('Contact').create(contacts);
    assert.ok(created.every(({ success }) => success));
    const found: unknown[] = [];
    await plain
      .query("SELECT Id FROM Contact WHERE LastName LIKE 'Caller %'", {
        headers: { 'Sforce-Query-Options': 'batchSize=200' }
      })
      .on('record', (record: unknown) => found.push(record))
      .run({ autoFetch: true, maxFetch: 1000 });
    assert.equal(found.length, 200);
    const callCenter = await plain.metadata.read('CallCenter' as never, 'EightByEightVirtualContactCenter');
    assert.equal((callCenter as { fullName?: string }).fullName, 'EightByEightVirtualContactCenter');
  });
});
