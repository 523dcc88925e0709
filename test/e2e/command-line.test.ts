import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

const root = join(__dirname, '../..');
const program = join(root, 'scripts/ringdown.cjs');

/** The compiled command in processes of its own, on a local org that it starts by itself. */
describe('the command line', function () {
  this.timeout(60_000);
  let directory: string;

  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'ringdown-cli-'));
    cpSync(join(root, 'config'), join(directory, 'config'), { recursive: true });
  });
  after(async () => {
    await run('local', 'stop', '--org', 'uat');
    await run('local', 'stop', '--org', 'production');
    rmSync(directory, { recursive: true });
  });

  function start(...args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
    const child = spawn(process.execPath, [program, ...args], { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<Ended>((resolve, reject) => {
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
      child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
    return { child, ended };
  }
  const run = (...args: readonly string[]): Promise<Ended> => start(...args).ended;
  const ok = async (...args: readonly string[]): Promise<Ended> => {
    const done = await run(...args);
    assert.equal(done.code, 0, `${args.join(' ')}\n${done.stdout}\n${done.stderr}`);
    return done;
  };

  type Server = { readonly url: string; readonly accessToken: string };
  const server = (): Server =>
    JSON.parse(readFileSync(join(directory, '.ringdown/local/uat/server.json'), 'utf8')) as Server;
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const { url, accessToken } = server();
    const response = await fetch(`${url}/__local/${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body)
    });
    const text = await response.text();
    assert.ok(response.ok, text);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  };
  const posts = async (path: string): Promise<number> => {
    const requests = (await control('GET', 'requests')) as readonly { method: string; path: string }[];
    return requests.filter((request) => request.method === 'POST' && request.path.endsWith(path)).length;
  };

  it('shows help and version without a configuration', async () => {
    assert.match((await ok('--help')).stdout, /Commands/);
    assert.match((await ok('apply', '--help')).stdout, /--confirm-org/);
    assert.match((await ok('--version')).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  it('goes from an empty sandbox to nothing to change', async () => {
    await ok('validate');
    await ok('local', 'reset', '--org', 'uat');
    assert.equal((await run('plan', '--org', 'uat', '--detailed-exitcode')).code, 2);
    await ok('apply', '--org', 'uat');
    await ok('verify', '--org', 'uat');
    assert.match((await ok('plan', '--org', 'uat', '--detailed-exitcode')).stdout, /Nothing to change/);
  });

  it('remembers what a person confirmed', async () => {
    assert.match((await ok('verify', '--org', 'uat')).stdout, /When they are done/);
    await ok('verify', '--org', 'uat', '--confirmed', 'all');
    assert.doesNotMatch((await ok('verify', '--org', 'uat')).stdout, /When they are done/);
    assert.equal((await run('verify', '--org', 'uat', '--confirmed', 'nonsense')).code, 64);
  });

  it('prints exactly one JSON object with --json, for results and for errors', async () => {
    for (const args of [
      ['validate'],
      ['plan', '--org', 'uat'],
      ['apply', '--org', 'uat'],
      ['verify', '--org', 'uat'],
      ['config', 'explain', '--org', 'uat'],
      ['local', 'status', '--org', 'uat'],
      ['agents', 'check', '--org', 'uat'],
      ['match', 'explain', '+1 415 555 0100', '--org', 'uat'],
      ['logs', 'reconcile', '--org', 'uat', '--export', 'nothing.csv'],
      ['plan', '--org', 'nowhere'],
      ['nonsense']
    ]) {
      const { code, stdout } = await run(...args, '--json');
      const { status, result, error } = JSON.parse(stdout) as {
        status: number;
        result?: unknown;
        error?: { code: string };
      };
      assert.equal(status, code);
      assert.equal(result === undefined, error !== undefined, stdout);
      assert.ok(!stdout.includes(server().accessToken), 'a token is printed');
    }
  });

  it('refuses production without a confirmation when nobody is at a terminal', async () => {
    assert.equal((await run('apply', '--org', 'production')).code, 77);
  });

  it('is interrupted by Ctrl-C during a deploy, and the next run adopts that deploy', async () => {
    await ok('local', 'reset', '--org', 'uat');
    await ok('plan', '--org', 'uat');
    await control('PATCH', 'settings', { deployPolls: 100_000 });
    const { child, ended } = start('apply', '--org', 'uat');
    await until(() => posts('/metadata/deployRequest').then((count) => count === 1));
    child.kill('SIGINT');
    const interrupted = await ended;
    assert.equal(interrupted.code, 130, interrupted.stderr);
    await control('PATCH', 'settings', { deployPolls: 1 });
    await ok('apply', '--org', 'uat');
    // That of our own package, once, and that of this org's metadata.
    assert.equal(await posts('/metadata/deployRequest'), 2);
    await ok('verify', '--org', 'uat');
  });

  it('is killed during an installation, and the next run adopts that installation', async () => {
    await ok('local', 'reset', '--org', 'uat');
    await ok('plan', '--org', 'uat');
    await control('PATCH', 'settings', { installPolls: 100_000 });
    const { child, ended } = start('apply', '--org', 'uat');
    await until(() => posts('/PackageInstallRequest').then((count) => count === 1));
    child.kill('SIGKILL');
    await ended;
    await control('PATCH', 'settings', { installPolls: 1 });
    await ok('apply', '--org', 'uat');
    // Two packages, each ordered once.
    assert.equal(await posts('/PackageInstallRequest'), 2);
    await ok('verify', '--org', 'uat');
  });

  it('ends with 69 when the org needs longer than --wait, and goes on later', async () => {
    await ok('local', 'reset', '--org', 'uat');
    await ok('plan', '--org', 'uat');
    await control('PATCH', 'settings', { installPolls: 100_000 });
    assert.equal((await run('apply', '--org', 'uat', '--wait', '0.01')).code, 69);
    await control('PATCH', 'settings', { installPolls: 1 });
    await ok('apply', '--org', 'uat');
    assert.equal(await posts('/PackageInstallRequest'), 2);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
