import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';

/** A Redis for tests: the one of REDIS_URL, or a server that the test starts and may stop and start again. */
export type TestRedis = {
  readonly url: string;
  readonly prefix: () => string;
  /** Absent when the server is not ours to stop. */
  readonly restart?: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Why there is no Redis for tests, in words for the title of what is pending; nothing when there is one. */
export function missingRedis(env: NodeJS.ProcessEnv): string | undefined {
  const program = programOf(env);
  if (env.REDIS_URL !== undefined || existsSync(program)) return undefined;
  return `pending: REDIS_URL is not set and ${program} is not there; install redis-server or set REDIS_URL`;
}

export async function startTestRedis(env: NodeJS.ProcessEnv): Promise<TestRedis> {
  const prefix = (): string => `ringdown-test-${randomUUID()}:`;
  if (env.REDIS_URL !== undefined) return { url: env.REDIS_URL, prefix, stop: () => Promise.resolve() };
  const program = programOf(env);
  const port = await freePort();
  let server = await run(program, port);
  const stop = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  const restart = async (): Promise<void> => {
    await stop();
    server = await run(program, port);
  };
  return { url: `redis://127.0.0.1:${port}`, prefix, restart, stop };
}

function programOf(env: NodeJS.ProcessEnv): string {
  return env.REDIS_SERVER_PATH ?? '/usr/bin/redis-server';
}

async function run(program: string, port: number): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const signal = AbortSignal.timeout(20_000);
  for (let text = ''; !text.includes('Ready to accept connections');) {
    const [chunk] = (await once(server.stdout, 'data', { signal })) as [Buffer];
    text += chunk.toString();
  }
  server.stdout.resume();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
