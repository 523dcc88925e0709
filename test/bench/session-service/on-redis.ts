import { openRedisStore } from '../../../web/session-service/store/redis-store';
import { growth, type Tell } from './figures';
import { addSessions } from './many-sessions';
import { measureChecks, measureLogins, settle } from './measured-load';
import type { Measured } from './on-sqlite';
import { redisMemory, startRedis } from './redis-program';
import { residentBytes, startServer, type ServerProcess } from './server-process';
import { writeSettings } from './service-folder';

/** Two nodes on one Redis, with so many sessions in it; nothing when there is no Redis, which is told. */
export async function onRedis(
  place: { readonly program: string; readonly folder: string },
  sessions: number,
  tell: Tell
): Promise<Measured | undefined> {
  const redis = await startRedis(process.env);
  if (redis === undefined) {
    tell(['two nodes on one Redis', 'not measured: REDIS_SERVER_PATH names no redis-server, and the PATH has none']);
    return undefined;
  }
  const nodes: ServerProcess[] = [];
  try {
    const { url } = redis;
    for (const name of ['one', 'other']) {
      const file = writeSettings(place.folder, name, { kind: 'redis' });
      nodes.push(await startServer([place.program, '--settings', file], { BENCH_REDIS_URL: url }));
    }
    const ports = nodes.map(({ port }) => port);
    const kept = async (): Promise<{ redis: number; data: number; node: number }> => {
      const { resident, data } = await redisMemory(url);
      return { redis: resident, data, node: residentBytes(nodes[0]!.pid) };
    };
    await fill(url, 0, 1);
    await settle(ports, 1);
    const before = await kept();
    await fill(url, 1, sessions);
    await settle(ports, sessions);
    const after = await kept();
    for (const [name, key] of [
      ['memory of redis-server', 'redis'],
      ['what Redis counts as data', 'data'],
      ['memory of one of two services', 'node']
    ] as const)
      tell([`${sessions} sessions in Redis: ${name}`, growth(before[key], after[key], sessions)]);
    return { checks: await measureChecks(ports, sessions), logins: await measureLogins(ports, 1000) };
  } finally {
    for (const node of nodes) await node.stop();
    await redis.stop();
  }
}

async function fill(url: string, from: number, to: number): Promise<void> {
  const store = await openRedisStore({ url });
  try {
    await addSessions(store, from, to, 500);
  } finally {
    await store.close();
  }
}
