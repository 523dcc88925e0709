import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { usualPresenceStatuses } from './protocol/connector-config';
import { ConsoleRefusal, readArguments } from './read-arguments';
import { demoSettings } from './server/demo-settings';

describe('what the console is started with', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'console-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (content: unknown): string => {
    const name = path.join(folder, 'settings.json');
    writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
    return name;
  };
  const refusal = (...args: readonly string[]): ConsoleRefusal => {
    try {
      readArguments(args);
    } catch (error) {
      assert.ok(error instanceof ConsoleRefusal, String(error));
      return error;
    }
    throw new Error('It was taken.');
  };
  /** Where in the file something is wrong. */
  const places = (content: unknown): readonly string[] => {
    const { exitCode, message } = refusal('--settings', file(content));
    assert.equal(exitCode, 78);
    return message.split('\n').map((line) => line.replace(`${path.join(folder, 'settings.json')} `, '').split(' ')[0]!);
  };

  it('needs nothing, and tells nothing but how it is used when that is asked', () => {
    const asked = readArguments([]);
    assert.deepEqual([asked?.port, asked?.users, asked?.more, asked?.opensBrowser], [0, ['priya'], {}, true]);
    assert.equal(readArguments(['--help']), undefined);
  });

  it('has a port that is one, or is refused with 64 like everything that was typed wrong', () => {
    assert.equal(readArguments(['--port', '8443', '--no-open'])?.port, 8443);
    for (const port of ['abc', '', '-1', '80.5', '65536', '0x50', '1e3']) {
      const { exitCode, message } = refusal(`--port=${port}`);
      assert.equal(exitCode, 64);
      assert.match(message, /^--port must be a whole number from 0 to 65535/);
    }
    for (const args of [
      ['--user', 'eve'],
      ['--login', 'login.html'],
      ['--colour'],
      ['--connector', 'https://x.test', '--open-cti']
    ])
      assert.equal(refusal(...args).exitCode, 64, args.join(' '));
  });

  it('takes every setting that the console has of its own', () => {
    const { strangerHost: _strangerHost, ...own } = demoSettings('https://x.test/connector', 'https://x.test/login');
    assert.deepEqual(readArguments(['--settings', file(own)])?.more, own);
    const sections = { providerSettings1: { sessionPolicy: 'standard' } };
    assert.deepEqual(readArguments(['--settings', file({ sections })])?.more, { sections });
  });

  it('refuses a file with 78 and everything that is wrong in it, by its place', () => {
    const [status] = usualPresenceStatuses;
    assert.deepEqual(
      places({
        userName: 7,
        userId: '003000000000001AAA',
        patience: '30000',
        sections: { one: 'text' },
        presenceStatuses: [{ ...status, hasChannels: 'true' }],
        labels: { one: 1 },
        loginUrl: 'login',
        isConsultAllowed: 'no',
        omniFlows: [{ name: 'Support_Routing' }],
        hasOrg: true,
        colour: 'blue',
        constructor: 'x'
      }).toSorted(),
      ['colour', 'constructor', 'hasOrg', 'isConsultAllowed', 'labels', 'loginUrl', 'patience', 'presenceStatuses']
        .concat(['omniFlows', 'sections', 'userId', 'userName'])
        .toSorted()
    );
  });

  it('refuses what is no object, no JSON or no file', () => {
    for (const content of ['[]', '"x"', 'null', '{', '']) assert.equal(places(content).length, 1, content);
    const missing = refusal('--settings', path.join(folder, 'none.json'));
    assert.equal(missing.exitCode, 78);
    assert.match(missing.message, /cannot be read: ENOENT$/);
  });

  it('ends the program with that code before anything is started', () => {
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, ['-r', 'ts-node/register/transpile-only', path.join(__dirname, 'main.ts'), ...args], {
        encoding: 'utf8',
        timeout: 25_000,
        cwd: path.join(__dirname, '../..')
      });
    const unread = run('--settings', file({ patience: 'x' }), '--no-open');
    assert.deepEqual([unread.status, unread.stdout], [78, '']);
    assert.match(unread.stderr, /settings\.json patience /);
  }).timeout(60_000);
});
