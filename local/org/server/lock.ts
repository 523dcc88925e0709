import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Makes this process the only one that serves the folder, and gives what undoes it. A lock whose holder is gone is no obstacle. */
export async function takeLock(stateDir: string, running: () => Promise<unknown>): Promise<() => void> {
  const file = path.join(stateDir, 'server.lock');
  mkdirSync(stateDir, { recursive: true });
  if (!tryLock(file)) {
    const holder = Number(readFileSync(file, 'utf8'));
    // A number may have gone to another process since: whoever answers is alive.
    if (isAlive(holder) && (await running()))
      throw new Error(`Process ${holder} already serves the org of ${stateDir}`);
    rmSync(file, { force: true });
    if (!tryLock(file)) throw new Error(`Another process has just begun to serve the org of ${stateDir}`);
  }
  return () => rmSync(file, { force: true });
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
