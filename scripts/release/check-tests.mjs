import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, runProgram } from './refusal.mjs';
import { judgeTests } from './test-results.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { coverage: { type: 'string', default: '75' } }
});

/** Reads what `sf apex run test --output-dir` wrote; no file means that the tests are still running or never ran. */
await runProgram(() => {
  const [folder] = positionals;
  if (folder === undefined) throw new Refusal('Needs the folder of the results', 64);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const name = names.find((file) => /^test-result-(?!.*codecoverage).*\.json$/.test(file));
  const results = name === undefined ? undefined : JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  process.stdout.write(`${judgeTests(results, { coverage: Number(values.coverage) })}\n`);
});
