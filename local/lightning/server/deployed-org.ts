import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readCatalog } from '../../org/catalog/read-catalog';
import { addCatalog } from '../../org/seed/add-catalog';
import { startOrg, type RunningOrg } from '../../org/start-org';
import type { LocalOrg, State } from '../../org/state/state';
import { convertPackage, deployedFolders, type Packages } from './convert-package';
import { deploy } from './deploy';

/**
 * Gives what starts an org with our packages in it, each time a fresh one. They are deployed when they, or the stand-in
 * org itself, are not what they were the last time; what came out is kept.
 */
export async function deployedOrg(root: string, packages: Packages = 'base'): Promise<() => Promise<RunningOrg>> {
  const cache = path.join(root, '.ringdown/cache/lightning');
  const kept = path.join(cache, `${packages === 'base' ? 'org' : 'voice-org'}-${fingerprint(root, packages)}`);
  if (!existsSync(path.join(kept, 'state.json'))) await deployInto(root, packages, kept);
  // Read now: whoever deploys a newer package takes the file away.
  const state = readFileSync(path.join(kept, 'state.json'), 'utf8');
  // In memory alone: nobody goes on with the org of a page, and each change would write all of it to a file.
  return () => startOrg({ kind: 'sandbox', from: JSON.parse(state) as State });
}

async function deployInto(root: string, packages: Packages, kept: string): Promise<void> {
  const cache = path.dirname(kept);
  const unfinished = `${kept}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const org = await startOrg({ stateDir: unfinished, kind: 'sandbox' });
  try {
    if (packages !== 'base') buyVoice(org);
    await deploy(org, await convertPackage(root, packages));
  } catch (error) {
    await org.close();
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
  await org.close();
  const isOfKind = packages === 'base' ? /^org-[0-9a-f]{16}$/ : /^voice-org-[0-9a-f]{16}$/;
  for (const old of readdirSync(cache).filter((name) => isOfKind.test(name) && name !== path.basename(kept)))
    rmSync(path.join(cache, old), { recursive: true, force: true });
  try {
    renameSync(unfinished, kept);
  } catch (error) {
    // Another process was first: what it made is the same.
    if (!existsSync(path.join(kept, 'state.json'))) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

/** Without its licence an org has no VoiceCall. */
function buyVoice(org: RunningOrg): void {
  // What a running org shows of itself is the org.
  const inside = org.data as LocalOrg;
  const admin = inside.rows('User').find(({ Username }) => Username === org.username)?.Id ?? '';
  inside.as(admin, () => addCatalog(inside, readCatalog('voice')));
}

function fingerprint(root: string, packages: Packages): string {
  const folders = [path.join(__dirname, '../../org'), __dirname, ...deployedFolders(root, packages)];
  const hash = createHash('sha256');
  for (const file of folders.flatMap(filesIn)) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
