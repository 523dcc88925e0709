import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOrg } from '../../local/org/start-org';
import type { Login } from '../../scripts/config/resolved-config/org';
import { createOrg } from '../../scripts/org/create-org';
import { openSession } from '../../scripts/org/login/open-session';
import type { Org } from '../../scripts/org/org';
import { manualClock } from '../fakes/clock';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' }
});

/** Every way of logging in that the configuration offers, but for the sf CLI's own store, which test/contract covers. */
describe('logging in', () => {
  let org: Awaited<ReturnType<typeof startOrg>>;
  let directory: string;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'ringdown-login-'));
    org = await startOrg({
      kind: 'sandbox',
      catalog: { connectedApps: [{ name: 'Pipeline', consumerKey: 'pipeline', certificate: publicKey }] }
    });
  });
  after(async () => {
    await org.close();
    rmSync(directory, { recursive: true });
  });

  const connect = async (login: Login, env: Readonly<Record<string, string>> = {}): Promise<Org> => {
    const now = Date.now;
    const session = await openSession(
      { name: 'uat', kind: 'sandbox', login },
      { env, cwd: directory, now, localServer: () => Promise.resolve({ url: org.url, accessToken: org.accessToken }) }
    );
    return createOrg({
      session,
      apiVersion: '67.0',
      clock: manualClock(now()),
      emit: () => undefined,
      signal: new AbortController().signal,
      installationKeyOf: () => undefined
    });
  };
  const orgIdSeenBy = async (connected: Org): Promise<unknown> => {
    const answers = await connected.ask([{ id: 'org', via: 'data', soql: 'SELECT Id FROM Organization' }]);
    const answer = answers.get('org');
    return answer?.ok ? answer.records[0]?.['Id'] : answer;
  };
  const jwt = (source: { env: string } | { file: string }): Login => ({
    kind: 'jwt',
    clientId: 'pipeline',
    username: org.username,
    privateKey: source,
    loginUrl: org.url
  });

  it('works with a JWT whose key is in a file or in the environment, also in one line', async () => {
    writeFileSync(join(directory, 'key.pem'), privateKey);
    assert.equal(await orgIdSeenBy(await connect(jwt({ file: 'key.pem' }))), org.orgId);
    assert.equal(await orgIdSeenBy(await connect(jwt({ env: 'KEY' }), { KEY: privateKey })), org.orgId);
    const oneLine = privateKey.replace(/\n/g, '\\n');
    assert.equal(await orgIdSeenBy(await connect(jwt({ env: 'KEY' }), { KEY: oneLine })), org.orgId);
  });

  it('works with an auth URL, an access token, and the local org', async () => {
    const host = new URL(org.url).host;
    const authUrl = `force://PlatformCLI::${org.refreshToken()}@${host}`;
    assert.equal(
      await orgIdSeenBy(await connect({ kind: 'auth-url', authUrl: { env: 'URL' } }, { URL: authUrl })),
      org.orgId
    );
    const token: Login = { kind: 'access-token', accessToken: { env: 'TOKEN' }, instanceUrl: org.url };
    assert.equal(await orgIdSeenBy(await connect(token, { TOKEN: org.accessToken })), org.orgId);
    assert.equal(await orgIdSeenBy(await connect({ kind: 'local' })), org.orgId);
  });

  it('renews a session that expires on the way, where the login can', async () => {
    const connected = await connect(jwt({ env: 'KEY' }), { KEY: privateKey });
    org.faults.add({ match: { path: '*/composite/batch' }, times: 1, fault: { kind: 'expired-session' } });
    assert.equal(await orgIdSeenBy(connected), org.orgId);
  });

  for (const [name, login, env, code] of [
    ['a secret that is not there', { kind: 'auth-url', authUrl: { env: 'URL' } }, {}, 'SECRET_MISSING'],
    [
      'an auth URL that is none',
      { kind: 'auth-url', authUrl: { env: 'URL' } },
      { URL: 'https://x' },
      'AUTH_URL_MALFORMED'
    ]
  ] as const) {
    it(`says what is wrong with ${name}`, async () => {
      await assert.rejects(connect(login, env), { code, exitCode: 78 });
    });
  }

  it('takes a web page in place of a token for a refusal, and a host that is none for a malformed auth URL', async () => {
    const pages = createServer((_, response) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html></html>')
    );
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = pages.address() as AddressInfo;
      const login: Login = { kind: 'auth-url', authUrl: { env: 'URL' } };
      await assert.rejects(connect(login, { URL: `force://a:b:c@127.0.0.1:${port}` }), { code: 'LOGIN_REFUSED' });
      await assert.rejects(connect(login, { URL: 'force://a:b:c@not a host' }), { code: 'AUTH_URL_MALFORMED' });
    } finally {
      pages.close();
    }
  });

  it('does not take a refused look for a deploy for "there is none"', async () => {
    const connected = await connect({ kind: 'local' });
    const refusal = { status: 400, body: JSON.stringify([{ errorCode: 'INVALID_TYPE', message: 'not supported' }]) };
    org.faults.add({ match: { path: '*/tooling/*' }, times: 1, fault: { kind: 'status', ...refusal } });
    await assert.rejects(connected.findDeploys(0), { failureClass: 'refused' });
    assert.deepEqual(await connected.findDeploys(0), []);
  });

  it('says what is wrong with a key that is none, and with a key of somebody else', async () => {
    await assert.rejects(connect(jwt({ env: 'KEY' }), { KEY: publicKey }), {
      code: 'PRIVATE_KEY_INVALID',
      exitCode: 78
    });
    const other = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' }
    });
    await assert.rejects(connect(jwt({ env: 'KEY' }), { KEY: other.privateKey }), { code: 'LOGIN_REFUSED' });
  });
});
