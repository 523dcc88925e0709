/* oxlint-disable typescript/no-unsafe-member-access, typescript/no-unsafe-assignment -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOrg } from './start-org';
import type { ServerFile } from './serve-org';
import { clientOf } from './testing/org-client';
import { testTlsFiles } from './testing/test-tls';

/** Compiled, as an installed package runs it. */
const main = path.join(__dirname, '../../dist/local/main.js');
const runner = [main, 'org'];

/** Over https, with the org's own certificate as the only one that is trusted. */
function over(
  said: ServerFile,
  method: string,
  address: string,
  body?: object
): Promise<{ status: number; text: string }> {
  const headers = { authorization: `Bearer ${said.accessToken}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(`${said.url}${address}`, { method, headers, ca: said.certificate, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (data: Buffer) => (text += String(data)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}
const post = async (said: ServerFile, address: string, body: object): Promise<number> =>
  (await over(said, 'POST', address, body)).status;
async function recordsOver(said: ServerFile, soql: string): Promise<readonly unknown[]> {
  const { text } = await over(said, 'GET', `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`);
  return (JSON.parse(text) as { records: unknown[] }).records;
}

describe('an org on disk', function () {
  this.timeout(60_000);
  let stateDir: string;
  const started: ChildProcess[] = [];
  beforeEach(() => (stateDir = mkdtempSync(path.join(tmpdir(), 'local-org-'))));
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
    rmSync(stateDir, { recursive: true, force: true });
  });

  const server = (): ServerFile => JSON.parse(readFileSync(path.join(stateDir, 'server.json'), 'utf8')) as ServerFile;
  async function serve(...more: readonly string[]): Promise<{ child: ChildProcess; line: Record<string, unknown> }> {
    const child = spawn(process.execPath, [...runner, 'serve', '--state', stateDir, '--kind', 'sandbox', ...more], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    started.push(child);
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout?.once('data', (data: Buffer) => resolve(String(data)));
      child.once('exit', () => reject(new Error('The org ended before it was ready')));
    });
    return { child, line: JSON.parse(line) as Record<string, unknown> };
  }
  /** Not in one blocking call: connections that end meanwhile must be seen to end. */
  async function run(...args: readonly string[]): Promise<{ status: number | null; stderr: string }> {
    const child = spawn(process.execPath, [...runner, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    started.push(child);
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += String(data)));
    const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { status, stderr };
  }
  const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));

  it('is as it was left when another process opens it', async () => {
    const first = await startOrg({ kind: 'sandbox', stateDir });
    await clientOf(first).ask('POST', '~/sobjects/Contact', { LastName: 'Vance' });
    const hash = first.stateHash();
    // Without a proper end: everything was written before it was answered.
    const second = await startOrg({ kind: 'sandbox', stateDir });
    assert.deepEqual([second.stateHash(), second.accessToken], [hash, first.accessToken]);
    assert.equal((await clientOf(second).query("SELECT Id FROM Contact WHERE LastName = 'Vance'")).totalSize, 1);
    assert.equal(statSync(path.join(stateDir, 'state.json')).mode & 0o077, 0);
    await Promise.all([first.close(), second.close()]);
    await assert.rejects(startOrg({ kind: 'production', stateDir }));
  });

  it('goes on with an installation that was running', async () => {
    const first = await startOrg({ kind: 'sandbox', stateDir, settings: { installPolls: 2 } });
    const path = '~/tooling/sobjects/PackageInstallRequest';
    const { id } = (await clientOf(first).ask('POST', path, { SubscriberPackageVersionKey: '04ti0000000Xzqu' })).body;
    const states = [(await clientOf(first).ask('GET', `${path}/${id}`)).body.Status];
    await first.close();
    const second = await startOrg({ kind: 'sandbox', stateDir });
    states.push((await clientOf(second).ask('GET', `${path}/${id}`)).body.Status);
    await second.close();
    assert.deepEqual(states, ['IN_PROGRESS', 'SUCCESS']);
  });

  it('takes the users of a catalog in, later as well', async () => {
    await (await startOrg({ kind: 'sandbox', stateDir })).close();
    const catalog = path.join(stateDir, 'catalog.json');
    const user = {
      username: 'mia.berg@example.com',
      lastName: 'Berg',
      profile: 'Contact Center Agent',
      permissionSetLicenses: ['Voice']
    };
    writeFileSync(
      catalog,
      JSON.stringify({ users: [user], permissionSetLicenses: [{ developerName: 'Voice', label: 'Voice', total: 1 }] })
    );
    const org = await startOrg({ kind: 'sandbox', stateDir, catalog });
    assert.equal(
      (await clientOf(org).query("SELECT Id FROM User WHERE Username = 'mia.berg@example.com.uat'")).totalSize,
      1
    );
    assert.equal((await clientOf(org).query('SELECT Id FROM PermissionSetLicenseAssign')).totalSize, 1);
    await org.close();
    writeFileSync(catalog, JSON.stringify({ nonsense: [] }));
    await assert.rejects(startOrg({ kind: 'sandbox', stateDir, catalog }));
  });

  it('is served by one process, which says where, and tidies up', async () => {
    writeFileSync(
      path.join(stateDir, 'server.json'),
      JSON.stringify({ pid: 1, url: 'http://127.0.0.1:1', accessToken: 'x' })
    );
    writeFileSync(path.join(stateDir, 'server.lock'), '1');
    const { child, line } = await serve();
    const said = server();
    assert.deepEqual(
      [said.pid, said.url, said.kind, said.username],
      [child.pid, line.url, 'sandbox', 'admin@example.com.uat']
    );
    assert.equal(line.accessToken, undefined);
    const modes = ['server.json', 'state.json'].map((name) => statSync(path.join(stateDir, name)).mode & 0o777);
    assert.deepEqual(modes, [0o600, 0o600]);
    assert.equal((await clientOf(said).query('SELECT Id FROM Organization')).totalSize, 1);
    const second = await run('serve', '--state', stateDir, '--kind', 'sandbox');
    assert.equal(second.status, 1);
    await clientOf(said).ask('POST', '~/sobjects/Contact', { LastName: 'Vance' });
    const reset = await run('reset', '--state', stateDir, '--kind', 'sandbox');
    assert.deepEqual([reset.status, reset.stderr], [0, '']);
    assert.equal((await clientOf(said).query("SELECT Id FROM Contact WHERE LastName = 'Vance'")).totalSize, 0);
    child.kill('SIGTERM');
    assert.equal(await ended(child), 0);
    assert.deepEqual(
      ['server.json', 'server.lock', 'state.json'].map((name) => existsSync(path.join(stateDir, name))),
      [false, false, true]
    );
  });

  it('speaks https when it is given a certificate, to its own commands as well', async () => {
    const { keyFile, certFile } = testTlsFiles;
    const { child, line } = await serve('--tls-key', keyFile, '--tls-cert', certFile);
    const said = server();
    assert.match(said.url, /^https:\/\/127\.0\.0\.1:\d+$/);
    assert.deepEqual([line.url, line.certificate], [said.url, said.certificate]);
    const contacts = () => recordsOver(said, "SELECT Id FROM Contact WHERE LastName = 'Vance'");
    assert.equal(await post(said, '/services/data/v67.0/sobjects/Contact', { LastName: 'Vance' }), 201);
    assert.equal((await contacts()).length, 1);
    await assert.rejects(fetch(`${said.url}/services/data`), 'nobody else trusts it');
    const second = await run('serve', '--state', stateDir, '--kind', 'sandbox');
    assert.equal(second.status, 1);
    const reset = await run('reset', '--state', stateDir, '--kind', 'sandbox');
    assert.equal(reset.status, 0);
    assert.equal((await contacts()).length, 0);
    child.kill('SIGTERM');
    assert.equal(await ended(child), 0);
    const half = await run('serve', '--state', stateDir, '--kind', 'sandbox', '--tls-key', keyFile);
    assert.equal(half.status, 1);
  });

  it('ends by itself when nobody asks', async () => {
    const { child } = await serve('--idle-exit', '1');
    assert.equal(await ended(child), 0);
    assert.equal(existsSync(path.join(stateDir, 'server.json')), false);
  });
});
