import { connectToRedis, type RedisConnection } from './redis-connection';
import * as scripts from './redis-scripts';
import { redisThrottle } from './redis-throttle';
import { redisTokens } from './redis-tokens';
import type { EndReason, SessionRecord, SessionStore, StoreListener } from './session-store';

export type RedisStoreOptions = {
  readonly url: string;
  readonly prefix?: string;
};

/** How many records one answer of Redis holds at most, so that a long list does not keep others waiting. */
const page = 500;

/** Opens the store that several nodes share. It needs one Redis, or a primary with replicas; not a cluster of shards. */
export async function openRedisStore({ url, prefix = 'ringdown:' }: RedisStoreOptions): Promise<SessionStore> {
  const listeners = new Set<StoreListener>();
  const redis = await connectToRedis({
    url,
    prefix,
    heard: (message) => {
      const [reason, handle] = message.split(' ') as [EndReason, string];
      listeners.forEach(({ changed }) => changed({ handle, reason }));
    },
    missed: () => listeners.forEach(({ missed }) => missed())
  });
  const all = (key: string): Promise<readonly SessionRecord[]> => listAll(redis, key);

  return {
    ...redisTokens(redis),
    ...redisThrottle(redis),
    addSession: async (record) => {
      const {
        handle,
        orgId,
        userName,
        agentName,
        idHash,
        previousHash = '',
        issuedAt,
        dueAt,
        dueReason,
        version
      } = record;
      const names = [userName.toLowerCase(), agentName.toLowerCase()] as const;
      const times = [issuedAt, dueAt, dueReason, version] as const;
      await redis.run(
        scripts.addScript,
        handle,
        orgId,
        ...names,
        idHash,
        previousHash,
        ...times,
        JSON.stringify(record)
      );
    },
    sessionByIdHash: async (orgId, idHash) => recordOf(await redis.run(scripts.findByIdScript, orgId, idHash)),
    sessionByHandle: async (orgId, handle) => recordOf(await redis.run(scripts.findByHandleScript, orgId, handle)),
    replaceSession: async (record) => {
      const { handle, orgId, idHash, previousHash = '', dueAt, dueReason, version } = record;
      const present = [idHash, previousHash, dueAt, dueReason, version, JSON.stringify(record)] as const;
      return (await redis.run(scripts.replaceScript, handle, orgId, version - 1, ...present)) === 1;
    },
    endSession: async ({ orgId, handle, reason, rememberUntil }) =>
      recordOf(await redis.run(scripts.endScript, orgId, handle, reason, rememberUntil)),
    endDueSessions: async ({ now, limit, rememberUntil }) => {
      const records = recordsOf(await redis.run(scripts.endDueScript, now, limit, rememberUntil));
      return records.map((record) => ({ record, reason: record.dueReason }));
    },
    nextDueAt: async () => recordsOf(await redis.run(scripts.listScript, 'due', 0, 0))[0]?.dueAt,
    sessionsOfUser: (orgId, name) => all(`n:${orgId}:${name.toLowerCase()}`),
    sessionsOfOrg: (orgId) => all(`o:${orgId}`),
    endingOf: async (orgId, idHash, now) => {
      const [until, reason] = ((await redis.get(`e:${orgId}:${idHash}`)) ?? '').split(' ');
      return Number(until) > now ? (reason as EndReason) : undefined;
    },
    noteTime: async (now) => Number(await redis.run(scripts.noteTimeScript, now)),
    // Redis forgets by itself what was given an end.
    sweep: () => Promise.resolve(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => redis.close()
  };
}

async function listAll(redis: RedisConnection, key: string): Promise<readonly SessionRecord[]> {
  const records = new Map<string, SessionRecord>();
  for (let first = 0; ; first += page) {
    const some = recordsOf(await redis.run(scripts.listScript, key, first, first + page - 1));
    for (const record of some) records.set(record.handle, record);
    if (some.length === 0) return [...records.values()];
  }
}

function recordOf(answer: unknown): SessionRecord | undefined {
  return typeof answer === 'string' ? (JSON.parse(answer) as SessionRecord) : undefined;
}

function recordsOf(answer: unknown): readonly SessionRecord[] {
  return (answer as readonly string[]).flatMap((each) => recordOf(each) ?? []);
}
