import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, closeSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock';
import type { OrgKind } from '../config/resolved-config/org';
import { localOrgDidNotStart } from '../errors/local-org';

export type LocalServer = {
  readonly pid: number;
  readonly url: string;
  readonly accessToken: string;
  readonly orgId: string;
  readonly username: string;
  readonly kind: OrgKind;
};

export type LocalOrgPlace = {
  readonly name: string;
  readonly kind: OrgKind;
  /** Where this org's state is kept. */
  readonly stateDirectory: string;
  readonly catalog?: string;
};

const startDeadline = 20_000;
/** A local org that nobody asked anything for this long ends by itself; its state stays. */
const idleExitSeconds = 900;

/**
 * The server of a local org, if one is running. A process id alone proves nothing, since the system gives it away again: only
 * a server that answers to the token of its file is believed, and later signalled.
 */
export async function runningServer({ stateDirectory }: LocalOrgPlace): Promise<LocalServer | undefined> {
  const path = join(stateDirectory, 'server.json');
  if (!existsSync(path)) return undefined;
  const server = JSON.parse(readFileSync(path, 'utf8')) as LocalServer;
  return isAlive(server.pid) && (await answers(server)) ? server : undefined;
}

async function answers({ url, accessToken }: LocalServer): Promise<boolean> {
  try {
    const { ok } = await fetch(`${url}/__local/settings`, {
      headers: { authorization: `Bearer ${accessToken}` },
      signal: AbortSignal.timeout(2_000)
    });
    return ok;
  } catch {
    return false; // nothing listens there, or something else does
  }
}

/** Starts the stand-in as a process of its own, or finds the one that runs. */
export async function startServer(place: LocalOrgPlace, clock: Clock): Promise<LocalServer> {
  const running = await runningServer(place);
  if (running !== undefined) return running;
  mkdirSync(place.stateDirectory, { recursive: true });
  const logFile = join(place.stateDirectory, 'server.log');
  const log = openSync(logFile, 'w');
  const child = spawn(
    process.execPath,
    [...localMain(), 'org', 'serve', ...placeArguments(place), '--idle-exit', String(idleExitSeconds)],
    {
      detached: true,
      stdio: ['ignore', log, log]
    }
  );
  closeSync(log);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.unref();
  const deadline = clock.now() + startDeadline;
  for (;;) {
    const server = await runningServer(place);
    if (server !== undefined && server.pid === child.pid) return server;
    if (ended || clock.now() > deadline)
      throw localOrgDidNotStart(place.name, readFileSync(logFile, 'utf8').trim() || 'no output');
    await clock.wait(10);
  }
}

/** Ends the process that serves this local org; its state stays. False when none was running. */
export async function stopServer(place: LocalOrgPlace, clock: Clock): Promise<boolean> {
  const server = await runningServer(place);
  if (server === undefined) return false;
  process.kill(server.pid, 'SIGTERM');
  const deadline = clock.now() + 5_000;
  while (isAlive(server.pid) && clock.now() < deadline) await clock.wait(10);
  return true;
}

/** Forgets everything in a local org, which starts anew from its seed; returns the id that it had. */
export async function resetServer(place: LocalOrgPlace, clock: Clock): Promise<string | undefined> {
  await stopServer(place, clock);
  const orgId = keptOrgId(join(place.stateDirectory, 'state.json'));
  rmSync(place.stateDirectory, { recursive: true, force: true });
  return orgId;
}

function keptOrgId(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const { orgId } = JSON.parse(readFileSync(path, 'utf8')) as { orgId?: unknown };
  return typeof orgId === 'string' ? orgId : undefined;
}

function placeArguments({ kind, stateDirectory, catalog }: LocalOrgPlace): readonly string[] {
  return ['--state', stateDirectory, '--kind', kind, ...(catalog === undefined ? [] : ['--catalog', catalog])];
}

/** Compiled beside us, or as TypeScript when we run from source ourselves. */
function localMain(): readonly string[] {
  const compiled = join(__dirname, '../../local/main.js');
  return existsSync(compiled)
    ? [compiled]
    : ['-r', 'ts-node/register/transpile-only', join(__dirname, '../../local/main.ts')];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // ESRCH: no such process
  }
}
