import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { npmCommand } from './npm.mjs';
import { installedFolder, root } from './places.mjs';

/**
 * Puts `ringdown` beside the dependencies' commands, for npm scripts and for shells with node_modules/.bin in their PATH.
 * `npx ringdown` works without it: npx finds the bin of the package it stands in, also with no network, but says the first
 * time whatever npm thinks of an older Node; so that first time is here.
 */
export async function linkCommand() {
  const link = path.join(installedFolder, '.bin', 'ringdown');
  if (existsSync(link)) return;
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(link, { force: true });
  if (process.platform !== 'win32') symlinkSync('../../scripts/ringdown.cjs', link);
  chmodSync(path.join(root, 'scripts', 'ringdown.cjs'), 0o755);
  const [npm, ...first] = npmCommand();
  await runProgram(npm, [...first, 'exec', '--offline', '--', 'ringdown', '--help'], {
    cwd: root,
    env: cleanEnvironment()
  });
}
