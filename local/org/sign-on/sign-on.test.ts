import assert from 'node:assert/strict';
import * as client from 'openid-client';
import { startOrg, type RunningOrg } from '../start-org';
import { clientOf } from '../testing/org-client';
import { addApp, policyOf } from '../testing/sign-on-app';

const callback = 'https://voice.example.com/orgs/00D/oidc/callback';
const priya = 'priya.raman@example.com';
const tom = 'tom.okafor@example.com';

/** A browser that keeps cookies and follows the org, but not the way back to the client. */
function browserOf(org: RunningOrg) {
  let cookie = '';
  const visit = async (url: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const response = await fetch(new URL(url, org.url), {
      redirect: 'manual',
      headers: cookie === '' ? {} : { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) })
    });
    const set = /^[^;]+/.exec(response.headers.getSetCookie()[0] ?? '')?.[0];
    if (set !== undefined) cookie = set;
    return response;
  };
  return {
    logIn: (username: string) =>
      visit(`/secur/frontdoor.jsp?sid=${encodeURIComponent(org.accessTokenOf(username))}&retURL=/`),
    visit,
    /** Where the org sends the browser in the end: the client, or a page of the org. */
    follow: async (start: string): Promise<{ readonly url: URL; readonly text: string }> => {
      let url = new URL(start, org.url);
      for (let hop = 0; hop < 5 && url.origin === org.url; hop++) {
        const response = await visit(url.href);
        if (response.status !== 302) return { url, text: await response.text() };
        url = new URL(response.headers.get('location') ?? '', url);
      }
      return { url, text: '' };
    }
  };
}

describe('an org as the provider of a login', () => {
  let org: RunningOrg;
  let clientId: string;
  let config: client.Configuration;
  let browser: ReturnType<typeof browserOf>;
  const verifier = client.randomPKCECodeVerifier();

  beforeEach(async () => {
    org = await startOrg({ kind: 'sandbox' });
    clientId = addApp(org.data, { callback, holders: ['priya.raman@example.com'] });
    config = await client.discovery(new URL(org.url), clientId, undefined, client.None(), {
      execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks]
    });
    browser = browserOf(org);
  });
  afterEach(() => org.close());

  const startUrl = async (more: Readonly<Record<string, string>> = {}): Promise<string> =>
    client.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: 'a state',
      nonce: 'a nonce',
      ...more
    }).href;
  const exchange = (back: URL, pkceCodeVerifier = verifier) =>
    client.authorizationCodeGrant(config, back, {
      pkceCodeVerifier,
      expectedState: 'a state',
      expectedNonce: 'a nonce',
      idTokenExpected: true
    });
  const errorOf = (url: URL): string | null => url.searchParams.get('error');
  const appText = (): string => org.data.component('ExtlClntAppGlobalOauthSettings', 'SignOn')?.files[0]?.text ?? '';

  it('signs a pre-authorised user of a logged-in browser in, asking nothing', async () => {
    await browser.logIn(priya);
    const { url } = await browser.follow(await startUrl());
    assert.equal(url.origin + url.pathname, callback);
    const tokens = await exchange(url);
    const claims = tokens.claims();
    assert.ok(claims);
    assert.deepEqual([claims.iss, claims.aud], [org.url, clientId]);
    const info = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
    assert.match(String(info.preferred_username), /^priya\.raman@example\.com/);
  });

  it('gives a token that opens no API', async () => {
    await browser.logIn(org.username);
    policyOf(org.data, 'AllSelfAuthorized');
    const page = await browser.follow(await startUrl());
    const source = page.url.searchParams.get('source') ?? '';
    const answer = await browser.visit(page.url.pathname, { source, save: 'Allow' });
    const tokens = await exchange(new URL(answer.headers.get('location') ?? ''));
    assert.equal((await clientOf(org, tokens.access_token).ask('GET', '~/limits')).status, 401);
  });

  it('refuses whoever is not pre-authorised', async () => {
    await browser.logIn(tom);
    const { url } = await browser.follow(await startUrl());
    assert.equal(url.origin + url.pathname, callback);
    assert.equal(errorOf(url), 'OAUTH_APP_ACCESS_DENIED');
    assert.equal(url.searchParams.get('code'), null);
  });

  it('asks everybody once where the policy says that users authorise themselves', async () => {
    policyOf(org.data, 'AllSelfAuthorized');
    await browser.logIn(tom);
    const asked = await browser.follow(await startUrl());
    assert.equal(asked.url.pathname, '/setup/secur/RemoteAccessAuthorizationPage.apexp');
    assert.match(asked.text, /Allow Access\?/);
    const source = asked.url.searchParams.get('source') ?? '';
    const denied = await browser.visit(asked.url.pathname, { source, save: 'Deny' });
    assert.equal(errorOf(new URL(denied.headers.get('location') ?? '')), 'access_denied');

    const again = await browser.follow(await startUrl());
    const allowed = await browser.visit(again.url.pathname, {
      source: again.url.searchParams.get('source') ?? '',
      save: 'Allow'
    });
    await exchange(new URL(allowed.headers.get('location') ?? ''));
    assert.equal((await browser.follow(await startUrl())).url.origin, new URL(callback).origin);
  });

  it('sends a browser that is not logged in to its login page first, and back', async () => {
    const { url, text } = await browser.follow(await startUrl());
    assert.equal(url.pathname, '/login');
    const [, username = ''] = /<option>(priya[^<]*)</.exec(text) ?? [];
    const startURL = url.searchParams.get('startURL') ?? '';
    const answer = await browser.visit('/login', {
      username: username.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
      startURL
    });
    const back = await browser.follow(answer.headers.get('location') ?? '');
    await exchange(back.url);
    assert.equal(errorOf((await browserOf(org).follow(await startUrl({ prompt: 'none' }))).url), 'login_required');
  });

  it('shows nothing where it was asked to: a code for whoever is logged in and approved, and else an error', async () => {
    const ways = [{ immediate: 'true' }, { prompt: 'none' }] as const;
    const errors = async (): Promise<readonly unknown[]> => {
      const found: unknown[] = [];
      for (const way of ways) found.push(errorOf((await browser.follow(await startUrl(way))).url));
      return found;
    };
    assert.deepEqual(await errors(), ['immediate_unsuccessful', 'login_required']);
    await browser.logIn(priya);
    for (const way of ways) await exchange((await browser.follow(await startUrl(way))).url);
    await browser.logIn(tom);
    assert.deepEqual(await errors(), ['OAUTH_APP_ACCESS_DENIED', 'OAUTH_APP_ACCESS_DENIED']);
    policyOf(org.data, 'AllSelfAuthorized');
    assert.deepEqual(await errors(), ['immediate_unsuccessful', 'consent_required']);
  });

  it('takes a code once, with its verifier and at its address only', async () => {
    await browser.logIn(priya);
    const { url } = await browser.follow(await startUrl());
    await exchange(url);
    await assert.rejects(exchange(url), { error: 'invalid_grant' });
    const other = await browser.follow(await startUrl());
    await assert.rejects(exchange(other.url, client.randomPKCECodeVerifier()), { error: 'invalid_grant' });
    const third = await browser.follow(await startUrl());
    const moved = new URL(third.url.href.replace('voice.example.com', 'evil.example.com'));
    await assert.rejects(exchange(moved), { error: 'redirect_uri_mismatch' });
  });

  it('sends nobody to an address that the app does not have, nor for an app that it does not know', async () => {
    await browser.logIn(priya);
    const elsewhere = await browser.follow(await startUrl({ redirect_uri: `${callback}/more` }));
    assert.match(elsewhere.text, /redirect_uri_mismatch/);
    const stranger = (await startUrl()).replace(/client_id=[^&]+/, 'client_id=3MVG9nobody');
    assert.match((await browser.follow(stranger)).text, /invalid_client_id/);
  });

  it('refuses what the app may not ask for, and a request without proof', async () => {
    await browser.logIn(priya);
    assert.equal(errorOf((await browser.follow(await startUrl({ scope: 'openid api' }))).url), 'invalid_scope');
    assert.equal(
      errorOf((await browser.follow(await startUrl({ code_challenge_method: 'plain' }))).url),
      'invalid_request'
    );
    const bare = new URL(await startUrl());
    for (const name of ['code_challenge', 'code_challenge_method']) bare.searchParams.delete(name);
    assert.equal(errorOf((await browser.follow(bare.href)).url), 'invalid_request');
    assert.match(appText(), /isPkceRequired>true/);
  });

  it('stops a user who lost the permission set between the code and the token', async () => {
    await browser.logIn(priya);
    const { url } = await browser.follow(await startUrl());
    for (const row of org.data.rows('PermissionSetAssignment')) org.data.remove('PermissionSetAssignment', row.Id);
    await assert.rejects(exchange(url), { error: 'invalid_app_access' });
  });

  it('opens no other site from its login page', async () => {
    const sid = encodeURIComponent(org.accessTokenOf(priya));
    for (const away of ['https://evil.example.com', '//evil.example.com', '/\\evil.example.com']) {
      const answer = await browser.visit(`/secur/frontdoor.jsp?sid=${sid}&retURL=${encodeURIComponent(away)}`);
      assert.equal(answer.headers.get('location'), '/');
    }
  });

  it('signs with a key that it publishes', async () => {
    const { keys } = (await (await fetch(`${org.url}/id/keys`)).json()) as { keys: Record<string, string>[] };
    assert.deepEqual(
      keys.map(({ kty, alg, d }) => [kty, alg, d]),
      [['RSA', 'RS256', undefined]]
    );
  });
});
