import assert from 'node:assert/strict';
import { openRedisStore } from './redis-store';
import { missingRedis, startTestRedis, type TestRedis } from './redis-server';
import type { SessionStore, StoredChange } from './session-store';
import { sampleSession } from './sample-session';
import { storeContract } from './store-contract';

const { orgId } = sampleSession();

const missing = missingRedis(process.env);

(missing === undefined ? describe : describe.skip)(`the store in Redis ${missing ?? ''}`.trim(), function () {
  this.timeout(30_000);
  let redis: TestRedis | undefined;
  before(async () => {
    redis = await startTestRedis(process.env);
  });
  after(() => redis?.stop());
  const waitFor = async (what: string, holds: () => boolean): Promise<void> => {
    for (const end = Date.now() + 10_000; !holds();) {
      assert.ok(Date.now() < end, what);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  describe('passes what every store passes', () => {
    storeContract({ open: () => openRedisStore({ url: redis!.url, prefix: redis!.prefix() }), waitFor });
  });

  it('shares everything between two nodes, and tells each what the other ended', async () => {
    const prefix = redis!.prefix();
    const [one, other] = await Promise.all([1, 2].map(() => openRedisStore({ url: redis!.url, prefix })));
    const heard: StoredChange[] = [];
    other!.subscribe({ changed: (change) => heard.push(change), missed: () => undefined });
    await one!.addSession(sampleSession());
    await one!.keepToken({ kind: 'code', key: 'k', value: 'v', now: 0, endsAt: 1000 });
    assert.deepEqual(await other!.sessionByIdHash(orgId, 'hash-1'), sampleSession());
    const taken = await Promise.all([one!.takeToken('code', 'k', 1), other!.takeToken('code', 'k', 1)]);
    assert.equal(taken.filter((value) => value === 'v').length, 1);
    await one!.endSession({ orgId, handle: 'handle-1', reason: 'revoked', rememberUntil: 1 });
    await waitFor('the news on the other node', () => heard.length === 1);
    await one!.close();
    await other!.addSession(sampleSession());
    assert.equal((await other!.sessionsOfOrg(orgId)).length, 1);
    await other!.close();
  });

  it('lists more sessions than one answer holds', async () => {
    const store = await openRedisStore({ url: redis!.url, prefix: redis!.prefix() });
    const handles = Array.from({ length: 1201 }, (_, index) => `h${index}`);
    await Promise.all(handles.map((handle) => store.addSession(sampleSession({ handle, idHash: handle }))));
    const listed = await store.sessionsOfOrg(orgId);
    assert.deepEqual(new Set(listed.map(({ handle }) => handle)), new Set(handles));
    await store.close();
  });

  it('says that it is away while Redis is, and that news were missed when it is back', async function () {
    if (redis!.restart === undefined) this.skip();
    let store: SessionStore | undefined;
    let missed = 0;
    store = await openRedisStore({ url: redis!.url, prefix: redis!.prefix() });
    store.subscribe({ changed: () => undefined, missed: () => (missed += 1) });
    await redis!.stop();
    await assert.rejects(store.nextDueAt(), { name: 'StoreAway' });
    await redis!.restart();
    await waitFor('the news that news were missed', () => missed > 0);
    for (let isBack = false; !isBack;) {
      try {
        await store.addSession(sampleSession());
        isBack = true;
      } catch (error) {
        assert.equal((error as Error).name, 'StoreAway');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
    assert.equal((await store.sessionsOfOrg(orgId)).length, 1);
    await store.close();
    store = undefined;
  });

  it('is not opened where there is no Redis', async () => {
    await assert.rejects(openRedisStore({ url: 'redis://127.0.0.1:1', prefix: 'x:' }), { name: 'StoreAway' });
  });
});
