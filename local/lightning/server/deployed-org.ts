import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startOrg, type RunningOrg } from '../../org/start-org';
import type { State } from '../../org/state/state';
import { convertPackage, deployedFolders } from './convert-package';
import { deploy } from './deploy';

/**
 * Gives what starts an org with the base package in it, each time a fresh one. The package is deployed when it, or the stand-in
 * org itself, is not what it was the last time; what came out is kept.
 */
export async function deployedOrg(root: string): Promise<() => Promise<RunningOrg>> {
  const cache = path.join(root, '.ringdown/cache/lightning');
  const kept = path.join(cache, `org-${fingerprint(root)}`);
  if (!existsSync(path.join(kept, 'state.json'))) await deployInto(root, cache, kept);
  // Read now: whoever deploys a newer package takes the file away.
  const state = readFileSync(path.join(kept, 'state.json'), 'utf8');
  // In memory alone: nobody goes on with the org of a page, and each change would write all of it to a file.
  return () => startOrg({ kind: 'sandbox', from: JSON.parse(state) as State });
}

async function deployInto(root: string, cache: string, kept: string): Promise<void> {
  const unfinished = `${kept}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const org = await startOrg({ stateDir: unfinished, kind: 'sandbox' });
  try {
    await deploy(org, await convertPackage(root));
  } catch (error) {
    await org.close();
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  await org.close();
  for (const old of readdirSync(cache).filter(
    (name) => /^org-[0-9a-f]{16}$/.test(name) && name !== path.basename(kept)
  ))
    rmSync(path.join(cache, old), { recursive: true, force: true });
  try {
    renameSync(unfinished, kept);
  } catch (error) {
    // Another process was first: what it made is the same.
    if (!existsSync(path.join(kept, 'state.json'))) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

function fingerprint(root: string): string {
  const folders = [path.join(__dirname, '../../org'), __dirname, ...deployedFolders(root)];
  const hash = createHash('sha256');
  for (const file of folders.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
