import { readdirSync } from 'node:fs';
import { run } from './run.mjs';

/** Programs that each write one kind of file, which a test compares with what they would write. */
const writers = ['scripts/errors/write-error-catalogue.ts', 'scripts/config/write-schema.ts'];

/** Writes every file of the repository that is made from another one, goldens included. */
export async function generate() {
  for (const writer of writers) {
    const code = await run(['node', writer]);
    if (code !== 0) return code;
  }
  process.env.UPDATE_GOLDENS = '1';
  const goldens = readdirSync('test/golden').filter((file) => file.endsWith('.test.ts'));
  return run([
    'mocha',
    '--no-config',
    '--require',
    'ts-node/register/transpile-only',
    ...goldens.map((file) => `test/golden/${file}`)
  ]);
}
