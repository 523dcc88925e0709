/* oxlint-disable typescript/no-unsafe-member-access -- answers are looked at as they come */
import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { startOrg, type RunningOrg } from '../start-org';
import { clientOf } from '../testing/org-client';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
});
const connectedApps = [
  { name: 'Pipeline', consumerKey: '3MVG9pipeline', consumerSecret: 'hush', certificate: keys.publicKey }
];

describe('a login', () => {
  let org: RunningOrg;
  before(async () => (org = await startOrg({ kind: 'sandbox', catalog: { connectedApps } })));
  after(() => org.close());

  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  function assertion(claims: object = {}, key = keys.privateKey): string {
    const usual = { iss: '3MVG9pipeline', sub: org.username, aud: org.url, exp: Math.floor(Date.now() / 1000) + 180 };
    const content = `${part({ alg: 'RS256' })}.${part({ ...usual, ...claims })}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(key, 'base64url')}`;
  }
  async function token(form: Record<string, string>) {
    const response = await fetch(`${org.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(form)
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }
  const jwt = (claims?: object, key?: string) =>
    token({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: assertion(claims, key) });

  it('by a signed assertion gives a token that works', async () => {
    const { status, body } = await jwt();
    assert.equal(status, 200);
    assert.match(body.access_token ?? '', /^00D\w{12}![.\w]+$/);
    assert.equal(body.instance_url, org.url);
    const info = await clientOf(org, body.access_token).ask('GET', '/services/oauth2/userinfo');
    assert.deepEqual([info.body.preferred_username, info.body.organization_id], [org.username, org.orgId]);
    assert.equal(
      (await clientOf(org, body.access_token).ask('GET', new URL(body.id ?? '').pathname)).body.user_id,
      info.body.user_id
    );
  });

  it('takes its own address or the login host of its kind as audience', async () => {
    for (const aud of [`${org.url}/`, 'https://test.salesforce.com', 'https://test.salesforce.com/'])
      assert.equal((await jwt({ aud })).status, 200, aud);
    assert.equal((await jwt({ aud: 'https://login.salesforce.com' })).body.error, 'invalid_grant');
  });

  it('is refused for a wrong key, app, time or user', async () => {
    const stranger = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' }
    });
    assert.equal((await jwt({}, stranger.privateKey)).body.error, 'invalid_grant');
    assert.equal((await jwt({ iss: 'nobody' })).body.error, 'invalid_client_id');
    assert.equal((await jwt({ exp: 1 })).body.error, 'invalid_grant');
    assert.equal((await jwt({ sub: 'nobody@example.com' })).body.error, 'invalid_grant');
    assert.equal((await jwt({ sub: 'old.agent@example.com.uat' })).body.error, 'inactive_user');
    assert.equal((await token({ grant_type: 'password' })).body.error, 'unsupported_grant_type');
  });

  it('by a refresh token wants the secret of an app that has one', async () => {
    const refresh = { grant_type: 'refresh_token', refresh_token: org.refreshToken() };
    assert.equal((await token({ ...refresh, client_id: 'PlatformCLI' })).status, 200);
    assert.equal((await token({ ...refresh, client_id: '3MVG9pipeline', client_secret: 'hush' })).status, 200);
    assert.equal((await token({ ...refresh, client_id: '3MVG9pipeline' })).body.error, 'invalid_client');
    assert.equal((await token({ ...refresh, client_id: 'nobody' })).body.error, 'invalid_client_id');
    assert.equal(
      (await token({ ...refresh, client_id: 'PlatformCLI', refresh_token: 'x' })).body.error,
      'invalid_grant'
    );
  });

  it('ends when its token is revoked', async () => {
    const { body } = await jwt();
    const revoke = () =>
      fetch(`${org.url}/services/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: body.access_token ?? '' })
      });
    assert.equal((await revoke()).status, 200);
    assert.equal((await clientOf(org, body.access_token).ask('GET', '~/limits')).status, 401);
    assert.equal((await revoke()).status, 400);
  });

  it('of a user without API access reaches no API', async () => {
    const { body } = await jwt({ sub: 'priya.raman@example.com.uat' });
    const refused = await clientOf(org, body.access_token).ask('GET', '~/limits');
    assert.deepEqual([refused.status, refused.body[0].errorCode], [403, 'API_CURRENTLY_DISABLED']);
  });
});
