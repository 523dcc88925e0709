import assert from 'node:assert/strict';
import type { Identity, PasswordAuthenticator } from '../authenticators/authenticator';
import { orgId, otherOrgId, passwords, startTestService, type Answer, type TestService } from '../service-harness';

const org = `/orgs/${orgId}`;
const ada = { username: 'ada', password: passwords.ada };

describe('the login with name and password in a window of our own', () => {
  let service: TestService;
  beforeEach(async () => {
    service = await startTestService();
  });
  afterEach(async () => {
    await service.close();
    await service.store.close();
  });
  const page = (attemptId: string, headers: Record<string, string> = {}): Promise<Answer> =>
    service.browser().ask('GET', `${org}/login/window?attempt=${attemptId}&language=de`, { headers });
  const logIn = (body: object, path = org): Promise<Answer> =>
    service.browser().ask('POST', `${path}/login/window`, { body });
  const redeem = (body: object): Promise<Answer> => service.browser().ask('POST', `${org}/redeem`, { body });

  it('ends with a code that opens one session, for the holder of the attempt’s secret', async () => {
    const { attemptId, secret } = await service.browser().attempt();
    const popUp = service.browser();
    const { status, body } = await popUp.ask('POST', `${org}/login/window`, { body: { attemptId, ...ada } });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body), ['code']);
    assert.deepEqual([...popUp.cookies.keys()], [`__Host-ringdown-device-${orgId}`], 'a cookie, and no session');
    assert.deepEqual(await service.store.sessionsOfUser(orgId, 'ada'), []);
    const { code } = body;
    assert.equal((await redeem({ attemptId, secret: 'x'.repeat(43), code })).status, 409);
    const opened = await redeem({ attemptId, secret, code, want: 'bearer' });
    assert.equal(opened.body.session.agentName, 'ada');
    assert.equal((await redeem({ attemptId, secret, code, want: 'bearer' })).status, 409);
    assert.equal((await logIn({ attemptId, ...ada })).status, 409, 'the attempt is over');
  });

  it('is shown to whom our login page opened it, for an attempt that is still to be finished, and framed by nobody', async () => {
    const { attemptId, secret } = await service.browser().attempt();
    const own = await page(attemptId, { 'sec-fetch-site': 'same-origin' });
    assert.equal(own.status, 200);
    assert.match(own.text, /login/);
    assert.equal(own.headers['cross-origin-opener-policy'], 'unsafe-none');
    const policy = String(own.headers['content-security-policy']);
    for (const part of ["frame-ancestors 'none'", "connect-src 'self'", "form-action 'none'"])
      assert.ok(policy.includes(part), part);
    for (const site of ['cross-site', 'same-site', 'none'])
      assert.equal((await page(attemptId, { 'sec-fetch-site': site })).status, 403, site);
    const over = await page('nobody');
    assert.equal(over.status, 409);
    assert.match(over.text, /Diese Anmeldung ist vorbei/);
    const { code } = (await logIn({ attemptId, ...ada })).body;
    await redeem({ attemptId, secret, code });
    assert.equal((await page(attemptId)).status, 409);
  });

  it('counts a wrong password as the login page does', async () => {
    const { attemptId } = await service.browser().attempt();
    const wrong = { attemptId, username: 'ada', password: 'wrong' };
    const statuses = [];
    for (let round = 0; round < 6; round += 1) statuses.push((await logIn(wrong)).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429]);
    assert.equal((await logIn({ attemptId, ...ada })).status, 429);
  });

  it('takes no request of another site, no attempt of another org, and no body that is not whole', async () => {
    const { attemptId } = await service.browser().attempt();
    const headers = { origin: 'https://evil.test' };
    const body = { attemptId, ...ada };
    assert.equal((await service.browser().ask('POST', `${org}/login/window`, { body, headers })).status, 403);
    assert.equal((await logIn(body, `/orgs/${otherOrgId}`)).status, 409);
    assert.equal((await logIn({ attemptId, username: 'ada' })).status, 400);
  });

  it('opens nothing for somebody who was taken out before the code was used', async () => {
    let isThere = true;
    const identity: Identity = { agentName: 'ada', stamp: 'one' };
    const users: PasswordAuthenticator = {
      kind: 'password',
      verify: () => Promise.resolve(identity),
      stands: () => Promise.resolve(isThere)
    };
    const other = await startTestService({ authenticators: { '*': [users] } });
    const browser = other.browser();
    const { attemptId, secret } = await browser.attempt();
    const { code } = (await browser.ask('POST', `${org}/login/window`, { body: { attemptId, ...ada } })).body;
    isThere = false;
    const refused = await browser.ask('POST', `${org}/redeem`, { body: { attemptId, secret, code } });
    assert.equal(refused.body.code, 'LOGIN_FAILED');
    assert.deepEqual(await other.store.sessionsOfUser(orgId, 'ada'), []);
    await other.close();
    await other.store.close();
  });

  it('is not there in an org where nobody has a password', async () => {
    const other = await startTestService({ authenticators: { '*': [] } });
    const browser = other.browser();
    const { attemptId } = await browser.attempt();
    assert.equal((await browser.ask('GET', `${org}/login/window?attempt=${attemptId}`)).status, 404);
    await other.close();
    await other.store.close();
  });
});
