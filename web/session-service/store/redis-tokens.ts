import type { RedisConnection } from './redis-connection';
import { takeTokenScript } from './redis-scripts';
import type { SessionStore } from './session-store';

/** Redis clears away by its own clock, which may be ahead of the service's. */
const slack = 60_000;

/** What is good once, with its deadline in service time beside its value. */
export function redisTokens(redis: RedisConnection): Pick<SessionStore, 'keepToken' | 'readToken' | 'takeToken'> {
  return {
    keepToken: ({ kind, key, value, now, endsAt }) =>
      redis.set(`t:${kind}:${key}`, `${endsAt} ${value}`, endsAt - now + slack),
    readToken: async (kind, key, now) => valueOf(await redis.get(`t:${kind}:${key}`), now),
    takeToken: async (kind, key, now) => {
      const taken = await redis.run(takeTokenScript, `${kind}:${key}`);
      return valueOf(typeof taken === 'string' ? taken : undefined, now);
    }
  };
}

function valueOf(kept: string | undefined, now: number): string | undefined {
  const space = kept?.indexOf(' ') ?? -1;
  return kept !== undefined && Number(kept.slice(0, space)) > now ? kept.slice(space + 1) : undefined;
}
