import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { lookup } from 'node:dns';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { guardedEnvironment, networkAttempts } from './watch-network';

// 192.0.2.0/24 and .invalid are reserved for documentation (RFC 5737, RFC 2606): nobody answers there even without a guard.
const attempts: readonly (readonly [string, string])[] = [
  ['a socket to an address', `require('net').connect(443, '192.0.2.1').on('error', report)`],
  ['fetch to an address', `fetch('https://192.0.2.1/').catch((error) => report(error.cause))`],
  ['fetch to a name', `fetch('https://org.invalid/').catch((error) => report(error.cause))`],
  ['https to a name', `require('https').get('https://org.invalid/').on('error', report)`],
  ['a lookup', `require('dns').lookup('org.invalid', report)`],
  ['a promised lookup', `require('dns').promises.lookup('org.invalid').catch(report)`],
  ['a promisified lookup', `require('util').promisify(require('dns').lookup)('org.invalid').catch(report)`]
];

describe('the network guard', () => {
  it('refuses and records every way out of a child process', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-guard-test-'));
    const record = path.join(folder, 'attempts');
    const program = `const report = (error) => console.log(error.code);${attempts.map(([, code]) => code).join(';')}`;
    const env = { ...process.env, ...guardedEnvironment(), RINGDOWN_NETWORK_ATTEMPTS: record };
    const { stdout } = spawnSync(process.execPath, ['-e', program], { env, encoding: 'utf8' });
    const recorded = readFileSync(record, 'utf8').trim().split('\n');
    rmSync(folder, { recursive: true });
    assert.deepEqual(stdout.trim().split('\n'), Array<string>(attempts.length).fill('ENETWORKGUARD'));
    assert.equal(recorded.length, attempts.length);
  });

  it('lets this computer talk to itself', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    assert.equal((await fetch(`http://127.0.0.1:${port}/`)).status, 204);
    assert.equal((await fetch(`http://localhost:${port}/`)).status, 204);
    server.close();
  });

  it('keeps the shape of what a promisified lookup answers', async () => {
    assert.deepEqual(await promisify(lookup)('127.0.0.1'), { address: '127.0.0.1', family: 4 });
  });

  it('is in this process, and no test so far tried to leave this computer', () => {
    assert.match(process.env.NODE_OPTIONS ?? '', /network-guard\.cjs/);
    assert.deepEqual(networkAttempts(), []);
  });
});
