import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import type { PasswordAuthenticator, ProviderAuthenticator } from './authenticators/authenticator';
import { createAudit } from './audit/audit-log';
import { createUsersFileAuthenticator, parseUsers, type Users } from './authenticators/users-file';
import { hashPassword } from './authenticators/password-hash';
import {
  browserOf,
  orgId,
  otherOrgId,
  passwords,
  startTestService,
  testCost,
  type TestService
} from './service-harness';
import { createSessions, type NewSession } from './sessions/sessions';
import { defaultPolicy } from './settings/policy';
import type { SessionStore } from './store/session-store';
import { openSqliteStore } from './store/sqlite-store';

const session = `/orgs/${orgId}/session`;
const cookie = `__Host-ringdown-${orgId}`;
const minute = 60_000;

describe('an attacker', () => {
  let service: TestService;
  const start = async (options: Parameters<typeof startTestService>[0] = {}): Promise<TestService> =>
    (service = await startTestService(options));
  afterEach(async () => {
    await service.close();
    await service.store.close();
  });
  const counted = (store: SessionStore): { readonly store: SessionStore; readonly keys: Set<string> } => {
    const keys = new Set<string>();
    const admit: SessionStore['admit'] = async (key, now, rule) => {
      const admission = await store.admit(key, now, rule);
      if (admission.admitted) keys.add(key);
      return admission;
    };
    return { store: { ...store, admit }, keys };
  };

  it('leaves no trace in the store of names that he asks for while his address waits', async () => {
    const { store, keys } = counted(openSqliteStore(':memory:'));
    await start({ store });
    const eve = service.browser('198.51.100.7');
    const { attemptId, secret } = await eve.attempt();
    const guess = async (index: number): Promise<number> => {
      const body = { attemptId, secret, username: `user${index}`, password: 'x' };
      return (await eve.ask('POST', `/orgs/${orgId}/login`, { body })).status;
    };
    for (let index = 0; index < 200; index += 1) await guess(index);
    assert.equal(await guess(200), 429);
    // Fifty accounts and the address.
    assert.equal(keys.size, 51);
  });

  it('with many right logins at one moment has no more sessions than the limit', async () => {
    await start();
    const { store, clock } = service;
    // Answers come late, as from another computer.
    const slow: SessionStore = {
      ...store,
      sessionsOfUser: async (...asked) => {
        const found = await store.sessionsOfUser(...asked);
        await turn();
        return found;
      }
    };
    const sessions = createSessions({ store: slow, time: clock, policy: defaultPolicy, audit: () => undefined });
    const rep: NewSession = {
      ...{ orgId, userId: '005000000000001AAA', userName: 'ada@example.com', agentName: 'ada' },
      ...{ callCenter: 'Support', address: '192.0.2.1', userAgent: '' }
    };
    await Promise.all(Array.from({ length: 12 }, () => sessions.begin(rep)));
    assert.equal((await store.sessionsOfUser(orgId, 'ada')).length, defaultPolicy.sessionsPerUser);
  });

  it('who used a stolen id before its owner loses the session when the owner logs in again', async () => {
    await start();
    const [ada, eve] = [service.browser(), browserOf(service, '198.51.100.7')];
    await ada.login();
    eve.cookies.set(cookie, ada.cookies.get(cookie)!);
    await service.clock.pass(defaultPolicy.rotateMinutes * minute);
    const use = { body: { inCall: false } };
    assert.equal((await eve.ask('POST', `${session}/activity`, use)).status, 200);
    assert.equal((await eve.ask('POST', `${session}/activity`, use)).status, 200);
    await service.clock.pass(minute);
    assert.equal((await ada.ask('GET', session)).body.state, 'signed-out');
    assert.equal((await eve.ask('GET', session)).body.state, 'signed-in');
    assert.equal((await ada.login()).status, 200);
    assert.equal((await eve.ask('GET', session)).body.reason, 'signed-out');
  });

  it('cannot open the window of a provider from his own site, from a mail, or in a frame', async () => {
    const provider: ProviderAuthenticator = {
      ...{ kind: 'oidc', label: 'Salesforce' },
      silentOrigin: 'https://provider.test',
      mayBeSilent: () => true,
      silentUrl: () => Promise.resolve(''),
      startUrl: () => Promise.resolve('https://login.example.com/authorize'),
      finish: () => Promise.resolve({ agentName: 'ada' })
    };
    await start({ authenticators: { '*': [provider] } });
    const ada = service.browser();
    const { attemptId } = await ada.attempt();
    const open = (site: string): Promise<{ status: number; headers: { location?: unknown } }> =>
      ada.ask('GET', `/orgs/${orgId}/oidc/start?attempt=${attemptId}`, { headers: { 'sec-fetch-site': site } });
    for (const site of ['cross-site', 'same-site', 'none', 'anything']) {
      const { status, headers } = await open(site);
      assert.equal(status, 403, site);
      assert.equal(headers.location, undefined);
    }
    assert.equal(service.log.filter(({ event }) => event === 'request-refused').length, 4);
    assert.equal((await open('same-origin')).status, 302);
  });

  it('who guesses tokens is logged, then slowed, and keeps nobody out who has the token', async () => {
    await start();
    const eve = service.browser('198.51.100.7');
    const ask = (token: string): Promise<{ status: number }> =>
      eve.ask('GET', `/admin/orgs/${orgId}/sessions`, { headers: { authorization: `Bearer ${token}` } });
    const statuses: number[] = [];
    for (let time = 0; time < 210; time += 1) statuses.push((await ask(`guess-${time}`)).status);
    assert.deepEqual([...new Set(statuses)], [401, 429]);
    const told = service.log.filter(({ event, by }) => event === 'request-refused' && by === 'admin');
    assert.equal(told.length, 200);
    assert.equal((await ask('admin-token')).status, 200);
    assert.equal((await ask('phone-token')).status, 429);
  });

  it('who sends what our pages never send is logged, and cannot fill the log', async () => {
    await start();
    const eve = service.browser('198.51.100.7');
    for (let time = 0; time < 60; time += 1)
      await eve.ask('POST', `/orgs/${orgId}/attempts`, { body: {}, headers: { origin: 'https://evil.test' } });
    const told = service.log.filter(({ event }) => event === 'request-refused');
    assert.equal(told.length, 20);
    assert.deepEqual(told[0]?.reason, 'FORBIDDEN');
    assert.equal(told[0].address, '198.51.100.7');
  });

  it('cannot choose the address that is counted, unless a proxy that is trusted says it', async () => {
    await start();
    const eve = service.browser('198.51.100.7');
    const statuses: number[] = [];
    for (let index = 0; index < 7; index += 1) {
      const { attemptId, secret } = await eve.attempt();
      const body = { attemptId, secret, username: 'ada', password: 'wrong' };
      const headers = { 'x-forwarded-for': `192.0.2.${index}`, forwarded: `for=192.0.2.${index}` };
      statuses.push((await eve.ask('POST', `/orgs/${orgId}/login`, { body, headers })).status);
    }
    assert.equal(statuses.at(-1), 429);
    assert.deepEqual([...new Set(service.log.flatMap(({ address }) => address ?? []))], ['198.51.100.7']);
    await service.close();
    await service.store.close();

    await start({ settings: { trustProxy: ['10.0.0.0/8'] } });
    const proxy = service.browser('10.1.2.3');
    const headers = { 'x-forwarded-for': '192.0.2.66, 198.51.100.7' };
    const body = { userId: '005000000000001AAA', userName: 'ada@example.com', callCenter: 'Support' };
    await proxy.ask('POST', `/orgs/${orgId}/attempts`, { body, headers });
    assert.equal(service.log.at(-1)?.address, '198.51.100.7');
  });

  it('cannot move the log on its reader: what terminals obey and what turns text around is spelled out', async () => {
    await start();
    const lines: string[] = [];
    const audit = createAudit((line) => lines.push(line), service.clock.now);
    const userName = 'a\u001b[2J\u009b31m\u2028{"event":"login-succeeded"}\u202e\u200b\u{e0041}b\r\n';
    audit({ event: 'attempt-created', userName });
    const [line = ''] = lines;
    // eslint-disable-next-line no-control-regex -- exactly those must not be there
    assert.match(line, /^[^\u0000-\u001f\u007f-\u009f\u2028\u2029\u202e\u200b]*\n$/u);
    assert.equal((JSON.parse(line) as { userName: string }).userName, userName);
  });

  it('reads no more of a session through a name that objects have', async () => {
    await start();
    const eve = service.browser();
    for (const name of ['__proto__', 'constructor', 'toString']) {
      assert.equal((await eve.ask('GET', `/orgs/${name}/session`)).status, 404);
      assert.equal((await eve.ask('GET', `/assets/${name}`)).status, 404);
      const body = `{"userId":"005000000000001AAA","userName":"x","callCenter":"x","${name}":{"isAdmin":true}}`;
      const { status } = await eve.ask('POST', `/orgs/${orgId}/attempts`, { body });
      assert.equal(status, name === '__proto__' ? 400 : 201, name);
    }
    assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined);
  });
});

describe('a user who is taken out of the users file', () => {
  const usersOf = async (...names: readonly string[]): Promise<Users> => {
    const entries = names.map(async (name) => ({ name, password: await hashPassword(passwords[name]!, testCost) }));
    const parsed = parseUsers(JSON.stringify({ version: 1, users: await Promise.all(entries) }), testCost);
    assert.ok('users' in parsed);
    return parsed.users;
  };
  const authenticatorOn = (users: () => Users, checking = Promise.resolve()): PasswordAuthenticator =>
    createUsersFileAuthenticator({
      users: () => Promise.resolve(users()),
      work: (work) => checking.then(work),
      cost: testCost
    });

  it('while the service was stopped is logged out when it starts, and nobody else is', async () => {
    const both = await usersOf('ada', 'bob');
    const store = openSqliteStore(':memory:');
    const first = await startTestService({ store, authenticators: { '*': [authenticatorOn(() => both)] } });
    const [ada, far, bob] = [first.browser(), first.browser(), first.browser()];
    await ada.login();
    await far.login({ org: otherOrgId });
    await bob.login({ username: 'bob' });
    await first.close();

    const left = new Map([...both].filter(([name]) => name === 'bob'));
    const second = await startTestService({ store, authenticators: { '*': [authenticatorOn(() => left)] } });
    const asked = async (from: typeof ada, org: string): Promise<unknown> => {
      const again = browserOf(second);
      for (const [name, value] of from.cookies) again.cookies.set(name, value);
      const { state, reason } = (await again.ask('GET', `/orgs/${org}/session`)).body;
      return reason ?? state;
    };
    assert.equal(await asked(ada, orgId), 'revoked');
    assert.equal(await asked(far, otherOrgId), 'revoked');
    assert.equal(await asked(bob, orgId), 'signed-in');
    await second.close();
    await store.close();
  });

  it('or gets another password while his old one is checked has no session afterwards', async () => {
    let users = await usersOf('ada');
    let check: () => void = () => undefined;
    const checking = new Promise<void>((resolve) => (check = resolve));
    const service = await startTestService({ authenticators: { '*': [authenticatorOn(() => users, checking)] } });
    const ada = service.browser();
    const login = ada.login();
    while (!service.log.some(({ event }) => event === 'attempt-created')) await turn();
    for (let times = 0; times < 20; times += 1) await turn();
    users = await usersOf('ada');
    await service.revoke(['ada']);
    check();
    assert.equal((await login).status, 401);
    assert.deepEqual(await service.store.sessionsOfOrg(orgId), []);
    await service.close();
    await service.store.close();
  });
});
