import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { root, stateFolder } from './places.mjs';
import { ensurePrograms } from './programs.mjs';
import { seconds } from './progress.mjs';
import { jobs, partly, thorough } from './test-jobs.mjs';

/** Two, as many as the smallest computer has processors: a third slows the others down more than it does itself. */
const lanes = 2;

/**
 * What `npm test` has no time for: components, pages and the console in a browser with every look, button, language and
 * situation, with and without divided storage; kills at every step; whole pipelines and releases.
 */
export async function testThoroughly() {
  await buildAll();
  Object.assign(process.env, await ensurePrograms(), { THOROUGH: '1' });
  const { require: required, extension } = JSON.parse(readFileSync(path.join(root, '.mocharc.json'), 'utf8'));
  const args = [
    'node_modules/mocha/bin/mocha.js',
    '--no-config',
    ...required.flatMap((file) => ['--require', file]),
    ...extension.flatMap((each) => ['--extension', each]),
    ...['--timeout', '60000']
  ];
  const folders = ['browser', 'voice', 'console', 'softphone', 'scenarios'].map((name) => `test/${name}/**/*.test.ts`);
  const specs = [...new Set([...folders, ...thorough, ...partly])];
  const { code } = await runProgram(process.execPath, [...args, ...specs], { show: true, env: cleanEnvironment() });
  return code;
}

/** Installs everything, then runs every check and every test, two at a time. The last line is the count. */
export async function test() {
  const setUpStarted = Date.now();
  await buildAll();
  Object.assign(process.env, await ensurePrograms());
  const caches = path.join(stateFolder, 'cache');
  mkdirSync(caches, { recursive: true });
  // Each of the many programs that tests start would compile the same modules anew: a third of the time of Salesforce's CLI.
  process.env.NODE_COMPILE_CACHE = path.join(caches, 'compiled');
  const setUp = seconds(setUpStarted);

  const started = Date.now();
  const results = [];
  const queue = [...jobs];
  const lane = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) results.push(await job());
  };
  await Promise.all(Array.from({ length: lanes }, lane));

  for (const { told } of results) if (told !== undefined) process.stdout.write(`\n${told}\n`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const pending = sum('pending');
  process.stdout.write(`\nset-up: ${setUp}, tests: ${seconds(started)}${pending ? `, ${pending} not run here` : ''}\n`);
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}
