import assert from 'node:assert/strict';
import type { ProviderAuthenticator } from '../authenticators/authenticator';
import { createOidcAuthenticator } from '../authenticators/oidc';
import { providerCallback, providerClient, startTestProvider, type TestProvider } from '../provider-harness';
import { orgId, otherOrgId, startTestService, type Answer, type Browser, type TestService } from '../service-harness';

const { clientId, clientSecret } = providerClient;

describe('the login at an identity provider', function () {
  this.timeout(60_000);
  let provider: TestProvider;
  let issuer: string;
  let service: TestService;
  let authenticator: ProviderAuthenticator;
  before(async () => {
    provider = await startTestProvider();
    ({ issuer } = provider);
  });
  after(() => provider.close());
  beforeEach(async () => {
    authenticator = createOidcAuthenticator({
      issuer,
      clientId,
      clientSecret,
      label: 'Salesforce',
      userNameClaim: 'preferred_username'
    });
    service = await startTestService({ authenticators: { '*': [authenticator] } });
  });
  afterEach(async () => {
    await service.close();
    await service.store.close();
  });

  const atProvider: TestProvider['signIn'] = (...args) => provider.signIn(...args);
  const begin = async (
    popUp: Browser
  ): Promise<{ readonly held: { attemptId: string; secret: string }; readonly start: string }> => {
    const { attemptId, secret, methods } = await popUp.attempt();
    const [method] = methods;
    assert.ok(method?.kind === 'oidc' && method.label === 'Salesforce');
    const started = await popUp.ask('GET', method.startUrl);
    assert.equal(started.status, 302);
    // A browser looks at the policy of each redirect too, and would cut the window off from the page that opened it.
    assert.equal(started.headers['cross-origin-opener-policy'], 'unsafe-none');
    return { held: { attemptId, secret }, start: String(started.headers.location) };
  };
  const back = (browser: Browser, location: string, org = orgId): Promise<Answer> =>
    browser.ask('GET', `/orgs/${org}/oidc/callback${new URL(location).search}`);
  const codeIn = ({ text }: Answer): string => /<output id="code">([^<]+)</.exec(text)?.[1] ?? '';
  const redeem = (browser: Browser, body: object): Promise<Answer> =>
    browser.ask('POST', `/orgs/${orgId}/redeem`, { body });

  it('sends the browser there with PKCE, state, nonce and the exact address to come back to', async () => {
    const { start } = await begin(service.browser());
    const url = new URL(start);
    assert.equal(url.origin, issuer);
    assert.equal(url.searchParams.get('redirect_uri'), providerCallback);
    assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.match(url.searchParams.get(name) ?? '', /^[\w-]{43}$/);
  });

  it('ends with a code that opens a session in the frame, once', async () => {
    const popUp = service.browser();
    const { held, start } = await begin(popUp);
    const window = await back(popUp, await atProvider(start, 'ada@example.com'));
    assert.equal(window.status, 200);
    assert.equal(window.headers['cross-origin-opener-policy'], 'unsafe-none');
    assert.match(String(window.headers['content-security-policy']), /default-src 'none'; script-src 'nonce-[^']+'/);
    assert.match(String(window.headers['content-security-policy']), /frame-ancestors 'none'/);
    const frame = service.browser();
    const code = codeIn(window);
    const answer = await redeem(frame, { ...held, code });
    assert.equal(answer.status, 200);
    assert.equal(answer.body.session.agentName, 'ada@example.com');
    assert.equal((await frame.ask('GET', `/orgs/${orgId}/session`)).body.state, 'signed-in');
    assert.equal((await popUp.ask('GET', `/orgs/${orgId}/session`)).body.state, 'signed-out');
    assert.equal((await redeem(service.browser(), { ...held, code })).status, 409);
  });

  it('refuses a user of the provider who is not the one that the login is for', async () => {
    const popUp = service.browser();
    const { start } = await begin(popUp);
    const window = await back(popUp, await atProvider(start, 'eve@example.com'));
    assert.equal(window.status, 403);
    assert.equal(codeIn(window), '');
    assert.ok(service.log.some(({ event, method }) => event === 'login-failed' && method === 'oidc'));
  });

  it('takes an address for a name only when the provider has verified it', async () => {
    const options = { issuer, clientId, clientSecret, label: 'Salesforce', userNameClaim: 'email' };
    const own = await startTestService({ authenticators: { '*': [createOidcAuthenticator(options)] } });
    for (const [user, status] of [
      ['liar@example.com', 403],
      ['silent@example.com', 403],
      ['ada@example.com', 200]
    ] as const) {
      const popUp = own.browser();
      const { methods } = await popUp.attempt(orgId, user);
      const started = await popUp.ask('GET', methods[0]?.kind === 'oidc' ? methods[0].startUrl : '');
      const location = await atProvider(String(started.headers.location), user);
      assert.equal((await back(popUp, location)).status, status, user);
    }
    await own.close();
    await own.store.close();
  });

  it('takes the answer once, in the browser that began, and in its org', async () => {
    const popUp = service.browser();
    const { start } = await begin(popUp);
    const location = await atProvider(start, 'ada@example.com');
    assert.equal((await back(service.browser(), location)).status, 409);
    assert.equal((await back(popUp, location, otherOrgId)).status, 409);
    assert.equal((await back(popUp, location)).status, 200);
    assert.equal((await back(popUp, location)).status, 409);
  });

  it('refuses an answer that the provider did not give: another code, another state, an error', async () => {
    const popUp = service.browser();
    const forge = async (change: (parameters: URLSearchParams) => void): Promise<Answer> => {
      const { start } = await begin(popUp);
      const url = new URL(await atProvider(start, 'ada@example.com'));
      change(url.searchParams);
      return back(popUp, url.href);
    };
    const forged = [
      await forge((parameters) => parameters.set('code', 'forged')),
      await forge((parameters) => parameters.set('state', 'forged')),
      await forge((parameters) => parameters.set('iss', 'https://evil.test')),
      await forge((parameters) => parameters.append('state', 'second')),
      await forge((parameters) => {
        parameters.delete('code');
        parameters.set('error', 'access_denied');
        parameters.set('error_description', '<script>alert(1)</script>');
      })
    ];
    assert.deepEqual(
      forged.map(({ status }) => status),
      [403, 409, 403, 409, 403]
    );
    for (const { text } of forged) assert.doesNotMatch(text, /alert\(|<output/);
  });

  const inFrame = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'iframe' };
  const silentlyBegun = async (frame: Browser): Promise<{ readonly held: object; readonly start: string }> => {
    const { attemptId, secret, methods } = await frame.attempt();
    const url = methods[0]?.kind === 'oidc' ? methods[0].silentUrl : undefined;
    const started = await frame.ask('GET', url ?? '', { headers: inFrame });
    assert.equal(started.status, 302);
    return { held: { attemptId, secret }, start: String(started.headers.location) };
  };
  const backInFrame = (browser: Browser, location: string): Promise<Answer> =>
    browser.ask('GET', `/orgs/${orgId}/oidc/callback${new URL(location).search}`, {
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' }
    });

  it('needs no click of a user who is signed in there: a hidden frame tells the login page, of our origin and nobody else', async () => {
    const cookies = new Map<string, string>();
    const popUp = service.browser();
    await atProvider((await begin(popUp)).start, 'ada@example.com', cookies);
    const frame = service.browser();
    const { held, start } = await silentlyBegun(frame);
    assert.equal(new URL(start).searchParams.get('prompt'), 'none');
    const answer = await backInFrame(frame, await atProvider(start, 'nobody', cookies));
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['content-security-policy']), /frame-ancestors 'self' https:\/\/one\.lightning/);
    const code = /type:'silent-code',code:'([A-Z0-9-]+)'\},location\.origin/.exec(answer.text)?.[1] ?? '';
    assert.equal((await redeem(frame, { ...held, code })).body.session.agentName, 'ada@example.com');
  });

  it('is refused quietly and without a page of the provider when nobody is signed in there, and nothing opens', async () => {
    const frame = service.browser();
    const { start } = await silentlyBegun(frame);
    const location = await atProvider(start, 'nobody');
    assert.equal(new URL(location).searchParams.get('error'), 'login_required');
    const answer = await backInFrame(frame, location);
    assert.match(answer.text, /postMessage\(\{type:'silent-none'\},location\.origin\)/);
    assert.doesNotMatch(answer.text, /silent-code/);
    assert.ok(service.log.some(({ event }) => event === 'silent-login-refused'));
    assert.ok(!service.log.some(({ event }) => event === 'provider-failed'));
  });

  it('begins without a click only in a frame of our own page, and ends in the browser, the time and the way it began', async () => {
    const frame = service.browser();
    const { methods } = await frame.attempt();
    const url = methods[0]?.kind === 'oidc' ? (methods[0].silentUrl ?? '') : '';
    for (const headers of [
      {},
      { ...inFrame, 'sec-fetch-site': 'cross-site' },
      { ...inFrame, 'sec-fetch-dest': 'document' }
    ])
      assert.equal((await frame.ask('GET', url, { headers })).status, 403);
    const cookies = new Map<string, string>();
    await atProvider((await begin(service.browser())).start, 'ada@example.com', cookies);
    const { start } = await silentlyBegun(frame);
    const location = await atProvider(start, '', cookies);
    assert.equal((await back(frame, location)).status, 409, 'a window');
    assert.equal((await backInFrame(service.browser(), location)).status, 409, 'another browser');
    assert.equal((await backInFrame(frame, location)).status, 200);
    assert.equal((await backInFrame(frame, location)).status, 409, 'again');
    const late = await atProvider((await silentlyBegun(frame)).start, '', cookies);
    await service.clock.pass(31_000);
    assert.equal((await backInFrame(frame, late)).status, 409, 'too late');
  });

  it('speaks the language of the login page there and back, and else that of the browser', async () => {
    const popUp = service.browser();
    const { methods } = await popUp.attempt();
    const [method] = methods;
    assert.ok(method?.kind === 'oidc');
    const started = await popUp.ask('GET', `${method.startUrl}&language=de`, { headers: { 'accept-language': 'fr' } });
    const location = await atProvider(String(started.headers.location), 'ada@example.com');
    assert.match((await back(popUp, location)).text, /<html lang="de">/);
    const again = await popUp.ask('GET', `/orgs/${orgId}/oidc/callback${new URL(location).search}`, {
      headers: { 'accept-language': 'ja,en;q=0.5' }
    });
    assert.equal(again.status, 409);
    assert.match(again.text, /<html lang="ja">/);
    const hostile = await popUp.ask('GET', `/orgs/${orgId}/oidc/start?attempt=x&language=%22%3E%3Cscript%3E`);
    assert.match(hostile.text, /<html lang="en">/);
  });

  it('begins nothing for an attempt that is over or of another org, and for a method that is none', async () => {
    const popUp = service.browser();
    const { attemptId } = await popUp.attempt();
    const start = (org: string, query: string): Promise<Answer> => popUp.ask('GET', `/orgs/${org}/oidc/start?${query}`);
    assert.equal((await start(orgId, 'attempt=unknown')).status, 409);
    assert.equal((await start(otherOrgId, `attempt=${attemptId}`)).status, 409);
    assert.equal((await start(orgId, `attempt=${attemptId}&method=7`)).status, 404);
    assert.equal((await start(orgId, `attempt=${attemptId}`)).status, 302);
    await service.clock.pass(600_000);
    assert.equal((await start(orgId, `attempt=${attemptId}`)).status, 409);
  });

  it('a code of an attempt that was finished in another way opens nothing', async () => {
    const popUp = service.browser();
    const { held, start } = await begin(popUp);
    const first = codeIn(await back(popUp, await atProvider(start, 'ada@example.com')));
    const again = await popUp.ask('GET', `/orgs/${orgId}/oidc/start?attempt=${held.attemptId}`);
    const second = codeIn(await back(popUp, await atProvider(String(again.headers.location), 'ada@example.com')));
    assert.equal((await redeem(service.browser(), { ...held, code: first })).status, 200);
    assert.equal((await redeem(service.browser(), { ...held, code: second })).status, 409);
  });

  it('says that the provider does not answer, and asks it again the next time', async () => {
    const away = createOidcAuthenticator({
      issuer: 'http://127.0.0.1:1',
      clientId,
      clientSecret,
      label: 'X',
      userNameClaim: 'sub'
    });
    const own = await startTestService({ authenticators: { '*': [away] } });
    const { attemptId } = await own.browser().attempt();
    for (let time = 0; time < 2; time += 1) {
      const answer = await own.browser().ask('GET', `/orgs/${orgId}/oidc/start?attempt=${attemptId}`);
      assert.equal(answer.status, 503);
      assert.match(String(answer.headers['content-type']), /^text\/html/);
    }
    await own.close();
    await own.store.close();
  });
});
