import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Connection } from '@salesforce/core';
import { startOrg, type RunningOrg } from './start-org';
import { deployCallPackage } from './testing/call-package';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});
const connectedApps = [{ name: 'Pipeline', consumerKey: '3MVG9pipeline', certificate: keys.publicKey }];

describe("Salesforce's own clients on the data side", function () {
  this.timeout(60_000);
  let org: RunningOrg;
  let connection: Connection;
  let folder: string;
  let core: typeof import('@salesforce/core');
  const kept = { ...process.env };

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'local-org-clients-'));
    Object.assign(process.env, {
      HOME: folder,
      SF_DISABLE_TELEMETRY: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SF_DISABLE_LOG_FILE: 'true'
    });
    org = await startOrg({ kind: 'sandbox', catalog: { connectedApps } });
    core = await import('@salesforce/core');
    const instanceUrl = org.url;
    const accessTokenOptions = { accessToken: org.accessToken, instanceUrl, loginUrl: instanceUrl };
    connection = await core.Connection.create({ authInfo: await core.AuthInfo.create({ accessTokenOptions }) });
  });
  after(async () => {
    await org.close();
    for (const name of ['HOME', 'SF_DISABLE_TELEMETRY', 'SF_USE_GENERIC_UNIX_KEYCHAIN', 'SF_DISABLE_LOG_FILE']) {
      if (kept[name] === undefined) delete process.env[name];
      else process.env[name] = kept[name];
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('log in by token and see which org it is', async () => {
    assert.equal(connection.getUsername(), org.username);
    assert.equal(connection.getApiVersion(), '67.0');
    const { records } = await connection.query<{ IsSandbox: boolean }>('SELECT IsSandbox FROM Organization');
    assert.equal(records[0]?.IsSandbox, true);
    assert.equal((await connection.identity()).organization_id, org.orgId);
  });

  it('log in by a signed assertion', async () => {
    const privateKeyFile = path.join(folder, 'server.key');
    writeFileSync(privateKeyFile, createPrivateKey(keys.privateKey).export({ type: 'pkcs1', format: 'pem' }));
    const oauth2Options = { clientId: '3MVG9pipeline', loginUrl: org.url, privateKeyFile };
    const authInfo = await core.AuthInfo.create({ username: 'grace.obrien@example.com.uat', oauth2Options });
    const other = await core.Connection.create({ authInfo });
    assert.equal((await other.query('SELECT Id FROM User')).totalSize, 10);
  });

  it('make, change, upsert and delete records', async () => {
    const made = await connection.sobject('Contact').create({ LastName: 'Vance' });
    assert.ok(made.success);
    await connection.sobject('Contact').update({ Id: made.id, Phone: '+14155550100' });
    assert.equal((await connection.sobject('Contact').retrieve(made.id)).Phone, '+14155550100');
    await connection.sobject('Contact').destroy(made.id);
    await assert.rejects(connection.sobject('Contact').retrieve(made.id), { errorCode: 'NOT_FOUND' });
    await assert.rejects(connection.sobject('Contact').create({ FirstName: 'Ann' }), {
      errorCode: 'REQUIRED_FIELD_MISSING'
    });
  });

  it('write many records at once and read them page by page', async () => {
    const calls = Array.from({ length: 450 }, (_, count) => ({ Subject: `Call ${count}` }));
    const results = await connection.sobject('Task').create(calls, { allowRecursive: true });
    assert.equal(results.filter(({ success }) => success).length, 450);
    const found = await connection.query('SELECT Id FROM Task', {
      autoFetch: true,
      maxFetch: 1000,
      headers: { 'Sforce-Query-Options': 'batchSize=200' }
    });
    assert.equal(found.records.length, 450);
    assert.equal(org.requests.filter(({ path: at }) => /\/query\/01g/.test(at)).length, 2);
  });

  it('describe, and tell errors apart', async () => {
    assert.ok((await connection.describe('Task')).fields.some(({ name }) => name === 'CallDisposition'));
    assert.ok((await connection.describeGlobal()).sobjects.some(({ name }) => name === 'CallCenter'));
    await assert.rejects(async () => connection.query('SELECT Nonsense FROM User'), { errorCode: 'INVALID_FIELD' });
    await assert.rejects(async () => connection.query('SELECT Id FROM ScratchOrgInfo'), { errorCode: 'INVALID_TYPE' });
  });

  it('install a package and list it', async () => {
    const { SubscriberPackageVersion } = await import('@salesforce/packaging');
    const version = new SubscriberPackageVersion({ connection, aliasOrId: '04ti0000000XzquAAC', password: undefined });
    assert.equal(await version.getInstallValidationStatus(), 'NO_ERRORS_DETECTED');
    const request = {
      SubscriberPackageVersionKey: '04ti0000000XzquAAC',
      SecurityType: 'full'
    } as unknown as Parameters<typeof version.install>[0];
    const options = { pollingFrequency: 10, pollingTimeout: 5000 } as unknown as Parameters<typeof version.install>[1];
    assert.equal((await version.install(request, options)).Status, 'SUCCESS');
    const [installed] = await SubscriberPackageVersion.installedList(connection);
    assert.equal(installed?.SubscriberPackageVersion?.Id, '04ti0000000XzquAAC');
  });

  it('notice a session that has ended', async () => {
    org.faults.add({ match: { path: '*/limits' }, fault: { kind: 'expired-session' } });
    await assert.rejects(connection.limits(), { errorCode: 'INVALID_SESSION_ID' });
    org.faults.clear();
  });

  it('work through jsforce alone', async () => {
    const jsforce = await import('jsforce');
    const alone = new jsforce.Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: '67.0' });
    const found = await alone.sobject('User').find({ IsActive: true }, ['Id', 'Username']).limit(3);
    assert.equal(found.length, 3);
    const results = await alone.sobject('User').update(found.map(({ Id }) => ({ Id: String(Id), Title: 'Agent' })));
    assert.ok(results.every(({ success }) => success));
  });

  it('upsert records of deployed objects by their keys and search', async () => {
    deployCallPackage(org.data);
    const parts = connection.sobject('CallLogPart__c');
    const records = [1, 2, 3].map((number) => ({ PartKey__c: `jsforce#${number}`, PartNumber__c: number }));
    const once = await parts.upsert(records, 'PartKey__c');
    const twice = await parts.upsert(records, 'PartKey__c');
    assert.deepEqual(
      twice.map(({ id }) => id),
      once.map(({ id }) => id)
    );
    const found = await parts.find({ PartNumber__c: { $gt: 1 } }, ['PartKey__c']).sort({ PartNumber__c: -1 });
    assert.deepEqual(
      found.map((record) => record.PartKey__c as string),
      ['jsforce#3', 'jsforce#2']
    );
    const { searchRecords } = await connection.search('FIND {petrov*} IN ALL FIELDS RETURNING Contact(Id, Name)');
    assert.equal(searchRecords.length, 2);
  });
});
