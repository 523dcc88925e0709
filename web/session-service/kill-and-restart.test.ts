import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashPassword } from './authenticators/password-hash';

const orgId = '00D000000000001AAA';
const origin = 'https://voice.example.com';
/** As it is delivered, in one file. */
const main = path.join(__dirname, '../../dist/web/main.cjs');

type Running = { readonly child: ChildProcess; readonly port: number; readonly output: () => string };
type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly cookie: string };

describe('the program', function () {
  this.timeout(90_000);
  let folder: string;
  const children: ChildProcess[] = [];
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'session-service-'));
    const write = (name: string, content: unknown): void =>
      writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    const org = { orgId, name: 'uat', callCenter: 'Support', loginFrameHeight: 350 };
    const hosts = {
      frameAncestors: ['https://one.lightning.force.com'],
      scrtUrl: 'https://one.my.salesforce-scrt.com'
    };
    write('session-service.json', { version: 1, orgs: [{ ...org, ...hosts }] });
    write('users.json', { version: 1, users: [{ name: 'ada', password: await hashPassword('correct horse') }] });
    write('manifest.json', {
      login: { js: 'login.1.js', css: 'login.2.css' },
      connector: { js: 'connector.3.js' },
      softphone: { js: 'softphone.4.js' }
    });
    for (const name of ['login.1.js', 'login.2.css', 'connector.3.js', 'softphone.4.js']) write(name, '');
    write('settings.json', {
      listen: { port: 0 },
      origin,
      orgsFile: 'session-service.json',
      authenticators: { '*': [{ kind: 'users', file: 'users.json' }] },
      auditFile: 'audit.log',
      keysFolder: 'keys',
      pagesFolder: '.'
    });
  });
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

  const run = (args: readonly string[]): { readonly child: ChildProcess; readonly output: () => string } => {
    const child = spawn(process.execPath, [main, ...args], { stdio: 'pipe' });
    children.push(child);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    return { child, output: () => output };
  };
  const start = async (): Promise<Running> => {
    const { child, output } = run(['--settings', path.join(folder, 'settings.json')]);
    const signal = AbortSignal.timeout(60_000);
    const portIn = (): string | undefined => /listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(output())?.[1];
    while (portIn() === undefined) {
      if (child.exitCode !== null) throw new Error(output());
      await once(child.stderr!, 'data', { signal });
    }
    return { child, output, port: Number(portIn()) };
  };
  const ask = (
    port: number,
    method: string,
    end: string,
    options: { body?: unknown; cookie?: string } = {}
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = { origin, 'x-ringdown': '1', 'content-type': 'application/json', cookie: options.cookie ?? '' };
      const asked = request({ host: '127.0.0.1', port, method, path: `/orgs/${orgId}/${end}`, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          const cookie = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
          const isJson = response.headers['content-type']?.includes('json') === true;
          resolve({
            status: response.statusCode ?? 0,
            body: isJson ? (JSON.parse(text) as Answer['body']) : { text },
            cookie
          });
        });
      });
      asked.on('error', reject);
      asked.end(options.body === undefined ? undefined : JSON.stringify(options.body));
    });

  it('killed in the midst of work and started again, it still knows who is signed in and who signed out', async () => {
    const first = await start();
    const login = async (): Promise<string> => {
      const body = { userId: '005000000000001AAA', userName: 'ada@example.com', callCenter: 'Support' };
      const { attemptId, secret } = (await ask(first.port, 'POST', 'attempts', { body })).body;
      const answer = await ask(first.port, 'POST', 'login', {
        body: { attemptId, secret, username: 'ada', password: 'correct horse' }
      });
      assert.equal(answer.status, 200);
      return answer.cookie;
    };
    const [kept, left] = [await login(), await login()];
    assert.equal((await ask(first.port, 'DELETE', 'session', { cookie: left })).status, 204);
    const open = (
      await ask(first.port, 'POST', 'attempts', {
        body: { userId: '005000000000001AAA', userName: 'a', callCenter: 'b' }
      })
    ).body;
    assert.ok(existsSync(path.join(folder, 'sessions.db')), 'beside the settings, which name no store');
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await start();
    assert.equal((await ask(second.port, 'GET', 'session', { cookie: kept })).body.state, 'signed-in');
    assert.deepEqual((await ask(second.port, 'GET', 'session', { cookie: left })).body, {
      state: 'signed-out',
      reason: 'signed-out'
    });
    const { attemptId, secret } = open;
    const late = await ask(second.port, 'POST', 'login', {
      body: { attemptId, secret, username: 'ada', password: 'correct horse' }
    });
    assert.equal(late.status, 200);
    assert.match(String((await ask(second.port, 'GET', 'login')).body.text), /src="\/assets\/login\.1\.js"/);
    second.child.kill('SIGTERM');
    const [code] = (await once(second.child, 'exit')) as [number];
    assert.equal(code, 0, second.output());
  });

  it('prints the line for a password that it reads, and never the password', async () => {
    const { child, output } = run(['hash-password']);
    child.stdin!.end('correct horse\n');
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 0);
    assert.match(output(), /\$scrypt\$ln=17,r=8,p=1\$/);
    assert.doesNotMatch(output(), /correct horse/);
  });

  it('does not start with settings that are wrong, and says so with the code for configuration', async () => {
    writeFileSync(path.join(folder, 'wrong.json'), '{"origin":"x"}');
    const { child, output } = run(['--settings', path.join(folder, 'wrong.json')]);
    const [code] = (await once(child, 'exit')) as [number];
    assert.equal(code, 78);
    assert.match(output(), /wrong\.json origin /);
    assert.match(output(), /wrong\.json authenticators /);
  });
});
