import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { installedFolder, root } from './places.mjs';

/**
 * Puts `ringdown` beside the dependencies' commands, for npm scripts and for shells with node_modules/.bin in their PATH.
 * `npx ringdown` works without it: npx finds the bin of the package it stands in, also with no network.
 */
export function linkCommand() {
  const link = path.join(installedFolder, '.bin', 'ringdown');
  if (process.platform === 'win32' || existsSync(link)) return;
  mkdirSync(path.dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync('../../scripts/ringdown.cjs', link);
  chmodSync(path.join(root, 'scripts', 'ringdown.cjs'), 0o755);
}
