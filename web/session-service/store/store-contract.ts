import assert from 'node:assert/strict';
import { sampleNow as now, sampleOrgId as orgId, sampleSession } from './sample-session';
import type { SessionRecord, SessionStore, StoredChange } from './session-store';

/** What the suite needs of a store: a fresh one, and, where it has them, a second node on the same data. */
export type StoreUnderTest = {
  readonly open: () => Promise<SessionStore>;
  readonly waitFor: (what: string, holds: () => boolean) => Promise<void>;
};

const rememberUntil = now + 86_400_000;

/** The behaviour of every store; call it inside a describe. */
export function storeContract(under: StoreUnderTest): void {
  let store: SessionStore;
  let changes: StoredChange[];
  beforeEach(async () => {
    store = await under.open();
    changes = [];
    store.subscribe({ changed: (change) => changes.push(change), missed: () => undefined });
  });
  afterEach(() => store.close());
  const add = (count: number, change: (index: number) => Partial<SessionRecord>): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        store.addSession(sampleSession({ handle: `h${index}`, idHash: `i${index}`, ...change(index) }))
      )
    );

  it('finds a session by id, previous id and handle, and in its own org only', async () => {
    const record = sampleSession({ previousHash: 'hash-0', previousEndsAt: now + 5 });
    await store.addSession(record);
    assert.deepEqual(await store.sessionByIdHash(orgId, 'hash-1'), record);
    assert.deepEqual(await store.sessionByIdHash(orgId, 'hash-0'), record);
    assert.deepEqual(await store.sessionByHandle(orgId, 'handle-1'), record);
    for (const other of ['00D000000000002AAA', '']) {
      assert.equal(await store.sessionByIdHash(other, 'hash-1'), undefined);
      assert.equal(await store.sessionByHandle(other, 'handle-1'), undefined);
    }
    assert.equal(await store.sessionByIdHash(orgId, 'hash-2'), undefined);
  });

  it('keeps one of two changes that were made at the same time', async () => {
    await store.addSession(sampleSession());
    const one = sampleSession({ version: 2, idHash: 'hash-2', previousHash: 'hash-1', dueAt: now + 5 });
    const other = sampleSession({ version: 2, idHash: 'hash-3', previousHash: 'hash-1' });
    const kept = await Promise.all([store.replaceSession(one), store.replaceSession(other)]);
    assert.deepEqual(kept.filter(Boolean).length, 1);
    const winner = kept[0] ? one : other;
    const loser = kept[0] ? other : one;
    assert.deepEqual(await store.sessionByIdHash(orgId, winner.idHash), winner);
    assert.deepEqual(await store.sessionByIdHash(orgId, 'hash-1'), winner);
    assert.equal(await store.sessionByIdHash(orgId, loser.idHash), undefined);
    assert.equal(await store.nextDueAt(), winner.dueAt);
  });

  it('forgets an id that two rotations have replaced', async () => {
    await store.addSession(sampleSession());
    await store.replaceSession(sampleSession({ version: 2, idHash: 'hash-2', previousHash: 'hash-1' }));
    await store.replaceSession(sampleSession({ version: 3, idHash: 'hash-3', previousHash: 'hash-2' }));
    assert.equal(await store.sessionByIdHash(orgId, 'hash-1'), undefined);
    assert.equal((await store.sessionByIdHash(orgId, 'hash-2'))?.version, 3);
  });

  it('ends a session once, remembers why under both ids for a while, and tells', async () => {
    await store.addSession(sampleSession({ previousHash: 'hash-0' }));
    const end = { orgId, handle: 'handle-1', reason: 'revoked', rememberUntil } as const;
    const ended = await Promise.all([store.endSession(end), store.endSession(end)]);
    assert.equal(ended.filter((record) => record !== undefined).length, 1);
    assert.equal(await store.sessionByIdHash(orgId, 'hash-1'), undefined);
    assert.equal(await store.nextDueAt(), undefined);
    assert.deepEqual(await store.sessionsOfOrg(orgId), []);
    assert.deepEqual(await store.sessionsOfUser(orgId, 'ada'), []);
    assert.equal(await store.replaceSession(sampleSession({ version: 2 })), false);
    for (const hash of ['hash-0', 'hash-1']) assert.equal(await store.endingOf(orgId, hash, now), 'revoked');
    assert.equal(await store.endingOf('00D000000000002AAA', 'hash-1', now), undefined);
    assert.equal(await store.endingOf(orgId, 'hash-1', rememberUntil), undefined);
    await under.waitFor('the news of the end', () => changes.length > 0);
    assert.deepEqual(changes, [{ handle: 'handle-1', reason: 'revoked' }]);
  });

  it('does not end a session of another org', async () => {
    await store.addSession(sampleSession());
    const end = { orgId: '00D000000000002AAA', handle: 'handle-1', reason: 'revoked', rememberUntil } as const;
    assert.equal(await store.endSession(end), undefined);
    assert.equal((await store.sessionsOfOrg(orgId)).length, 1);
  });

  it('ends what is due, each once, up to the limit, with its reason', async () => {
    await add(6, (index) => ({ dueAt: now + index, dueReason: index % 2 === 0 ? 'idle' : 'expired' }));
    assert.equal(await store.nextDueAt(), now);
    const due = { now: now + 4, limit: 3, rememberUntil };
    const rounds = [await store.endDueSessions(due), await store.endDueSessions(due), await store.endDueSessions(due)];
    const handles = rounds.map((round) => round.map(({ record, reason }) => `${record.handle} ${reason}`));
    assert.deepEqual(handles, [['h0 idle', 'h1 expired', 'h2 idle'], ['h3 expired', 'h4 idle'], []]);
    assert.equal(await store.nextDueAt(), now + 5);
    assert.equal(await store.endingOf(orgId, 'i1', now), 'expired');
    await under.waitFor('the news of each', () => changes.length === 5);
  });

  it('ends each due session once when two ask at the same moment', async () => {
    await add(50, () => ({ dueAt: now }));
    const due = { now, limit: 40, rememberUntil };
    const rounds = await Promise.all([store.endDueSessions(due), store.endDueSessions(due)]);
    assert.equal(new Set(rounds.flat().map(({ record }) => record.handle)).size, 50);
    assert.equal(rounds.flat().length, 50);
  });

  it('lists the sessions of an org and of a user, by either name in any case, oldest first', async () => {
    await add(3, (index) => ({ issuedAt: now - index, userName: index === 1 ? 'Bob@example.com' : 'Ada@example.com' }));
    await store.addSession(sampleSession({ handle: 'far', idHash: 'far', orgId: '00D000000000002AAA' }));
    const handles = (records: readonly SessionRecord[]): readonly string[] => records.map(({ handle }) => handle);
    assert.deepEqual(handles(await store.sessionsOfOrg(orgId)), ['h2', 'h1', 'h0']);
    assert.deepEqual(handles(await store.sessionsOfUser(orgId, 'ADA@EXAMPLE.COM')), ['h2', 'h0']);
    assert.deepEqual(handles(await store.sessionsOfUser(orgId, 'Ada')), ['h2', 'h1', 'h0']);
    assert.deepEqual(handles(await store.sessionsOfUser(orgId, 'eve')), []);
  });

  it('gives a token to one taker, until its end', async () => {
    const token = { kind: 'attempt', key: 'k', value: 'v', now, endsAt: now + 600_000 } as const;
    await store.keepToken(token);
    assert.equal(await store.readToken('attempt', 'k', now), 'v');
    assert.equal(await store.readToken('code', 'k', now), undefined);
    assert.equal(await store.readToken('attempt', 'k', token.endsAt), undefined);
    const taken = await Promise.all([store.takeToken('attempt', 'k', now), store.takeToken('attempt', 'k', now)]);
    assert.deepEqual(
      taken.filter((value) => value !== undefined),
      ['v']
    );
    await store.keepToken(token);
    assert.equal(await store.takeToken('attempt', 'k', token.endsAt), undefined);
  });

  it('admits the free failures, then makes waits grow, and counts each try before it is made', async () => {
    const rule = { waits: [0, 0, 1000, 2000], forgetAfter: 60_000 };
    const tries = await Promise.all(Array.from({ length: 10 }, () => store.admit('k', now, rule)));
    assert.equal(tries.filter(({ admitted }) => admitted).length, 3);
    assert.deepEqual(await store.admit('k', now + 999, rule), { admitted: false, retryAt: now + 1000 });
    assert.deepEqual(await store.admit('k', now + 1000, rule), { admitted: true });
    assert.deepEqual(await store.admit('k', now + 2999, rule), { admitted: false, retryAt: now + 3000 });
    assert.deepEqual(await store.admit('k', now + 3000, rule), { admitted: true });
    assert.deepEqual(await store.admit('k', now + 4999, rule), { admitted: false, retryAt: now + 5000 });
    assert.deepEqual(await store.admit('other', now, rule), { admitted: true });
  });

  it('takes a failure back, and forgets failures when told or after a while', async () => {
    const rule = { waits: [0, 5000], forgetAfter: 60_000 };
    await store.admit('k', now, rule);
    await store.admit('k', now, rule);
    assert.equal((await store.admit('k', now, rule)).admitted, false);
    await store.takeBackFailure('k');
    assert.equal((await store.admit('k', now, rule)).admitted, true);
    assert.equal((await store.admit('k', now, rule)).admitted, false);
    assert.equal((await store.admit('k', now + 60_000, rule)).admitted, true);
    assert.equal((await store.admit('k', now + 60_000, rule)).admitted, true);
    assert.equal((await store.admit('k', now + 60_000, rule)).admitted, false);
    await store.forgetFailures('k');
    assert.equal((await store.admit('k', now + 60_000, rule)).admitted, true);
  });

  it('remembers the latest time that it was told', async () => {
    assert.equal(await store.noteTime(now), now);
    assert.equal(await store.noteTime(now - 5000), now);
    assert.equal(await store.noteTime(now + 1), now + 1);
  });

  it('keeps what is still good when it sweeps', async () => {
    await store.addSession(sampleSession({ dueAt: now - 1 }));
    await store.keepToken({ kind: 'code', key: 'k', value: 'v', now, endsAt: now + 1000 });
    await store.endSession({ orgId, handle: 'handle-1', reason: 'idle', rememberUntil: now + 1000 });
    await store.addSession(sampleSession());
    await store.sweep(now);
    assert.equal(await store.readToken('code', 'k', now), 'v');
    assert.equal(await store.endingOf(orgId, 'hash-1', now), 'idle');
    await store.sweep(now + 1000);
    assert.equal(await store.endingOf(orgId, 'hash-1', now + 1000), undefined);
    assert.equal((await store.sessionsOfOrg(orgId)).length, 1);
  });
}
