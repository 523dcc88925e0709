import assert from 'node:assert/strict';
import {
  orgId,
  otherOrgId,
  passwords,
  startTestService,
  type TestService,
  type TestServiceOptions
} from './service-harness';

const minute = 60_000;
const hour = 60 * minute;
const session = `/orgs/${orgId}/session`;
const cookie = `__Host-ringdown-${orgId}`;

describe('the life of a session', () => {
  let service: TestService;
  const start = async (options: TestServiceOptions = {}): Promise<TestService> =>
    (service = await startTestService(options));
  afterEach(async () => {
    await service.close();
    await service.store.close();
  });
  const reasons = (): readonly unknown[] =>
    service.log.filter(({ event }) => event === 'session-ended').map(({ reason }) => reason);

  it('begins with a login and is known to whoever has its cookie', async () => {
    const { browser } = await start();
    const ada = browser();
    assert.deepEqual((await ada.ask('GET', session)).body, { state: 'signed-out' });
    const answer = await ada.login();
    assert.equal(answer.status, 200);
    assert.equal(answer.body.session.agentName, 'ada');
    assert.equal(answer.body.session.userName, 'ada@example.com');
    assert.equal(Date.parse(answer.body.session.expiresAt) - Date.parse(answer.body.session.serverNow), 10 * hour);
    assert.equal(
      Date.parse(answer.body.session.idleExpiresAt) - Date.parse(answer.body.session.serverNow),
      30 * minute
    );
    const asked = await ada.ask('GET', session);
    assert.deepEqual(asked.body, { state: 'signed-in', session: answer.body.session });
    assert.deepEqual((await browser().ask('GET', session)).body, { state: 'signed-out' });
  });

  it('sets a cookie that lives in a frame of another site and nowhere else', async () => {
    const { browser } = await start();
    const { headers } = await browser().login();
    const set = (headers['set-cookie'] as string[]).find((line) => line.startsWith(`${cookie}=`)) ?? '';
    const parts = set.split('; ').slice(1);
    assert.deepEqual(parts.sort(), ['HttpOnly', 'Partitioned', 'Path=/', 'SameSite=None', 'Secure']);
  });

  it('ends when nobody used it for the idle time, and says so', async () => {
    const { browser, clock } = await start();
    const ada = browser();
    await ada.login();
    await clock.pass(30 * minute - 1);
    assert.equal((await ada.ask('GET', session)).body.state, 'signed-in');
    await clock.pass(1);
    assert.deepEqual((await ada.ask('GET', session)).body, { state: 'signed-out', reason: 'idle' });
    assert.deepEqual(reasons(), ['idle']);
  });

  it('lives on while it is used, up to its absolute limit', async () => {
    const { browser, clock } = await start({ policy: { absoluteHours: 2 } });
    const ada = browser();
    await ada.login();
    for (let used = 0; used < 2 * hour - 20 * minute; used += 20 * minute) {
      await clock.pass(20 * minute);
      assert.equal((await ada.ask('POST', `${session}/activity`, { body: { inCall: false } })).status, 200);
    }
    await clock.pass(20 * minute);
    assert.deepEqual((await ada.ask('GET', session)).body, { state: 'signed-out', reason: 'expired' });
    assert.equal((await ada.ask('POST', `${session}/activity`, { body: { inCall: false } })).status, 401);
  });

  it('asking who is signed in is no use of the session', async () => {
    const { browser, clock } = await start();
    const ada = browser();
    await ada.login();
    await clock.pass(20 * minute);
    await ada.ask('GET', session);
    await clock.pass(10 * minute);
    assert.equal((await ada.ask('GET', session)).body.reason, 'idle');
  });

  it('outlives its end while the rep is in a call, and ends with the call', async () => {
    const { browser, clock } = await start({ policy: { absoluteHours: 1, idleMinutes: 50 } });
    const ada = browser();
    await ada.login();
    await clock.pass(40 * minute);
    await ada.ask('POST', `${session}/activity`, { body: { inCall: true } });
    await clock.pass(30 * minute);
    assert.equal((await ada.ask('GET', session)).body.session.deferred, true);
    assert.equal((await ada.ask('POST', `${session}/activity`, { body: { inCall: true } })).body.deferred, true);
    assert.equal((await ada.ask('POST', `${session}/activity`, { body: { inCall: false } })).status, 401);
    assert.deepEqual((await ada.ask('GET', session)).body, { state: 'signed-out', reason: 'expired' });
  });

  it('outlives its end by the longest deferral at most, however long the call is', async () => {
    const { browser, clock } = await start({ policy: { absoluteHours: 1, longestDeferMinutes: 20 } });
    const ada = browser();
    await ada.login();
    for (let minutes = 0; minutes < 70; minutes += 10) {
      await clock.pass(10 * minute);
      assert.equal(
        (await ada.ask('POST', `${session}/activity`, { body: { inCall: true } })).status,
        200,
        `${minutes}`
      );
    }
    await clock.pass(10 * minute);
    assert.equal((await ada.ask('GET', session)).body.reason, 'expired');
  });

  it('a call that was longer than the idle time was a use of the session', async () => {
    const { browser, clock } = await start();
    const ada = browser();
    await ada.login();
    await ada.ask('POST', `${session}/activity`, { body: { inCall: true } });
    await clock.pass(45 * minute);
    const answer = await ada.ask('POST', `${session}/activity`, { body: { inCall: false } });
    assert.equal(answer.status, 200);
    assert.equal(answer.body.deferred, false);
  });

  it('ends in the middle of a call where the policy says cut', async () => {
    const { browser, clock } = await start({ policy: { duringCall: 'cut' } });
    const ada = browser();
    const { body } = await ada.login();
    assert.equal(body.session.duringCall, 'cut');
    await ada.ask('POST', `${session}/activity`, { body: { inCall: true } });
    await clock.pass(30 * minute);
    assert.equal((await ada.ask('GET', session)).body.reason, 'idle');
  });

  it('gets another id when its id is old; the old one is good for requests under way only', async () => {
    const { browser, clock } = await start();
    const ada = browser();
    await ada.login();
    const old = ada.cookies.get(cookie)!;
    await clock.pass(15 * minute);
    await ada.ask('POST', `${session}/activity`, { body: { inCall: false } });
    const present = ada.cookies.get(cookie)!;
    assert.notEqual(present, old);
    const late = browser();
    late.cookies.set(cookie, old);
    assert.equal((await late.ask('GET', session)).body.state, 'signed-in');
    await clock.pass(6000);
    await ada.ask('GET', session);
    await clock.pass(9999);
    assert.equal((await late.ask('GET', session)).body.state, 'signed-in');
    await clock.pass(1);
    assert.deepEqual((await late.ask('GET', session)).body, { state: 'signed-out', reason: 'unknown' });
    assert.equal((await ada.ask('GET', session)).body.state, 'signed-in');
  });

  it('is not lost when the answer with the new id is lost', async () => {
    const { browser, clock } = await start();
    const ada = browser();
    await ada.login();
    const old = ada.cookies.get(cookie)!;
    await clock.pass(15 * minute);
    await ada.ask('POST', `${session}/activity`, { body: { inCall: false } });
    const lost = ada.cookies.get(cookie)!;
    ada.cookies.set(cookie, old);
    await clock.pass(minute);
    assert.equal((await ada.ask('POST', `${session}/activity`, { body: { inCall: false } })).status, 200);
    assert.notEqual(ada.cookies.get(cookie), old);
    const finder = browser();
    finder.cookies.set(cookie, lost);
    assert.equal((await finder.ask('GET', session)).body.state, 'signed-out');
  });

  it('ends when the rep signs out, again and again with the same result', async () => {
    const { browser } = await start();
    const ada = browser();
    await ada.login();
    const id = ada.cookies.get(cookie)!;
    assert.equal((await ada.ask('DELETE', session)).status, 204);
    assert.equal(ada.cookies.has(cookie), false);
    assert.equal((await ada.ask('DELETE', session)).status, 204);
    ada.cookies.set(cookie, id);
    assert.deepEqual((await ada.ask('GET', session)).body, { state: 'signed-out', reason: 'signed-out' });
    assert.equal((await ada.ask('DELETE', session)).status, 204);
  });

  it('is listed to its rep with the others, who may end them all', async () => {
    const { browser } = await start();
    const [here, there, bob] = [browser(), browser(), browser()];
    for (const each of [here, there]) await each.login();
    await bob.login({ username: 'bob' });
    const { sessions } = (await here.ask('GET', `/orgs/${orgId}/sessions`)).body;
    assert.deepEqual(sessions.map(({ agentName, isThis }) => [agentName, isThis]).sort(), [
      ['ada', false],
      ['ada', true]
    ]);
    assert.equal(JSON.stringify(sessions).includes(here.cookies.get(cookie)!), false);
    assert.equal((await here.ask('DELETE', `/orgs/${orgId}/sessions`)).status, 204);
    assert.equal((await there.ask('GET', session)).body.reason, 'signed-out');
    assert.equal((await bob.ask('GET', session)).body.state, 'signed-in');
  });

  it('is ended by its rep from another place, alone, and nobody else’s is', async () => {
    const { browser } = await start();
    const [here, there, third, bob] = [browser(), browser(), browser(), browser()];
    for (const each of [here, there, third]) await each.login();
    await bob.login({ username: 'bob' });
    const handleOf = async (each: ReturnType<typeof browser>): Promise<string> =>
      (await each.ask('GET', session)).body.session.handle;
    const end = async (handle: string): Promise<number> =>
      (await here.ask('DELETE', `/orgs/${orgId}/sessions/${handle}`)).status;
    assert.equal(await end(await handleOf(bob)), 404);
    const handle = await handleOf(there);
    assert.deepEqual([await end(handle), await end(handle), await end('constructor')], [204, 404, 404]);
    assert.deepEqual((await there.ask('GET', session)).body, { state: 'signed-out', reason: 'revoked' });
    for (const each of [here, third, bob]) assert.equal((await each.ask('GET', session)).body.state, 'signed-in');
    const unnamed = { headers: { origin: 'https://evil.test' } };
    assert.equal((await here.ask('DELETE', `/orgs/${orgId}/sessions/${await handleOf(third)}`, unnamed)).status, 403);
  });

  it('gives way to newer ones of the same user: the least used goes first', async () => {
    const { browser, clock } = await start({ policy: { sessionsPerUser: 2 } });
    const [first, second, third] = [browser(), browser(), browser()];
    await first.login();
    await clock.pass(minute);
    await second.login();
    await clock.pass(minute);
    await first.ask('POST', `${session}/activity`, { body: { inCall: false } });
    await third.login();
    assert.equal((await first.ask('GET', session)).body.state, 'signed-in');
    assert.deepEqual((await second.ask('GET', session)).body, { state: 'signed-out', reason: 'revoked' });
    assert.equal((await third.ask('GET', session)).body.state, 'signed-in');
  });

  it('is ended by an admin, one or all of a user, and by the phone system', async () => {
    const { browser } = await start();
    const ada = browser();
    const admin = { authorization: 'Bearer admin-token' };
    const sessions = `/admin/orgs/${orgId}/sessions`;
    await ada.login();
    const listed = (await ada.ask('GET', sessions, { headers: admin })).body.sessions;
    assert.equal(listed.length, 1);
    const one = `${sessions}/${listed[0]!.handle}`;
    assert.equal((await ada.ask('DELETE', one, { headers: admin })).status, 204);
    assert.equal((await ada.ask('DELETE', one, { headers: admin })).status, 404);
    assert.equal((await ada.ask('GET', session)).body.reason, 'revoked');

    await ada.login();
    await ada.ask('DELETE', `/admin/orgs/${orgId}/users/ADA@example.com/sessions`, { headers: admin });
    assert.equal((await ada.ask('GET', session)).body.reason, 'revoked');

    await ada.login();
    const phone = { authorization: 'Bearer phone-token', origin: undefined, 'x-ringdown': undefined };
    const revoke = `/phone-system/orgs/${orgId}/revocations`;
    assert.deepEqual((await ada.ask('POST', revoke, { body: { userName: 'ada' }, headers: phone })).body, { ended: 1 });
    assert.equal((await ada.ask('GET', session)).body.reason, 'revoked');
  });

  it('ends when its rep may not log in any more, everywhere, and only his', async () => {
    const { browser } = await start();
    const [ada, far, bob] = [browser(), browser(), browser()];
    await ada.login();
    await far.login({ org: otherOrgId });
    await bob.login({ username: 'bob' });
    await service.revoke(['ada', 'nobody']);
    assert.equal((await ada.ask('GET', session)).body.reason, 'revoked');
    assert.equal((await far.ask('GET', `/orgs/${otherOrgId}/session`)).body.reason, 'revoked');
    assert.equal((await bob.ask('GET', session)).body.state, 'signed-in');
  });

  it('opens the doors of admin and phone system with their own tokens only', async () => {
    const { browser } = await start();
    const ada = browser();
    await ada.login();
    for (const [path, method, own] of [
      [`/admin/orgs/${orgId}/sessions`, 'GET', 'admin-token'],
      [`/phone-system/orgs/${orgId}/revocations`, 'POST', 'phone-token']
    ] as const) {
      for (const token of ['', 'admin-token', 'phone-token', 'x', `${own}x`].filter((each) => each !== own)) {
        const headers = { authorization: token === '' ? undefined : `Bearer ${token}` };
        assert.equal(
          (await ada.ask(method, path, { headers, body: method === 'GET' ? undefined : { userName: 'ada' } })).status,
          401
        );
      }
    }
    const far = `/admin/orgs/00D000000000009AAA/sessions`;
    assert.equal((await ada.ask('GET', far, { headers: { authorization: 'Bearer admin-token' } })).status, 404);
  });

  it('keeps a door without a token shut', async () => {
    const { browser } = await start({ settings: { adminToken: undefined } });
    const headers = { authorization: 'Bearer undefined' };
    assert.equal((await browser().ask('GET', `/admin/orgs/${orgId}/sessions`, { headers })).status, 401);
  });

  it('lives in one org: its id opens nothing in another', async () => {
    const { browser } = await start();
    const ada = browser();
    await ada.login();
    ada.cookies.set(`__Host-ringdown-${otherOrgId}`, ada.cookies.get(cookie)!);
    assert.deepEqual((await ada.ask('GET', `/orgs/${otherOrgId}/session`)).body, {
      state: 'signed-out',
      reason: 'unknown'
    });
    assert.equal((await ada.ask('POST', `/orgs/${otherOrgId}/phone-ticket`)).status, 401);
    assert.equal((await ada.ask('DELETE', `/orgs/${otherOrgId}/session`)).status, 204);
    assert.equal((await ada.ask('GET', session)).body.state, 'signed-in');
  });

  it('gives a ticket for the phone system, good for a minute and signed', async () => {
    const { browser, clock } = await start();
    const ada = browser();
    assert.equal((await ada.ask('POST', `/orgs/${orgId}/phone-ticket`)).status, 401);
    await ada.login();
    const first = (await ada.ask('POST', `/orgs/${orgId}/phone-ticket`)).body;
    const second = (await ada.ask('POST', `/orgs/${orgId}/phone-ticket`)).body;
    assert.equal(first.url, 'wss://phone.example.com/agents');
    const [claims, others] = [claimsOf(first.ticket), claimsOf(second.ticket)];
    assert.equal(claims.sub, 'ada');
    assert.equal(claims.org, orgId);
    assert.equal(claims.exp, Math.floor(clock.now() / 1000) + 60);
    assert.notEqual(claims.jti, others.jti);
  });

  it('without cookies it is held by an id in memory, which is rotated in the answer', async () => {
    const { browser, clock } = await start();
    const ada = browser();
    const { attemptId, secret } = await ada.attempt();
    const held = { attemptId, secret };
    const { code } = (
      await ada.ask('POST', `/orgs/${orgId}/login`, { body: { ...held, username: 'ada', password: passwords.ada } })
    ).body;
    const cookieless = browser();
    const redeemed = await cookieless.ask('POST', `/orgs/${orgId}/redeem`, { body: { ...held, code, want: 'bearer' } });
    assert.equal(redeemed.status, 200);
    assert.equal(redeemed.headers['set-cookie'], undefined);
    assert.equal((await ada.ask('GET', session)).body.state, 'signed-out');
    const headers = { authorization: `Bearer ${redeemed.body.bearer}` };
    assert.equal((await cookieless.ask('GET', session, { headers })).body.session.agentName, 'ada');
    assert.equal((await cookieless.ask('GET', `/orgs/${otherOrgId}/session`, { headers })).body.state, 'signed-out');
    await clock.pass(20 * minute);
    const renewed = await cookieless.ask('POST', `${session}/activity`, { headers, body: { inCall: false } });
    assert.notEqual(renewed.body.bearer, redeemed.body.bearer);
    const next = { authorization: `Bearer ${renewed.body.bearer}` };
    assert.equal((await cookieless.ask('GET', session, { headers: next })).body.state, 'signed-in');
  });
});

function claimsOf(ticket: string): {
  readonly sub: string;
  readonly org: string;
  readonly exp: number;
  readonly jti: string;
} {
  const [, claims = ''] = ticket.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as ReturnType<typeof claimsOf>;
}
