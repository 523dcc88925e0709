import 'reflect-metadata';
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { startOrg, type RunningOrg } from '../../local/org/start-org';
import { giveCertificate, voiceOrg } from './contact-center';
import { until } from './until';

const tokens = {
  RINGDOWN_ADMIN_TOKEN: 'the-token-of-the-admin',
  RINGDOWN_PHONE_TOKEN: 'the-token-of-the-phone-system'
};
const start = { from: '+441', to: '+442', initiationMethod: 'Inbound', startedAt: '2026-11-01T10:00:00.000Z' };
const end = { ...start, event: 'ended', endedAt: '2026-11-01T10:01:00.000Z' };

describe('the program, killed in the midst of calls', function () {
  this.timeout(120_000);
  let folder: string;
  let org: RunningOrg;
  let child: ChildProcess;
  let address: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'voice-calls-'));
    const tls = await certificateForThisComputer();
    org = await startOrg({ kind: 'sandbox', catalog: 'voice', tls });
    voiceOrg(org);
    const write = (name: string, content: unknown): void =>
      writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
    write('org.pem', tls.cert);
    const hosts = { frameAncestors: ['https://one.lightning.force.com'], scrtUrl: org.url };
    const served = { orgId: org.orgId, name: 'uat', callCenter: 'Support', loginFrameHeight: 350, ...hosts };
    write('session-service.json', { version: 1, orgs: [served] });
    write('users.json', { version: 1, users: [] });
    write('manifest.json', {
      login: { js: 'login.1.js', css: 'login.2.css' },
      connector: { js: 'connector.3.js' },
      softphone: { js: 'softphone.4.js' }
    });
    for (const name of ['login.1.js', 'login.2.css', 'connector.3.js', 'softphone.4.js']) write(name, '');
    write('settings.json', {
      ...{ listen: { port: 0 }, origin: 'https://voice.example.com', orgsFile: 'session-service.json' },
      ...{
        store: { kind: 'sqlite', file: 'sessions.db' },
        pagesFolder: '.',
        keysFolder: 'keys',
        auditFile: 'audit.log'
      },
      authenticators: { '*': [{ kind: 'users', file: 'users.json' }] },
      adminToken: { env: 'RINGDOWN_ADMIN_TOKEN' },
      phoneSystemToken: { env: 'RINGDOWN_PHONE_TOKEN' }
    });
  });
  after(async () => {
    child.kill('SIGKILL');
    await org.close();
    rmSync(folder, { recursive: true });
  });

  const run = async (): Promise<void> => {
    const main = path.join(__dirname, '../../dist/web/main.cjs');
    child = spawn(process.execPath, [main, '--settings', path.join(folder, 'settings.json')], {
      env: { ...process.env, ...tokens, NODE_EXTRA_CA_CERTS: path.join(folder, 'org.pem') },
      stdio: ['ignore', 'ignore', 'pipe']
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until(
      'the program listens',
      () => {
        if (child.exitCode !== null) throw new Error(said);
        return /listens on (http:\/\/127\.0\.0\.1:\d+)/.test(said);
      },
      60_000
    );
    address = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1] ?? '';
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const ask = async (
    where: string,
    token: string,
    body?: object
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' })
    };
    const response = await fetch(`${address}${where}`, {
      method: 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const tell = (report: object) => ask(`/phone-system/orgs/${org.orgId}/calls`, tokens.RINGDOWN_PHONE_TOKEN, report);
  const done = (method: string): number =>
    org.requests.filter((each) => each.method === method && each.path.startsWith('/telephony') && each.status === 200)
      .length;

  it('creates each call once and completes it once', async () => {
    await run();
    const { body: key } = await ask(`/admin/orgs/${org.orgId}/keys`, tokens.RINGDOWN_ADMIN_TOKEN);
    giveCertificate(org, String(key.certificate));
    await ask(`/admin/orgs/${org.orgId}/keys/${String(key.keyId)}/activate`, tokens.RINGDOWN_ADMIN_TOKEN);
    assert.equal((await tell({ ...start, event: 'started', callKey: 'before-end' })).status, 200);

    // Salesforce does it, and says so only when the program is gone.
    org.faults.add({
      match: { method: 'POST', path: '/telephony/*' },
      times: 1,
      fault: { kind: 'slow', milliseconds: 1500 }
    });
    const lost = tell({ ...start, event: 'started', callKey: 'while-created' }).catch(() => undefined);
    await until('the second call in Salesforce', () => org.data.rows('VoiceCall').length === 2);
    await kill();
    await lost;

    await run();
    for (const callKey of ['before-end', 'while-created']) assert.ok((await tell({ ...end, callKey })).status < 300);
    org.faults.add({ match: { method: 'PATCH' }, times: 2, fault: { kind: 'slow', milliseconds: 1500 } });
    const completed = (): number =>
      org.data.rows('VoiceCall').filter((row) => row.CallDisposition === 'completed').length;
    await until('both completed', () => completed() === 2);
    await kill();

    await run();
    await until('nothing left to do', async () => {
      const response = await fetch(`${address}/admin/orgs/${org.orgId}/calls`, {
        headers: { authorization: `Bearer ${tokens.RINGDOWN_ADMIN_TOKEN}` }
      });
      const counts = (await response.json()) as {
        readonly waiting: number;
        readonly parked: number;
        readonly finished: number;
      };
      return counts.waiting === 0 && counts.parked === 0 && counts.finished === 2;
    });
    // What was slow when the program was killed ends in its own time.
    await until('the slow answers', () => done('PATCH') >= 2);
    assert.deepEqual([org.data.rows('VoiceCall').length, done('POST'), done('PATCH')], [2, 2, 2]);
  });
});

async function certificateForThisComputer(): Promise<{ readonly key: string; readonly cert: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const pair = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' }
  });
  const keys = {
    publicKey: await webcrypto.subtle.importKey('spki', pair.publicKey, algorithm, true, ['verify']),
    privateKey: await webcrypto.subtle.importKey('pkcs8', pair.privateKey, algorithm, true, ['sign'])
  };
  const made = await X509CertificateGenerator.createSelfSigned(
    {
      ...{ name: 'CN=127.0.0.1', signingAlgorithm: algorithm, keys },
      notBefore: new Date(Date.now() - 86_400_000),
      notAfter: new Date(Date.now() + 86_400_000),
      extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])]
    },
    webcrypto as Crypto
  );
  const lines = pair.privateKey.toString('base64').replace(/.{64}/g, '$&\n');
  return { key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`, cert: made.toString('pem') };
}
