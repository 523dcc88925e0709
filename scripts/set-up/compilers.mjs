import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { npm } from './npm.mjs';
import { compilerFolder, lockFile, packageFile, root } from './places.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** TypeScript makes the JavaScript; esbuild puts what an LWC bundle takes from the core into it. */
const names = ['typescript', 'esbuild'];

/**
 * Makes the pinned compilers available and returns functions that load them. They are no runtime dependencies, so where only
 * those are installed they go to a folder of their own.
 */
export async function ensureCompilers() {
  const pinned = JSON.parse(readFileSync(packageFile, 'utf8')).devDependencies;
  const versions = names.map((name) => [name, pinned[name]]);
  const holdsAll = (folder) => versions.every(([name, version]) => installedVersion(folder, name) === version);
  const folder = [root, compilerFolder].find(holdsAll) ?? (await install(versions));
  const load = createRequire(path.join(folder, 'package.json'));
  return { loadTypeScript: () => load('typescript'), loadEsbuild: () => load('esbuild') };
}

async function install(versions) {
  mkdirSync(compilerFolder, { recursive: true });
  writeFileSync(path.join(compilerFolder, 'package.json'), '{"private":true}\n');
  const wanted = versions.map(([name, version]) => `${name}@${version}`);
  const args = ['install', '--save-exact', '--ignore-scripts', '--prefer-offline', ...wanted];
  await npm(args, compilerFolder, `Installing the compilers (${wanted.join(', ')})`);
  const expected = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(path.join(compilerFolder, 'package-lock.json'), 'utf8')).packages;
  for (const [place, { integrity }] of Object.entries(installed)) {
    if (place === '' || integrity === undefined || integrity === expected[place]?.integrity) continue;
    throw new SetUpFailure(`The registry's ${place} is not the one that package-lock.json names.`, [
      'Use another registry (`npm config get registry`), then run the same command again.'
    ]);
  }
  return compilerFolder;
}

function installedVersion(folder, name) {
  const manifest = path.join(folder, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}
