import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const guard = path.join(__dirname, 'network-guard.cjs');

// Mocha loads this before any test, so every process of the run, this one included, is under the guard and writes to one file.
const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-network-'));
const record = path.join(folder, 'attempts');
writeFileSync(record, '');
process.env.RINGDOWN_NETWORK_ATTEMPTS = record;
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, `--require ${JSON.stringify(guard)}`].filter(Boolean).join(' ');
require(guard);

/** What a child process needs in an environment of its own to be under the guard too. */
export function guardedEnvironment(): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: process.env.NODE_OPTIONS ?? '', RINGDOWN_NETWORK_ATTEMPTS: record };
}

/** Attempts to leave this computer since the run began, one line each. */
export function networkAttempts(): readonly string[] {
  return readFileSync(record, 'utf8').split('\n').filter(Boolean);
}

/** Mocha runs this after the last test. */
export const mochaHooks = {
  afterAll(): void {
    const attempts = networkAttempts();
    rmSync(folder, { recursive: true, force: true });
    assert.deepEqual(attempts, [], 'a test tried to leave this computer');
  }
};
