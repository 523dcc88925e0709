import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { ensurePackages } from './packages.mjs';
import { root, stateFolder } from './places.mjs';
import { ensurePrograms } from './programs.mjs';
import { seconds } from './progress.mjs';

const caches = path.join(stateFolder, 'cache');
const mochaResult = path.join(stateFolder, 'mocha-result.json');
const jestResult = path.join(stateFolder, 'jest-result.json');
const mochaDeadlineMs = 7 * 60 * 1000;
const jestDeadlineMs = 4 * 60 * 1000;

/** Each counts as one test. */
const checks = [
  // Each program has its own world: Node alone, Node and a browser's pages, the platform of an LWC, a page.
  ...['.', 'test', 'test/outbox/page', 'force-app', 'local/lightning/page'].map((project) => ({
    name: `types of ${project}`,
    command: ['typescript', 'tsc', '--noEmit', '--project', project]
  })),
  {
    name: 'lint',
    // Without a cache: rules that know types read other files than the one they judge, and a cache would not notice.
    command: ['eslint', 'eslint', '.', '--max-warnings=0']
  },
  {
    name: 'format',
    command: [
      'prettier',
      'prettier',
      '.',
      '--check',
      '--log-level=warn',
      '--no-color',
      '--cache',
      `--cache-location=${caches}/prettier`
    ]
  }
];

/** Installs everything, then runs every check and every test in two lanes. The last line is the count. */
export async function test() {
  const setUpStarted = Date.now();
  await ensurePackages('dev');
  await build();
  Object.assign(process.env, await ensurePrograms());
  mkdirSync(caches, { recursive: true });
  const setUp = seconds(setUpStarted);

  const started = Date.now();
  const [{ checked, components }, suites] = await Promise.all([runChecksAndJest(), runMocha()]);
  for (const { name, output } of checked.filter((result) => !result.passed))
    process.stdout.write(`\n${name} failed:\n${output}\n`);
  const passed = checked.filter((result) => result.passed).length + suites.passed + components.passed;
  const failed = checked.filter((result) => !result.passed).length + suites.failed + components.failed;
  const pending = suites.pending + components.pending;
  process.stdout.write(`\nset-up: ${setUp}, tests: ${seconds(started)}${pending ? `, ${pending} not run here` : ''}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

async function runChecksAndJest() {
  const checked = await runChecks();
  return { checked, components: await runJest() };
}

async function runChecks() {
  const results = [];
  for (const { name, command } of checks) {
    const started = Date.now();
    const [package_, bin, ...args] = command;
    const { code, output } = await runProgram(process.execPath, [programOf(package_, bin), ...args], {
      cwd: root,
      env: cleanEnvironment({ NO_COLOR: '1', FORCE_COLOR: '0' })
    });
    process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(started)})\n`);
    results.push({ name, passed: code === 0, output });
  }
  return results;
}

/** The tests of the LWC bundles; one worker, since the other lane has the other processor. */
async function runJest() {
  rmSync(jestResult, { force: true });
  const started = Date.now();
  const args = [programOf('@salesforce/sfdx-lwc-jest', 'sfdx-lwc-jest'), '--', '--ci', '--runInBand', '--json'];
  const { code, output, overdue } = await runProgram(process.execPath, [...args, `--outputFile=${jestResult}`], {
    cwd: root,
    env: cleanEnvironment({ NO_COLOR: '1', FORCE_COLOR: '0' }),
    deadlineMs: jestDeadlineMs
  });
  if (overdue) process.stdout.write(`\nFAIL jest did not end within ${jestDeadlineMs / 60000} minutes\n`);
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = readJson(jestResult) ?? {};
  const counted = { passed: numPassedTests, failed: numFailedTests, pending: numPendingTests };
  process.stdout.write(
    `${code === 0 ? 'ok  ' : 'FAIL'} jest (${counted.passed + counted.failed} tests, ${seconds(started)})\n`
  );
  if (code === 0) return counted;
  const told = testResults.map(({ message }) => message).filter(Boolean);
  process.stdout.write(`\njest failed:\n${told.length > 0 ? told.join('\n') : output}\n`);
  return counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function runMocha() {
  rmSync(mochaResult, { force: true });
  const reporter = path.join(root, 'scripts', 'set-up', 'mocha-reporter.cjs');
  const args = [programOf('mocha', 'mocha'), '--reporter', reporter, '--reporter-option', `output=${mochaResult}`];
  const { code, overdue } = await runProgram(process.execPath, args, {
    cwd: root,
    show: true,
    env: cleanEnvironment(),
    deadlineMs: mochaDeadlineMs
  });
  const counted = readResult();
  if (overdue) process.stdout.write(`\nFAIL mocha did not end within ${mochaDeadlineMs / 60000} minutes\n`);
  // A run that broke off, or that counts no failure and still failed, is itself one failure.
  if (code !== 0 && counted.failed === 0) return { ...counted, failed: 1 };
  return counted;
}

function readResult() {
  const result = readJson(mochaResult);
  if (result !== undefined) return result;
  process.stdout.write('\nFAIL mocha left no result\n');
  return { passed: 0, failed: 1, pending: 0 };
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function programOf(package_, bin) {
  const manifest = createRequire(path.join(root, 'package.json')).resolve(`${package_}/package.json`);
  const { bin: bins } = JSON.parse(readFileSync(manifest, 'utf8'));
  return path.join(path.dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
}
