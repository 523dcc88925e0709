import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import path from 'node:path';

const unfinished = '.unfinished';
const hour = 3_600_000;

/** Writes a file that only its owner reads, whole or not at all, durable through a crash of the computer. */
export function writeWhole(file: string, text: string): void {
  const folder = path.dirname(file);
  const beside = path.join(folder, `${randomUUID()}${unfinished}`);
  try {
    const handle = openSync(beside, 'wx', 0o600);
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** Removes a file for good; true when it was there. */
export function removeWhole(file: string): boolean {
  try {
    rmSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  syncFolder(path.dirname(file));
  return true;
}

/** Removes what a crash left half written; another node may be writing right now, so only what is old. */
export function removeUnfinished(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!name.endsWith(unfinished)) continue;
    const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - modified > hour) rmSync(file, { force: true });
  }
}

/** Not every system can; the file itself is synced either way. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
