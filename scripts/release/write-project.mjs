import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectFor } from './project.mjs';
import { runProgram } from './refusal.mjs';

const file = 'sfdx-project.json';
const read = (name) => JSON.parse(readFileSync(name, 'utf8'));

await runProgram(() => {
  const { values } = parseArgs({ options: { main: { type: 'string' } } });
  const { version } = read('package.json');
  const project = projectFor(read(file), {
    env: process.env,
    version,
    hasRelease: existsSync('config/releases.yaml'),
    mainVersion: values.main
  });
  writeFileSync(file, `${JSON.stringify(project, undefined, 2)}\n`);
  process.stdout.write(`${file}: namespace ${project.namespace}, version ${version}, for this run only\n`);
});
