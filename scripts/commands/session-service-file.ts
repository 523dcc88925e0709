import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ResolvedConfig } from '../config/resolved-config';
import { outputUnwritable } from '../errors/run';
import { withSessionOrg } from '../resources/session-service/orgs-file';
import { sessionCallCenter, sessionOrg } from '../resources/session-service/session-org';

export type WrittenOrgsFile = { readonly path: string; readonly changed: boolean };

/** Tells the session service of this org, in the file that it reads; undefined when the pages are not ours or the org is not known. */
export function writeOrgsFile(config: ResolvedConfig, cwd: string): WrittenOrgsFile | undefined {
  const org = sessionOrg(config);
  const path = sessionCallCenter(config)?.sessionPages.orgsFile;
  if (org === undefined || path === undefined) return undefined;
  const file = resolve(cwd, path);
  const before = readIfThere(file, path);
  const after = withSessionOrg(path, before, org);
  if (after === before) return { path, changed: false };
  writeWhole(file, path, after);
  return { path, changed: true };
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
