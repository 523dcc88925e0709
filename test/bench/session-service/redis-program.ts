import { createClient } from '@redis/client';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startTestRedis, type TestRedis } from '../../../web/session-service/store/redis-server';

/** A Redis of our own: what another keeps would be counted too. Nothing when this computer has no program for it. */
export async function startRedis(env: NodeJS.ProcessEnv): Promise<TestRedis | undefined> {
  const program = redisProgram(env);
  return program === undefined ? undefined : startTestRedis({ REDIS_SERVER_PATH: program });
}

/** As the set-up finds it: `REDIS_SERVER_PATH`, or what is in the `PATH`. */
export function redisProgram(env: NodeJS.ProcessEnv): string | undefined {
  const inPath = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const places = [env.REDIS_SERVER_PATH, ...inPath.map((folder) => path.join(folder, 'redis-server'))];
  return places.find((place) => place !== undefined && place !== '' && existsSync(place));
}

export type RedisMemory = { readonly resident: number; readonly data: number };

/** What Redis says that it keeps: of the computer's memory, and for data alone. */
export async function redisMemory(url: string): Promise<RedisMemory> {
  const client = createClient({ url, RESP: 2 });
  await client.connect();
  try {
    const info = await client.info('memory');
    const numberOf = (name: string): number => Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(info)?.[1]);
    return { resident: numberOf('used_memory_rss'), data: numberOf('used_memory') };
  } finally {
    client.destroy();
  }
}
