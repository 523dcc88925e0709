import assert from 'node:assert/strict';
import {
  orgId,
  origin,
  otherOrgId,
  passwords,
  startTestService,
  type Browser,
  type TestService
} from './service-harness';

const org = `/orgs/${orgId}`;
const cookie = `__Host-ringdown-${orgId}`;

describe('what other sites, other orgs and other tellers cannot do', () => {
  let service: TestService;
  beforeEach(async () => {
    service = await startTestService();
  });
  afterEach(async () => {
    await service.close();
    await service.store.close();
  });
  const signedIn = async (): Promise<Browser> => {
    const ada = service.browser();
    assert.equal((await ada.login()).status, 200);
    return ada;
  };
  const policyOf = (answer: { readonly headers: Record<string, unknown> }): readonly string[] =>
    String(answer.headers['content-security-policy']).split('; ');

  it('only the origins of the org may frame its pages, and nobody may frame anything else', async () => {
    const ada = service.browser();
    const pages = [`${org}/connector`, `${org}/softphone`, `${org}/login`, `/orgs/${otherOrgId}/login`];
    const ancestors = await Promise.all(
      pages.map(async (page) => policyOf(await ada.ask('GET', page)).find((part) => part.startsWith('frame-ancestors')))
    );
    const one = 'frame-ancestors https://one.lightning.force.com https://one.my.salesforce.com';
    // The softphone, which is of this origin and itself framed by the org alone, frames the login page.
    const login = one.replace(' ', " 'self' ");
    assert.deepEqual(ancestors, [one, one, login, login.replaceAll('one.', 'other.')]);
    for (const path of [
      `${org}/session`,
      '/assets/login.abc.js',
      '/assets/none',
      '/health',
      '/orgs/none/login',
      '/',
      '/admin/orgs/x/y'
    ])
      assert.ok(policyOf(await ada.ask('GET', path)).includes("frame-ancestors 'none'"), path);
    assert.equal((await ada.ask('GET', `${org}/login`)).headers['x-frame-options'], undefined);
  });

  it('the softphone in a window of its own reaches the page that opened it, asks no server, and is framed by nobody', async () => {
    const { status, headers } = await service.browser().ask('GET', `${org}/softphone/window`);
    assert.equal(status, 200);
    assert.equal(headers['cross-origin-opener-policy'], 'unsafe-none');
    const policy = policyOf({ headers });
    assert.ok(policy.includes("frame-ancestors 'none'"));
    assert.ok(policy.includes("default-src 'none'"));
    assert.equal(
      policy.some((part) => /^(connect|frame)-src/.test(part) || part.includes('force.com')),
      false
    );
  });

  it('the softphone runs scripts of its own org’s hosts besides, because Open CTI is one, and frames nothing but this service', async () => {
    const ada = service.browser();
    const [own, other] = [
      await ada.ask('GET', `${org}/softphone`),
      await ada.ask('GET', `/orgs/${otherOrgId}/softphone`)
    ];
    const nonce = /nonce="([^"]+)"/.exec(own.text)?.[1];
    const hosts = 'https://one.lightning.force.com https://one.my.salesforce.com';
    assert.ok(policyOf(own).includes(`script-src 'nonce-${nonce}' ${hosts}`));
    assert.ok(policyOf(own).includes("frame-src 'self'"));
    assert.ok(!String(other.headers['content-security-policy']).includes('https://one.'));
  });

  it('a page runs only the scripts that carry its own nonce, which is new each time', async () => {
    const ada = service.browser();
    const [first, second] = [await ada.ask('GET', `${org}/connector`), await ada.ask('GET', `${org}/connector`)];
    const nonces = [first, second].map((page) => /nonce="([^"]+)"/.exec(page.text)?.[1]);
    assert.equal(new Set(nonces).size, 2);
    assert.ok(policyOf(first).includes(`script-src 'nonce-${nonces[0]}'`));
    assert.ok(policyOf(first).includes("default-src 'none'"));
    assert.ok(policyOf(first).includes("connect-src 'self' wss://phone.example.com https://phone.example.com"));
    assert.ok(policyOf(await ada.ask('GET', `${org}/login`)).includes("connect-src 'self'"));
    assert.match(String(first.headers['permissions-policy']), /microphone=\(self\)/);
  });

  it('every answer carries what keeps a browser strict', async () => {
    const ada = service.browser();
    for (const path of [`${org}/session`, `${org}/login`, '/nowhere', '/health']) {
      const { headers } = await ada.ask('GET', path);
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains');
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin');
      assert.equal(headers['access-control-allow-origin'], undefined);
      assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    }
  });

  it('no other site can change anything: wrong origin, no origin, no header of ours, or a form', async () => {
    const ada = await signedIn();
    const changes = [
      ['POST', `${org}/attempts`],
      ['POST', `${org}/login`],
      ['POST', `${org}/redeem`],
      ['POST', `${org}/session/activity`],
      ['POST', `${org}/phone-ticket`],
      ['DELETE', `${org}/session`],
      ['DELETE', `${org}/sessions`]
    ] as const;
    const forged: readonly Record<string, string | undefined>[] = [
      { origin: 'https://evil.test' },
      { origin: 'null' },
      { origin: undefined },
      { origin: `${origin}.evil.test` },
      { origin: origin.toUpperCase() },
      { 'x-ringdown': undefined },
      { 'x-ringdown': '0' }
    ];
    for (const [method, path] of changes) {
      for (const headers of forged) {
        const answer = await ada.ask(method, path, { headers, body: { inCall: false } });
        assert.deepEqual(
          [answer.status, answer.body],
          [403, { code: 'FORBIDDEN' }],
          `${path} ${JSON.stringify(headers)}`
        );
      }
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/jsonx'
      ]) {
        const answer = await ada.ask(method, path, { headers: { 'content-type': type }, body: 'inCall=false' });
        assert.deepEqual([answer.status, answer.body], [415, { code: 'NOT_JSON' }], `${path} ${type}`);
      }
    }
    assert.equal((await ada.ask('GET', `${org}/session`)).body.state, 'signed-in');
  });

  it('asking with another method changes nothing', async () => {
    const ada = await signedIn();
    for (const path of ['login', 'redeem', 'attempts', 'session/activity', 'phone-ticket'].map(
      (end) => `${org}/${end}`
    )) {
      const answer = await ada.ask('PUT', path, { body: {} });
      assert.deepEqual([answer.status, answer.body], [404, { code: 'NOT_FOUND' }], path);
    }
    assert.equal((await ada.ask('GET', `${org}/phone-ticket`)).status, 404);
  });

  it('an id that was planted before the login opens nothing after it', async () => {
    const ada = service.browser();
    const planted = 'A'.repeat(43);
    ada.cookies.set(cookie, planted);
    await ada.login();
    assert.notEqual(ada.cookies.get(cookie), planted);
    const eve = service.browser();
    eve.cookies.set(cookie, planted);
    assert.equal((await eve.ask('GET', `${org}/session`)).body.state, 'signed-out');
  });

  it("a login over an attacker's session ends that session", async () => {
    const eve = service.browser();
    await eve.login({ username: 'bob' });
    const ada = service.browser();
    ada.cookies.set(cookie, eve.cookies.get(cookie)!);
    await ada.login();
    assert.deepEqual((await eve.ask('GET', `${org}/session`)).body, { state: 'signed-out', reason: 'signed-out' });
    assert.equal((await ada.ask('GET', `${org}/session`)).body.session.agentName, 'ada');
  });

  it('an attempt finishes one login, in its org, with its secret and in its time', async () => {
    const ada = service.browser();
    const body = { ...(await ada.attempt()), username: 'ada', password: passwords.ada };
    const login = { attemptId: body.attemptId, secret: body.secret, username: 'ada', password: passwords.ada };
    const refused = [
      { ...login, secret: 'wrong' },
      { ...login, attemptId: 'unknown' }
    ];
    for (const wrong of refused)
      assert.deepEqual((await ada.ask('POST', `${org}/login`, { body: wrong })).body, { code: 'ATTEMPT_OVER' });
    assert.equal((await ada.ask('POST', `/orgs/${otherOrgId}/login`, { body: login })).status, 409);
    assert.equal((await ada.ask('POST', `${org}/login`, { body: { ...login, password: 'wrong' } })).status, 401);
    const both = await Promise.all([1, 2].map(() => ada.ask('POST', `${org}/login`, { body: login })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
    assert.equal((await ada.ask('POST', `${org}/login`, { body: login })).status, 409);

    const old = await ada.attempt();
    await service.clock.pass(600_000);
    const late = { attemptId: old.attemptId, secret: old.secret, username: 'ada', password: passwords.ada };
    assert.equal((await ada.ask('POST', `${org}/login`, { body: late })).status, 409);
  });

  it('a code opens one session, for the holder of its attempt, within two minutes', async () => {
    const ada = service.browser();
    const { attemptId, secret } = await ada.attempt();
    const held = { attemptId, secret };
    const login = { ...held, username: 'ada', password: passwords.ada };
    const { code } = (await ada.ask('POST', `${org}/login`, { body: login })).body;
    const redeem = (body: object, path = org) => service.browser().ask('POST', `${path}/redeem`, { body });
    const stranger = await service.browser().attempt();
    for (const wrong of [
      { ...held, code: 'AAAA-AAAA-AAAA-AAAA' },
      { attemptId, secret: 'wrong', code },
      { attemptId: stranger.attemptId, secret: stranger.secret, code }
    ]) {
      const answer = await redeem(wrong);
      assert.deepEqual([answer.status, answer.body], [409, { code: 'ATTEMPT_OVER' }]);
    }
    assert.equal((await redeem({ ...held, code }, `/orgs/${otherOrgId}`)).status, 409);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const both = await Promise.all([redeem({ ...held, code: typed }), redeem({ ...held, code })]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);

    const next = await ada.attempt();
    const again = { attemptId: next.attemptId, secret: next.secret };
    const second = (await ada.ask('POST', `${org}/login`, { body: { ...login, ...again } })).body.code;
    await service.clock.pass(120_000);
    assert.equal((await redeem({ ...again, code: second })).status, 409);
  });

  it('a code of a session that ended meanwhile opens nothing', async () => {
    const ada = service.browser();
    const { attemptId, secret } = await ada.attempt();
    const body = { attemptId, secret, username: 'ada', password: passwords.ada };
    const { code } = (await ada.ask('POST', `${org}/login`, { body })).body;
    await ada.ask('DELETE', `${org}/session`);
    assert.equal((await ada.ask('POST', `${org}/redeem`, { body: { attemptId, secret, code } })).status, 409);
  });

  it('an org that is not served looks like a page that does not exist, whatever is asked', async () => {
    const ada = service.browser();
    for (const id of [
      '00D000000000009AAA',
      '00D000000000001',
      orgId.toLowerCase(),
      '..%2f',
      '%00',
      '__proto__',
      'constructor'
    ]) {
      for (const end of ['login', 'connector', 'session', 'sessions', 'session/events', 'oidc/start?attempt=x']) {
        const answer = await ada.ask('GET', `/orgs/${id}/${end}`);
        assert.deepEqual([answer.status, answer.body], [404, { code: 'NOT_FOUND' }], `${id} ${end}`);
      }
      const posted = await ada.ask('POST', `/orgs/${id}/attempts`, { body: {} });
      assert.deepEqual([posted.status, posted.body], [404, { code: 'NOT_FOUND' }]);
    }
  });

  it('no answer sends a browser to an address that a caller chose', async () => {
    const ada = service.browser();
    for (const path of [
      '//evil.test/',
      `${org}/login?return=https://evil.test`,
      '/%5cevil.test',
      `${org}/login/`,
      '//evil.test/%2f..'
    ]) {
      const answer = await ada.ask('GET', path, { headers: { host: 'evil.test', 'x-forwarded-host': 'evil.test' } });
      assert.equal(answer.headers.location, undefined, path);
      assert.doesNotMatch(answer.text, /evil/, path);
    }
  });

  it('a file outside the built pages is not served', async () => {
    const ada = service.browser();
    for (const name of ['..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', '__proto__', 'manifest.json', '%00'])
      assert.equal((await ada.ask('GET', `/assets/${name}`)).status, 404, name);
    const asset = await ada.ask('GET', '/assets/login.abc.js');
    assert.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(asset.headers['content-type'], 'text/javascript');
  });
});
