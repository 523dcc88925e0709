import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { writing } from './writable';

/** The process that has a lock. */
export type Holder = { readonly pid: number; readonly host: string; readonly since: string };

/** Enough for every process that races for a dead one's lock to have its turn. */
const attempts = 50;

/**
 * Takes a lock for this process, and returns what gives it back; or says who has it. The file appears with its content in one
 * step (a hard link), so that nobody reads it half written; a dead process's lock is taken over by one process at a time.
 */
export function takeLock(path: string, now: number): (() => void) | Holder {
  const mine: Holder = { pid: process.pid, host: hostname(), since: new Date(now).toISOString() };
  const draft = `${path}.${mine.pid}`;
  writing(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify(mine));
  });
  try {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (tryLink(draft, path)) return () => giveBack(path, mine);
      const text = readText(path);
      const holder = parseHolder(text);
      if (holder !== undefined && isAtWork(holder)) return holder;
      takeAway(path, text);
    }
    return { pid: 0, host: 'unknown', since: 'unknown' };
  } finally {
    rmSync(draft, { force: true });
  }
}

function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead process's lock, unless somebody else has done so and taken it since. */
function takeAway(path: string, seen: string | undefined): void {
  const guard = `${path}.takeover`;
  try {
    mkdirSync(guard);
  } catch {
    return; // another process is taking it away just now
  }
  try {
    if (seen !== undefined && readText(path) === seen) rmSync(path, { force: true });
  } finally {
    rmdirSync(guard);
  }
}

function giveBack(path: string, { pid, since }: Holder): void {
  const holder = parseHolder(readText(path));
  if (holder?.pid === pid && holder.since === since) rmSync(path, { force: true });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // given back in this moment
  }
}

function parseHolder(text: string | undefined): Holder | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Holder);
  } catch {
    return undefined; // not one of ours, or cut short by a full disk: nobody holds it
  }
}

/** A process id says nothing of another computer, such as the one whose folder a pipeline's cache brought along. */
function isAtWork({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
