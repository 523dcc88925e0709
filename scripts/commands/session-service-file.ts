import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/resolved-config';
import { outputLocked, outputUnwritable } from '../errors/run';
import { takeLock } from '../plan/take-lock';
import { withSessionOrg, type KnownSignOn } from '../resources/session-service/orgs-file';
import { sessionCallCenter, sessionOrg } from '../resources/session-service/session-org';
import type { CommandContext } from './command';

export type WrittenOrgsFile = { readonly path: string; readonly changed: boolean };

/** Adding to the file takes milliseconds; whoever has its lock for longer is not adding to it. */
const patience = 10_000;

/**
 * Tells the session service of this org, in the file that it reads; undefined when the pages are not ours or the org is not
 * known. Runs for several orgs may do so at once: each adds to what the others wrote.
 */
export async function writeOrgsFile(
  config: ResolvedConfig,
  { cwd, clock, signal }: Pick<CommandContext, 'cwd' | 'clock' | 'signal'>,
  signOn: KnownSignOn = config.ringdown?.singleSignOn === undefined ? 'none' : 'unknown'
): Promise<WrittenOrgsFile | undefined> {
  const org = sessionOrg(config);
  const path = sessionCallCenter(config)?.sessionPages.orgsFile;
  if (org === undefined || path === undefined) return undefined;
  const file = behindLinks(resolve(cwd, path));
  const changed = (): string | undefined => {
    const before = readIfThere(file, path);
    const after = withSessionOrg(path, before, org, signOn);
    return after === before ? undefined : after;
  };
  if (changed() === undefined) return { path, changed: false };
  const lockFile = `${file}.lock`;
  const deadline = clock.now() + patience;
  for (;;) {
    const lock = takeLock(lockFile, clock.now());
    if (typeof lock === 'function') {
      try {
        const text = changed();
        if (text !== undefined) writeWhole(file, path, text);
        return { path, changed: text !== undefined };
      } finally {
        lock();
      }
    }
    if (clock.now() > deadline) throw outputLocked(path, lock.pid, lock.host, lock.since, lockFile);
    await clock.wait(20, signal);
  }
}

/** A link to where the service reads it stays a link. */
function behindLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file; // not there yet
  }
}

function readIfThere(file: string, shown: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw outputUnwritable(shown, `it is there and cannot be read: ${(error as Error).message}`, error);
  }
}

/** A service that reads it at any moment sees the old file or the new one. */
function writeWhole(file: string, shown: string, text: string): void {
  const beside = `${file}.${process.pid}.unfinished`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw outputUnwritable(shown, (error as Error).message, error);
  }
}
