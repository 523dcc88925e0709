import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sessionServer, type SessionServer } from '../../web/shared/session-server';
import { startRedis } from '../bench/session-service/redis-program';
import { startServer, type ServerProcess } from '../bench/session-service/server-process';
import { orgId, origin, writeSettings, writeShared } from '../bench/session-service/service-folder';

/** As it is delivered, in one file. */
const program = path.join(__dirname, '../../dist/web/main.cjs');
const adminToken = 'the-admin-token-of-this-test';
export type Node = 'one' | 'other';

/** Two nodes, each a program of its own, on one Redis of their own; before them what spreads connections over them. */
export type TwoPrograms = {
  readonly redisUrl: string;
  /** Where both are reached, as by a rep's browser. */
  readonly pages: () => SessionServer;
  /** Lets new connections go to this node first, and to the other while this one does not answer. */
  readonly prefer: (node: Node) => void;
  readonly port: (node: Node) => number;
  /** Ends the program as a loss of power would. */
  readonly kill: (node: Node) => Promise<void>;
  readonly start: (node: Node) => Promise<void>;
  /** Ends every session of a rep as an admin does, at one node. */
  readonly revoke: (node: Node, name: string) => Promise<number>;
  /** What both wrote into their audit logs. */
  readonly log: () => readonly { readonly event: string; readonly handle?: string }[];
  readonly close: () => Promise<void>;
};

/** Nothing where this computer has no Redis. */
export async function openTwoPrograms(): Promise<TwoPrograms | undefined> {
  const redis = await startRedis(process.env);
  if (redis === undefined) return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'two-programs-'));
  await writeShared(folder);
  const running = new Map<Node, ServerProcess>();
  const start = async (node: Node): Promise<void> => {
    const file = writeSettings(folder, node, { kind: 'redis' }, { adminToken: { env: 'TEST_ADMIN_TOKEN' } });
    const env = { BENCH_REDIS_URL: redis.url, TEST_ADMIN_TOKEN: adminToken };
    running.set(node, await startServer([program, '--settings', file], env));
  };
  const port = (node: Node): number => running.get(node)!.port;
  let preferred: Node = 'one';
  const balancer = await listenBefore(() =>
    preferred === 'one' ? [port('one'), port('other')] : [port('other'), port('one')]
  );
  await Promise.all([start('one'), start('other')]);
  return {
    redisUrl: redis.url,
    pages: () => sessionServer(orgId, sendTo((balancer.address() as AddressInfo).port)),
    prefer: (node) => (preferred = node),
    port,
    kill: async (node) => {
      const { pid, stop } = running.get(node)!;
      process.kill(pid, 'SIGKILL');
      await stop();
    },
    start,
    revoke: async (node, name) => {
      const headers = { authorization: `Bearer ${adminToken}` };
      const url = `http://127.0.0.1:${port(node)}/admin/orgs/${orgId}/users/${name}/sessions`;
      return (await fetch(url, { method: 'DELETE', headers })).status;
    },
    log: () => ['one', 'other'].flatMap((node) => linesOf(path.join(folder, `${node}.audit.log`))),
    close: async () => {
      balancer.close();
      for (const { stop } of running.values()) await stop();
      await redis.stop();
      rmSync(folder, { recursive: true });
    }
  };
}

/** Requests of a page of ours, with what a browser adds by itself. */
function sendTo(port: number): typeof fetch {
  return (target, given) => {
    const headers = { ...(given?.headers as Record<string, string>), origin };
    return fetch(`http://127.0.0.1:${port}${String(target)}`, { ...given, headers });
  };
}

/** Hands each connection to the first of these ports that takes it, and ends with it. */
async function listenBefore(ports: () => readonly number[]): Promise<Server> {
  const hand = (client: Socket, [first, ...others]: readonly number[]): void => {
    if (first === undefined) {
      client.destroy();
      return;
    }
    const node = connect(first, '127.0.0.1');
    const refused = (): void => hand(client, others);
    node.once('error', refused);
    node.once('connect', () => {
      node.off('error', refused);
      for (const [socket, peer] of [
        [client, node],
        [node, client]
      ] as const) {
        socket.on('error', () => peer.destroy());
        socket.on('close', () => peer.destroy());
        socket.pipe(peer);
      }
    });
  };
  const server = createServer((client) => hand(client, ports())).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function linesOf(file: string): ReturnType<TwoPrograms['log']> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { event: string; handle?: string });
}
