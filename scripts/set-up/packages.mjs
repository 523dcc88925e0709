import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm } from './npm.mjs';
import { installedFolder, lockFile, rememberedFile, root, stateFolder } from './places.mjs';

/** npm writes this last, so it is missing after an install that was cut off. */
const installedLockFile = path.join(installedFolder, '.package-lock.json');

/**
 * Makes node_modules hold at least `level`: `prod` is what runs the tool, `dev` is everything.
 * A node_modules that already holds it, or more, is left alone.
 */
export async function ensurePackages(level) {
  const lockText = readFileSync(lockFile, 'utf8');
  const lockHash = createHash('sha256').update(lockText).digest('hex');
  const before = readRemembered();
  if (existsSync(installedLockFile) && before.lockHash === lockHash && holds(before.level, level)) return 'unchanged';

  const lock = JSON.parse(lockText);
  const installed = readJson(installedLockFile)?.packages ?? {};
  if (isComplete(lock, installed, 'dev')) return remember('dev', 'unchanged');
  if (isComplete(lock, installed, level)) return remember(level, 'unchanged');

  // A fuller install that is out of date is renewed whole: `npm start` never takes the tests' packages away.
  const wanted = Object.values(installed).some((entry) => entry.dev) ? 'dev' : level;
  await install(wanted, countOf(lock, wanted));
  return remember(wanted, 'changed');

  function remember(reached, outcome) {
    mkdirSync(stateFolder, { recursive: true });
    writeFileSync(rememberedFile, `${JSON.stringify({ lockHash, level: reached, node: process.version }, null, 2)}\n`);
    return outcome;
  }
}

async function install(level, count) {
  const scope = level === 'dev' ? ['--include=dev'] : ['--omit=dev'];
  const what = level === 'dev' ? 'everything that the tests need' : 'what Ringdown needs to run';
  const title = `Installing ${what} (${count} packages)`;
  // No package of the lock needs its install script, and none may run one here.
  await npm(['ci', ...scope, '--ignore-scripts', '--prefer-offline'], root, title);
}

/** Whether every package of the lock at that level is installed at its version; optional ones may be for other computers. */
export function isComplete(lock, installed, level) {
  return wantedOf(lock, level).every(([place, { version, integrity, optional }]) => {
    const there = installed[place];
    return there ? there.version === version && there.integrity === integrity : optional === true;
  });
}

function wantedOf(lock, level) {
  return Object.entries(lock.packages).filter(
    ([place, entry]) => place !== '' && (level === 'dev' || !(entry.dev || entry.devOptional))
  );
}

function countOf(lock, level) {
  return wantedOf(lock, level).length;
}

function holds(reached, level) {
  return reached === 'dev' || reached === level;
}

function readRemembered() {
  return readJson(rememberedFile) ?? {};
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
