import { createClient } from '@redis/client';
import type { RedisScript } from './redis-scripts';

/** The store cannot be asked now; the request may be made again. Nothing is known of what it did. */
export class StoreAway extends Error {
  constructor(options: ErrorOptions) {
    super('The store of sessions does not answer.', options);
    this.name = 'StoreAway';
  }
}

/** Two connections to one Redis: one to ask, one to hear what other nodes did. */
export type RedisConnection = {
  readonly run: (script: RedisScript, ...args: readonly (string | number)[]) => Promise<unknown>;
  readonly get: (key: string) => Promise<string | undefined>;
  readonly set: (key: string, value: string, forMilliseconds: number) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type RedisConnectionOptions = {
  readonly url: string;
  /** Of every key and channel, so that several services can share one Redis. */
  readonly prefix: string;
  readonly heard: (message: string) => void;
  /** The connection was lost and is there again: what was said meanwhile was not heard. */
  readonly missed: () => void;
};

const patience = 3000;

/** Connects, or throws StoreAway; a connection that is lost later is made again for as long as it takes. */
export async function connectToRedis(options: RedisConnectionOptions): Promise<RedisConnection> {
  const { prefix } = options;
  const client = createClient({
    url: options.url,
    RESP: 2,
    // While Redis is away a request is answered at once; it must not wait in a queue and be done when nobody expects it any more.
    disableOfflineQueue: true,
    pingInterval: 10_000,
    maintNotifications: 'disabled',
    commandOptions: { timeout: patience },
    socket: { connectTimeout: patience, reconnectStrategy: (retries) => Math.min(25 * 2 ** retries, 1000) }
  });
  const listener = client.duplicate({ disableOfflineQueue: false, commandOptions: {} });
  // Every failed request says so itself; without a listener the process would end.
  for (const each of [client, listener]) each.on('error', () => undefined);
  try {
    await within(patience, Promise.all([client.connect(), listener.connect()]));
    await listener.subscribe(`${prefix}ended`, options.heard);
  } catch (error) {
    for (const each of [client, listener]) each.destroy();
    throw new StoreAway({ cause: error });
  }
  listener.on('ready', options.missed);

  const ask = async <T>(question: () => Promise<T>): Promise<T> => {
    try {
      return await question();
    } catch (error) {
      throw new StoreAway({ cause: error });
    }
  };
  return {
    run: (script, ...args) =>
      ask(async () => {
        const given = { arguments: [prefix, ...args.map(String)] };
        try {
          return await client.evalSha(script.sha1, given);
        } catch (error) {
          if (codeOf(error) !== 'NOSCRIPT') throw error;
          return client.eval(script.text, given);
        }
      }),
    get: (key) => ask(async () => (await client.get(prefix + key)) ?? undefined),
    set: (key, value, forMilliseconds) =>
      ask(async () => {
        const PX = Math.max(Math.ceil(forMilliseconds), 1);
        await client.set(prefix + key, value, { expiration: { type: 'PX', value: PX } });
      }),
    remove: (key) =>
      ask(async () => {
        await client.del(prefix + key);
      }),
    close: async () => {
      for (const each of [client, listener]) {
        if (each.isReady) await each.close().catch(() => each.destroy());
        else if (each.isOpen) each.destroy();
      }
    }
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no connection within ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The first word of an error of Redis is its code, the error prefix (Redis serialization protocol, Simple errors). */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? error.message.split(' ', 1)[0] : undefined;
}
