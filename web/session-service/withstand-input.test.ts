import assert from 'node:assert/strict';
import { orgId, otherOrgId, passwords, startTestService, type Browser, type TestService } from './service-harness';

const org = `/orgs/${orgId}`;

describe('what odd and hostile input does', () => {
  let service: TestService;
  let ada: Browser;
  beforeEach(async () => {
    service = await startTestService();
    ada = service.browser();
  });
  afterEach(async () => {
    await service.close();
    await service.store.close();
  });
  const post = (end: string, body: unknown, headers = {}) => ada.ask('POST', `${org}/${end}`, { body, headers });

  it('a body that is too large is refused before it is read', async () => {
    const answer = await post('login', { username: 'x'.repeat(20_000) });
    assert.deepEqual([answer.status, answer.body], [413, { code: 'TOO_LARGE' }]);
  });

  it('a body that is not JSON, or JSON of another shape, is a bad request', async () => {
    const { attemptId, secret } = await ada.attempt();
    const login = { attemptId, secret, username: 'ada', password: passwords.ada };
    const bodies: readonly unknown[] = [
      '{',
      '',
      'null',
      '[]',
      '"x"',
      '7',
      '{"__proto__":{"isAdmin":true},"attemptId":"a"}',
      { ...login, username: undefined },
      { ...login, username: '' },
      { ...login, username: ['ada'] },
      { ...login, username: { $ne: '' } },
      { ...login, password: 7 },
      { ...login, password: 'x'.repeat(1025) },
      { ...login, attemptId: null }
    ];
    for (const body of bodies) {
      const answer = await post('login', body);
      assert.deepEqual([answer.status, answer.body], [400, { code: 'BAD_REQUEST' }], JSON.stringify(body));
    }
    assert.equal((await post('login', login)).status, 200);
    for (const body of [{}, { inCall: 'yes' }, { inCall: 1 }])
      assert.equal((await post('session/activity', body)).status, 400);
    for (const userId of ['', '001000000000001AAA', "005' OR 1=1", 5])
      assert.equal((await post('attempts', { userId, userName: 'a', callCenter: 'b' })).status, 400);
  });

  it('names that look like code are names', async () => {
    for (const username of [
      "ada'--",
      'ada"; DROP TABLE session',
      'ada\u0000',
      '${jndi:ldap://x}',
      'ada\r\nSet-Cookie: a=b',
      '*)(uid=*'
    ]) {
      const answer = await ada.login({ username, password: 'x' });
      assert.deepEqual([answer.status, answer.body], [401, { code: 'LOGIN_FAILED' }], username);
    }
    assert.equal((await ada.login()).status, 200);
  });

  it('a line break in a name makes no second header and no second line in the log', async () => {
    const userName = 'ada\r\nSet-Cookie: evil=1\n{"event":"login-succeeded"}';
    const body = { userId: '005000000000001AAA', userName, callCenter: 'Support' };
    const lines: string[] = [];
    const own = await startTestService({ writeAudit: (line) => lines.push(line) });
    const answer = await own.browser().ask('POST', `${org}/attempts`, { body });
    await own.close();
    await own.store.close();
    assert.equal(answer.status, 201);
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.ok(lines.every((line) => line.indexOf('\n') === line.length - 1));
    const created = lines
      .map((line) => JSON.parse(line) as { event: string; userName?: string })
      .filter(({ event }) => event === 'attempt-created');
    assert.deepEqual(
      created.map((line) => line.userName),
      [userName]
    );
  });

  it('a cookie or a bearer that cannot be an id opens nothing and breaks nothing', async () => {
    const name = `__Host-ringdown-${orgId}`;
    for (const value of ['', 'x', '%', '%00', '"', '../../etc', 'A'.repeat(4000), '{"id":1}']) {
      ada.cookies.set(name, value);
      const answer = await ada.ask('GET', `${org}/session`);
      assert.equal(answer.status, 200, value);
      assert.equal(answer.body.state, 'signed-out', value);
    }
    for (const authorization of ['Bearer', 'Bearer ', 'Basic YTpi', 'Bearer a b', `Bearer ${'x'.repeat(5000)}`]) {
      const answer = await service.browser().ask('GET', `${org}/session`, { headers: { authorization } });
      assert.deepEqual([answer.status, answer.body.state], [200, 'signed-out'], authorization);
    }
  });

  it('a ticket, a code and every other secret opens what it was made for, and a session nothing else', async () => {
    const { attemptId, secret } = await ada.attempt();
    const login = { attemptId, secret, username: 'ada', password: passwords['ada'] };
    const { code } = (await post('login', login)).body;
    const { ticket } = (await post('phone-ticket', {})).body;
    const id = ada.cookies.get(`__Host-ringdown-${orgId}`)!;
    const device = ada.cookies.get(`__Host-ringdown-device-${orgId}`)!;
    const { handle } = (await ada.ask('GET', `${org}/session`)).body.session;
    for (const [what, other] of Object.entries({
      ticket,
      code,
      secret,
      attemptId,
      device,
      handle,
      admin: 'admin-token'
    }))
      for (const headers of [{ cookie: `__Host-ringdown-${orgId}=${other}` }, { authorization: `Bearer ${other}` }]) {
        const stranger = service.browser();
        assert.equal((await stranger.ask('GET', `${org}/session`, { headers })).body.state, 'signed-out', what);
        assert.equal((await stranger.ask('POST', `${org}/phone-ticket`, { headers })).status, 401, what);
      }
    const fresh = await service.browser().attempt();
    for (const [what, other] of Object.entries({ ticket: ticket.slice(-43), id, device })) {
      const authorization = `Bearer ${other}`;
      const stranger = service.browser();
      for (const path of [`/admin${org}/sessions`, `/phone-system${org}/revocations`])
        assert.equal(
          (await stranger.ask(path.startsWith('/admin') ? 'GET' : 'POST', path, { headers: { authorization } })).status,
          401,
          what
        );
      const body = { attemptId: fresh.attemptId, secret: fresh.secret, code: other };
      assert.equal((await stranger.ask('POST', `${org}/redeem`, { body })).status, 409, what);
    }
    assert.equal((await ada.ask('GET', `${org}/session`)).body.state, 'signed-in');
  });

  it('the id of one org is no id of another, in any way to present it', async () => {
    await ada.login();
    const id = ada.cookies.get(`__Host-ringdown-${orgId}`)!;
    const eve = service.browser();
    const path = `/orgs/${otherOrgId}/session`;
    const ways = [{ cookie: `__Host-ringdown-${otherOrgId}=${id}` }, { authorization: `Bearer ${id}` }];
    for (const headers of ways) {
      assert.equal((await eve.ask('GET', path, { headers })).body.state, 'signed-out');
      assert.equal((await eve.ask('GET', `${path}s`, { headers })).status, 401);
      assert.equal((await eve.ask('POST', `${path}/activity`, { headers, body: { inCall: false } })).status, 401);
      assert.equal((await eve.ask('DELETE', `${path}s`, { headers })).status, 401);
    }
    assert.equal((await ada.ask('GET', `${org}/session`)).body.state, 'signed-in');
  });

  it('what an answer says of a defect is its code and nothing else', async () => {
    const broken = await startTestService({
      pages: {
        html: () => {
          throw new Error('secret detail');
        },
        asset: () => undefined
      }
    });
    const answer = await broken.browser().ask('GET', `${org}/login`);
    assert.deepEqual([answer.status, answer.text], [500, '{"code":"INTERNAL"}']);
    assert.equal(
      broken.log.some((line) => JSON.stringify(line).includes('secret detail')),
      false
    );
    assert.ok(broken.log.some(({ event }) => event === 'request-failed'));
    await broken.close();
    await broken.store.close();
  });

  it('no log line holds a password, an id, a secret, a code or a ticket', async () => {
    const { attemptId, secret } = await ada.attempt();
    const password = passwords.ada!;
    const login = { attemptId, secret, username: 'ada', password };
    await post('login', { ...login, username: 'typed-a-password-here', password: 'wrong one' });
    const { code } = (await post('login', login)).body;
    const redeemed = (await post('redeem', { attemptId, secret, code, want: 'bearer' })).body;
    const { ticket } = (await post('phone-ticket', {}, { authorization: `Bearer ${redeemed.bearer}` })).body;
    // Ids, secrets and tickets in places where they do not belong are told of, and not repeated.
    await post('redeem', { attemptId, secret, code, want: 'bearer' });
    await ada.ask('GET', `/admin${org}/sessions`, { headers: { authorization: `Bearer ${ticket}` } });
    await ada.ask('GET', `${org}/session?id=${redeemed.bearer}&ticket=${ticket}`);
    await service.clock.pass(20 * 60_000);
    const headers = { authorization: `Bearer ${redeemed.bearer}` };
    const renewed = (await post('session/activity', { inCall: false }, headers)).body;
    await ada.ask('DELETE', `${org}/session`, { headers: { authorization: `Bearer ${renewed.bearer}` } });
    const log = JSON.stringify(service.log);
    const events = new Set(service.log.map(({ event }) => event));
    for (const event of [
      'attempt-created',
      'login-failed',
      'login-succeeded',
      'code-redeemed',
      'ticket-issued',
      'session-rotated',
      'session-ended'
    ] as const)
      assert.ok(events.has(event), event);
    const cookies = [...ada.cookies.values()];
    const secrets = [
      password,
      'wrong one',
      'typed-a-password-here',
      secret,
      code,
      redeemed.bearer,
      renewed.bearer,
      ticket,
      // What it is signed with is as good as the whole.
      ticket.split('.')[2]!,
      ...cookies
    ];
    for (const each of secrets) assert.ok(each.length >= 9, 'there is something to look for');
    for (const each of [...secrets, 'admin-token', 'ticket-secret']) assert.equal(log.includes(each), false, each);
  });
});
