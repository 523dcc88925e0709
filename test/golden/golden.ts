import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Compares with the file of that name beside this one, byte for byte; UPDATE_GOLDENS=1 writes the file instead. */
export function assertGolden(name: string, content: string): void {
  const file = path.join(__dirname, name);
  if (process.env['UPDATE_GOLDENS'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  assert.equal(content, readFileSync(file, 'utf8'));
}
