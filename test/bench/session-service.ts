import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BareAnswers } from './session-service/bare-handler';
import { consoleLogin } from './session-service/console-login';
import { besideBare, type Tell } from './session-service/figures';
import { hashCost } from './session-service/hash-cost';
import { measureChecks, measureLogins, settle } from './session-service/measured-load';
import { onRedis } from './session-service/on-redis';
import { onSqlite, type Measured } from './session-service/on-sqlite';
import { programOf } from './session-service/run-load';
import { startServer, type ServerProcess } from './session-service/server-process';
import { writeShared } from './session-service/service-folder';
import { startUp } from './session-service/start-up';

const root = path.join(__dirname, '../..');
const program = path.join(root, 'dist/web/main.cjs');
const sessions = 100_000;

/** What the session service costs: logins and checks beside a bare handler, memory of many sessions, a login and an expiry in Chromium. */
export async function sessionService(tell: Tell): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-bench-sessions-'));
  try {
    await bundle();
    await writeShared(folder);
    tell(['processors that client and servers share', String(availableParallelism())]);
    const hashesPerSecond = await hashCost(tell);
    const one = await onSqlite({ program, folder }, sessions, tell);
    const two = await onRedis({ program, folder }, sessions, tell);
    const bare = await bareHandlers(folder, one.answers, two === undefined ? 1 : 2);
    const compared = [
      ['one node, SQLite', one, bare[0]],
      ['two nodes, one Redis', two, bare[1]]
    ] as const;
    for (const [name, ours, theirs] of compared) {
      if (ours === undefined || theirs === undefined) continue;
      tell([`session checks among ${sessions}, ${name}`, besideBare(ours.checks, theirs.checks)]);
      tell([`logins, ${name}`, besideBare(ours.logins, theirs.logins)]);
      const share = (100 * ours.logins.perSecond) / hashesPerSecond;
      tell([`logins, ${name}, of the password hashes that two at once make`, `${share.toFixed(0)} %`]);
    }
    await startUp(program, one.settings, folder, tell);
    await consoleLogin(folder, tell);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One bare handler, then as many as there were nodes, with the same client. */
async function bareHandlers(folder: string, answers: BareAnswers, most: number): Promise<readonly Measured[]> {
  const file = path.join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  const servers: ServerProcess[] = [];
  const measured: Measured[] = [];
  try {
    for (let count = 1; count <= most; count += 1) {
      servers.push(await startServer(programOf('bare-handler', file)));
      const ports = servers.map(({ port }) => port);
      await settle(ports, sessions);
      measured.push({ checks: await measureChecks(ports, sessions), logins: await measureLogins(ports, 0, 1000) });
    }
    return measured;
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** The program and the pages as they are published; at once when no source changed. */
async function bundle(): Promise<void> {
  const made = pathToFileURL(path.join(root, 'scripts/set-up/bundle-web.mjs')).href;
  const { bundleWeb } = (await import(made)) as { readonly bundleWeb: () => Promise<string> };
  await bundleWeb();
}

if (require.main === module)
  void sessionService(([name, value]) => void process.stdout.write(`${name}: ${value}\n`)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  });
