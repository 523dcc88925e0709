import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { runProgram } from './refusal.mjs';
import { releasesText } from './releases-text.mjs';

const { values } = parseArgs({
  options: {
    file: { type: 'string', default: 'config/releases.yaml' },
    namespace: { type: 'string', default: process.env.RINGDOWN_NAMESPACE },
    main: { type: 'string' },
    voice: { type: 'string' }
  }
});

await runProgram(() => {
  const { file, namespace, main, voice } = values;
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const after = releasesText(before, { version, namespace, main, voice });
  if (before === after) return void process.stdout.write(`${file} says so already\n`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, after);
  renameSync(`${file}.part`, file);
  process.stdout.write(`${file}: ${version}\n${after}`);
});
