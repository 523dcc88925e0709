import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { npm } from './npm.mjs';
import { compilerFolder, lockFile, packageFile, root } from './places.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/**
 * Makes the pinned TypeScript available and returns a function that loads it. It is no runtime dependency, so where only
 * those are installed it goes to a folder of its own.
 */
export async function ensureTypeScript() {
  const version = JSON.parse(readFileSync(packageFile, 'utf8')).devDependencies.typescript;
  const folder =
    [root, compilerFolder].find((candidate) => installedVersion(candidate) === version) ?? (await install(version));
  return () => createRequire(path.join(folder, 'package.json'))('typescript');
}

async function install(version) {
  mkdirSync(compilerFolder, { recursive: true });
  writeFileSync(path.join(compilerFolder, 'package.json'), '{"private":true}\n');
  const args = ['install', '--save-exact', '--ignore-scripts', '--prefer-offline', `typescript@${version}`];
  await npm(args, compilerFolder, `Installing the TypeScript compiler ${version}`);
  const expected = JSON.parse(readFileSync(lockFile, 'utf8')).packages['node_modules/typescript'].integrity;
  const installed = JSON.parse(readFileSync(path.join(compilerFolder, 'package-lock.json'), 'utf8'));
  if (installed.packages['node_modules/typescript'].integrity === expected) return compilerFolder;
  throw new SetUpFailure(`The registry's typescript ${version} is not the one that package-lock.json names.`, [
    'Use another registry (`npm config get registry`), then run the same command again.'
  ]);
}

function installedVersion(folder) {
  const manifest = path.join(folder, 'node_modules', 'typescript', 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}
