import type { RedisConnection } from './redis-connection';
import { admitScript, takeBackScript } from './redis-scripts';
import type { SessionStore } from './session-store';

/** Failures by key, counted where every node counts. */
export function redisThrottle(
  redis: RedisConnection
): Pick<SessionStore, 'admit' | 'takeBackFailure' | 'forgetFailures'> {
  return {
    admit: async (key, now, { waits, forgetAfter }) => {
      const retryAt = await redis.run(admitScript, key, now, forgetAfter, ...waits);
      return typeof retryAt === 'string' ? { admitted: false, retryAt: Number(retryAt) } : { admitted: true };
    },
    takeBackFailure: async (key) => {
      await redis.run(takeBackScript, key);
    },
    forgetFailures: (key) => redis.remove(`f:${key}`)
  };
}
