import assert from 'node:assert/strict';
import type { PasswordAuthenticator } from './authenticators/authenticator';
import { createBoundedWork } from './authenticators/bounded-work';
import { hashPassword, isRightPassword, parsePasswordHash } from './authenticators/password-hash';
import { createUsersFileAuthenticator, parseUsers } from './authenticators/users-file';
import { networkOf } from './login/throttle';
import {
  orgId,
  passwords,
  startTestService,
  testCost,
  type Answer,
  type Browser,
  type TestService
} from './service-harness';

const minute = 60_000;

describe('guessing passwords', () => {
  let service: TestService;
  beforeEach(async () => {
    service = await startTestService();
  });
  afterEach(async () => {
    await service.close();
    await service.store.close();
  });
  const guess = async (browser: Browser, times: number, username = 'ada'): Promise<readonly number[]> => {
    const statuses: number[] = [];
    for (let time = 0; time < times; time += 1)
      statuses.push((await browser.login({ username, password: `guess ${time}` })).status);
    return statuses;
  };

  it('is slowed more and more after five failures, wherever the guesses come from', async () => {
    const statuses: number[] = [];
    for (let place = 0; place < 8; place += 1)
      statuses.push((await service.browser(`198.51.100.${place}`).login({ password: 'wrong' })).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429, 429]);
    const waits: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const { body } = await service.browser('203.0.113.9').login({ password: 'wrong' });
      waits.push(body.retryAfterSeconds);
      await service.clock.pass(body.retryAfterSeconds * 1000);
      assert.equal((await service.browser('203.0.113.9').login({ password: 'wrong' })).status, 401);
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16]);
  });

  it('a right guess during a wait is refused like a wrong one', async () => {
    const eve = service.browser('198.51.100.7');
    await guess(eve, 5);
    const [right, wrong] = [await eve.login(), await eve.login({ password: 'wrong' })];
    assert.equal(right.status, 429);
    assert.deepEqual(right.body, wrong.body);
    assert.equal(right.headers['retry-after'], '1');
  });

  it('at the same moment is counted guess by guess', async () => {
    const eve = service.browser('198.51.100.7');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => eve.login({ password: `guess ${index}` }))
    );
    assert.equal(answers.filter(({ status }) => status === 401).length, 5);
  });

  it('does not keep the owner out: a browser that has logged in before has its own count', async () => {
    const ada = service.browser('192.0.2.1');
    await ada.login();
    for (let round = 0; round < 4; round += 1) await guess(service.browser(`198.51.100.${round}`), 10);
    assert.equal((await service.browser('198.51.100.99').login()).status, 429);
    // Elsewhere, with the browser that is known.
    assert.equal((await ada.login({ address: '203.0.113.50' })).status, 200);
  });

  it('does not keep the owner out: nor does an address from which the owner has logged in before', async () => {
    await service.browser('192.0.2.1').login();
    await guess(service.browser('198.51.100.1'), 10);
    assert.equal((await service.browser('192.0.2.1').login()).status, 200);
  });

  it('from a known browser or address is slowed too', async () => {
    const ada = service.browser('192.0.2.1');
    await ada.login();
    const statuses = await guess(ada, 8);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429, 429]);
    assert.deepEqual(await guess(service.browser('192.0.2.1'), 6), [401, 401, 401, 401, 401, 429]);
  });

  it('a browser that is known for one user is not known for another', async () => {
    const bob = service.browser('192.0.2.1');
    await bob.login({ username: 'bob' });
    await guess(service.browser('198.51.100.1'), 10);
    assert.equal((await bob.login({ username: 'ada' })).status, 429);
  });

  it('of many accounts from one address is slowed by the address', async () => {
    const eve = service.browser('198.51.100.7');
    const statuses: number[] = [];
    for (let index = 0; index < 60; index += 1)
      statuses.push((await eve.login({ username: `user${index}`, password: 'Spring2026' })).status);
    assert.equal(statuses.filter((status) => status === 401).length, 50);
    assert.equal((await service.browser('203.0.113.1').login()).status, 200);
  });

  it('an account of his own does not give the attacker his address back', async () => {
    const eve = service.browser('198.51.100.7');
    for (let index = 0; index < 49; index += 1) await eve.login({ username: `user${index}`, password: 'x' });
    assert.equal((await eve.login({ username: 'bob' })).status, 200);
    assert.equal((await eve.login({ username: 'user50', password: 'x' })).status, 401);
    assert.equal((await eve.login({ username: 'user51', password: 'x' })).status, 429);
  });

  it('is forgotten after a right password and after half a day', async () => {
    const ada = service.browser();
    await guess(ada, 4);
    assert.equal((await ada.login()).status, 200);
    assert.deepEqual(await guess(service.browser('203.0.113.1'), 5), [401, 401, 401, 401, 401]);
    await service.clock.pass(12 * 60 * minute);
    assert.equal(
      (await guess(service.browser('203.0.113.1'), 5)).every((status) => status === 401),
      true
    );
  }).timeout(60_000);

  it('cannot tell a name that exists from one that does not: the same answers, the same waits', async () => {
    const answers = async (username: string, place: string): Promise<readonly unknown[]> => {
      const each: unknown[] = [];
      for (let time = 0; time < 7; time += 1) {
        const { status, text, headers } = await service.browser(place).login({ username, password: 'wrong' });
        each.push([status, text, Object.keys(headers).sort().join()]);
      }
      return each;
    };
    assert.deepEqual(await answers('ada', '198.51.100.1'), await answers('nobody', '198.51.100.2'));
  });

  it('a name in other letters or with space around it is the same name', async () => {
    const names = ['ada', 'ADA', ' ada ', 'Ada', 'aDA', 'adA'];
    const statuses: number[] = [];
    for (const username of names)
      statuses.push((await service.browser('198.51.100.1').login({ username, password: 'wrong' })).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
    assert.equal(networkOf('2001:db8:0:1::9'), networkOf('2001:0db8:0:1:ffff::1'));
    assert.notEqual(networkOf('2001:db8:0:1::9'), networkOf('2001:db8:0:2::9'));
    assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1');
  });

  it('cannot guess the codes of a login for long from one address', async () => {
    const ada = service.browser();
    const { attemptId, secret } = await ada.attempt();
    const eve = service.browser('198.51.100.8');
    const guess = async (): Promise<number> =>
      (await eve.ask('POST', `/orgs/${orgId}/redeem`, { body: { attemptId, secret, code: 'AAAA-AAAA-AAAA-AAAA' } }))
        .status;
    const statuses = await Promise.all(Array.from({ length: 250 }, guess));
    assert.equal(statuses.filter((status) => status === 409).length, 200);
    assert.equal(statuses.filter((status) => status === 429).length, 50);
    const login = { attemptId, secret, username: 'ada', password: passwords['ada'] };
    const { code } = (await ada.ask('POST', `/orgs/${orgId}/login`, { body: login })).body;
    const redeemed = (browser: Browser): Promise<Answer> =>
      browser.ask('POST', `/orgs/${orgId}/redeem`, { body: { attemptId, secret, code } });
    // Not even the right code, and its owner elsewhere is not kept out.
    assert.equal((await redeemed(eve)).status, 429);
    assert.equal((await redeemed(ada)).status, 200);
    await service.clock.pass(1000);
    assert.equal(await guess(), 409);
  });

  it('cannot fill the store with attempts from one address', async () => {
    const eve = service.browser('198.51.100.7');
    const body = { userId: '005000000000001AAA', userName: 'ada@example.com', callCenter: 'Support' };
    const statuses = await Promise.all(
      Array.from({ length: 250 }, async () => (await eve.ask('POST', `/orgs/${orgId}/attempts`, { body })).status)
    );
    assert.equal(statuses.filter((status) => status === 201).length, 200);
    assert.equal(statuses.filter((status) => status === 429).length, 50);
    assert.equal((await service.browser().ask('POST', `/orgs/${orgId}/attempts`, { body })).status, 201);
    await service.clock.pass(1000);
    assert.equal((await eve.ask('POST', `/orgs/${orgId}/attempts`, { body })).status, 201);
  });
});

describe('the work of a password', () => {
  it('is the same for a name that does not exist as for one that does', async () => {
    const line = await hashPassword(passwords.ada!, testCost);
    const parsed = parseUsers(JSON.stringify({ version: 1, users: [{ name: 'ada', password: line }] }), testCost);
    assert.ok('users' in parsed);
    let works = 0;
    const authenticator = createUsersFileAuthenticator({
      users: () => Promise.resolve(parsed.users),
      work: (work) => {
        works += 1;
        return work();
      },
      cost: testCost
    });
    const verify = (username: string, password: string) =>
      authenticator.verify({ orgId, userName: 'x', username, password });
    assert.equal((await verify('ada', passwords.ada!))?.agentName, 'ada');
    assert.equal(await verify('ada', 'wrong'), undefined);
    assert.equal(await verify('nobody', passwords.ada!), undefined);
    assert.equal(works, 3);
  });

  it('is scrypt at the cost that OWASP recommends, and the line is in PHC form', async () => {
    const line = await hashPassword('pass phrase');
    assert.match(line, /^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    const stored = parsePasswordHash(line)!;
    assert.equal(await isRightPassword('pass phrase', stored), true);
    assert.equal(await isRightPassword('pass phrase ', stored), false);
    assert.notEqual(await hashPassword('x', testCost), await hashPassword('x', testCost));
    for (const text of [
      '',
      'plain',
      '$scrypt$ln=30,r=8,p=1$' + 'A'.repeat(22) + '$' + 'A'.repeat(43),
      line.replace('scrypt', 'argon2id')
    ])
      assert.equal(parsePasswordHash(text), undefined, text);
  });

  it('waits in a short queue, and beyond that the answer is BUSY and nothing is held against anybody', async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const work = createBoundedWork({ running: 1, waiting: 1 });
    const slow: PasswordAuthenticator = {
      kind: 'password',
      verify: () => work(() => held.then(() => ({ agentName: 'ada' }))),
      stands: () => Promise.resolve(true)
    };
    const service = await startTestService({ authenticators: { '*': [slow] } });
    const eve = service.browser();
    const waiting = [eve.login(), eve.login()];
    const busy = await Promise.all(Array.from({ length: 20 }, (_, index) => eve.login({ username: `user${index}` })));
    assert.deepEqual(
      [...new Set(busy.map(({ status, text }) => `${status} ${text}`))],
      ['503 {"code":"BUSY","retryAfterSeconds":2}']
    );
    finish();
    assert.deepEqual(
      (await Promise.all(waiting)).map(({ status }) => status),
      [200, 200]
    );
    assert.equal((await eve.login()).status, 200);
    await service.close();
    await service.store.close();
  });

  it('is given to the next in line, never to more than may run', async () => {
    let running = 0;
    let most = 0;
    const work = createBoundedWork({ running: 3, waiting: 100 });
    await Promise.all(
      Array.from({ length: 40 }, () =>
        work(async () => {
          most = Math.max(most, (running += 1));
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
        })
      )
    );
    assert.deepEqual([most, running], [3, 0]);
  });
});

describe('the users file', () => {
  const parse = (users: unknown): readonly string[] => {
    const parsed = parseUsers(JSON.stringify({ version: 1, users }), testCost);
    return 'problems' in parsed ? parsed.problems : [];
  };

  it('tells every line that is wrong', async () => {
    const password = await hashPassword('x', testCost);
    const cheap = await hashPassword('x', { ...testCost, log2Cost: 3 });
    const problems = parse([
      { name: 'ada', password },
      { name: 'ADA', password },
      { name: 'bob', password: 'plain' },
      { name: 'cy', password: cheap }
    ]);
    assert.deepEqual(
      problems.map((problem) => problem.split(':')[0]),
      ['users.1.name', 'users.2.password', 'users.3.password']
    );
    assert.match(parse([{ name: '', password, extra: 1 }]).join(), /users\.0/);
    assert.equal('problems' in parseUsers('{'), true);
  });

  it('may bind a name to one user of Salesforce, to some orgs, or disable it', async () => {
    const password = await hashPassword('x', testCost);
    const text = JSON.stringify({
      version: 1,
      users: [
        { name: 'ada', password, salesforceUserName: 'Ada@example.com' },
        { name: 'bob', password, orgs: ['00D000000000002AAA'] },
        { name: 'cy', password, disabled: true },
        { name: 'dee', password }
      ]
    });
    const parsed = parseUsers(text, testCost);
    assert.ok('users' in parsed);
    const work = createBoundedWork({ running: 1, waiting: 9 });
    const users = () => Promise.resolve(parsed.users);
    const { verify } = createUsersFileAuthenticator({ users, work, cost: testCost });
    const login = async (username: string, userName = 'ada@example.com'): Promise<string | undefined> =>
      (await verify({ orgId, userName, username, password: 'x' }))?.agentName;
    assert.equal(await login('ada'), 'ada');
    assert.equal(await login('ada', 'eve@example.com'), undefined);
    assert.equal(await login('bob'), undefined);
    assert.equal(await login('cy'), undefined);
    assert.equal(await login('dee', 'anybody@example.com'), 'dee');
  });
});
