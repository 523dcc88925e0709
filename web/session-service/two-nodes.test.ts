import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { browserOf, orgId, passwords, startTestService, type TestService } from './service-harness';
import { missingRedis, startTestRedis, type TestRedis } from './store/redis-server';
import { openRedisStore } from './store/redis-store';

const missing = missingRedis(process.env);
const session = `/orgs/${orgId}/session`;
const cookie = `__Host-ringdown-${orgId}`;

(missing === undefined ? describe : describe.skip)(`two nodes on one Redis ${missing ?? ''}`.trim(), function () {
  this.timeout(30_000);
  let redis: TestRedis;
  let nodes: TestService[];
  before(async () => {
    redis = await startTestRedis(process.env);
  });
  after(() => redis.stop());
  const stop = async (node: TestService): Promise<void> => {
    nodes = nodes.filter((each) => each !== node);
    await node.close();
    await node.store.close();
  };
  const startNode = async (prefix: string): Promise<TestService> =>
    startTestService({ store: await openRedisStore({ url: redis.url, prefix }) });
  beforeEach(async () => {
    const prefix = redis.prefix();
    nodes = [await startNode(prefix), await startNode(prefix)];
  });
  afterEach(async () => {
    for (const node of nodes) await stop(node);
  });

  it('share every session, and each goes on when the other is gone', async () => {
    const [one, other] = nodes as [TestService, TestService];
    const ada = one.browser();
    await ada.login();
    const elsewhere = browserOf(other);
    elsewhere.cookies.set(cookie, ada.cookies.get(cookie)!);
    assert.equal((await elsewhere.ask('GET', session)).body.session.agentName, 'ada');
    await stop(one);
    assert.equal((await elsewhere.ask('POST', `${session}/activity`, { body: { inCall: false } })).status, 200);
    const bob = other.browser();
    assert.equal((await bob.login({ username: 'bob' })).status, 200);
    assert.equal((await elsewhere.ask('DELETE', session)).status, 204);
  });

  it('finish on one a login that was begun on the other, and once', async () => {
    const [one, other] = nodes as [TestService, TestService];
    const { attemptId, secret } = await one.browser().attempt();
    const body = { attemptId, secret, username: 'ada', password: passwords.ada };
    const answers = await Promise.all(
      [one, other].map((node) => node.browser().ask('POST', `/orgs/${orgId}/login`, { body }))
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  });

  it('count the failures of an account together', async () => {
    const [one, other] = nodes as [TestService, TestService];
    const statuses: number[] = [];
    for (let time = 0; time < 4; time += 1)
      for (const node of [one, other])
        statuses.push((await node.browser(`198.51.100.${time}`).login({ password: 'x' })).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429, 429]);
  });

  it('tell a connector on one node what happened on the other', async () => {
    const [one, other] = nodes as [TestService, TestService];
    const ada = one.browser();
    await ada.login();
    await one.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = one.app.server.address() as AddressInfo;
    const headers = { cookie: `${cookie}=${ada.cookies.get(cookie)!}` };
    const request = get({ host: '127.0.0.1', port, path: `${session}/events`, headers, agent: false });
    const [stream] = (await once(request, 'response')) as [IncomingMessage];
    const admin = { authorization: 'Bearer admin-token' };
    await other.browser().ask('DELETE', `/admin/orgs/${orgId}/users/ada/sessions`, { headers: admin });
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    assert.match(text, /event: changed\ndata: \{"reason":"revoked"\}/);
  });

  it('answer UNAVAILABLE while Redis is away, and answer again when it is back', async function () {
    const [one] = nodes as [TestService, TestService];
    if (redis.restart === undefined) this.skip();
    const ada = one.browser();
    await ada.login();
    await redis.stop();
    const away = await ada.ask('GET', session);
    assert.deepEqual([away.status, away.body], [503, { code: 'UNAVAILABLE', retryAfterSeconds: 1 }]);
    await redis.restart();
    // This Redis keeps nothing over a restart, so the right answer is that nobody is known; that it answers is the point.
    const end = Date.now() + 10_000;
    let answer = away;
    while (answer.status === 503 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      answer = await ada.ask('GET', session);
    }
    assert.deepEqual([answer.status, answer.body], [200, { state: 'signed-out', reason: 'unknown' }]);
  });
});
