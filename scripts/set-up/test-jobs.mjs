import { createRequire } from 'node:module';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { root, stateFolder } from './places.mjs';
import { seconds } from './progress.mjs';

const caches = path.join(stateFolder, 'cache');
const quiet = { NO_COLOR: '1', FORCE_COLOR: '0' };

/** What a job found; what a check prints when it fails is shown when all is done. */
const nothing = { passed: 0, failed: 0, pending: 0 };

/** The phone side with the console that plays Salesforce, in a browser. */
const inBrowser = ['voice', 'console', 'softphone', 'scenarios'].map((folder) => `test/${folder}/**/*.test.ts`);
const wholeRuns = ['contract', 'docs', 'e2e', 'faults'].map((folder) => `test/${folder}/**/*.test.ts`);

/**
 * What would take `npm test` past its time on a small computer: every look of the pages and every button of the console, a kill
 * at every step, the loss of either of two nodes, whole pipelines and the whole release. `npm run test:thorough` runs it all.
 */
export const thorough = [
  ...['calls', 'login-page', 'login-states', 'login-window', 'login-life', 'silent-sign-on', 'whole-life'].map(
    (name) => `voice/${name}`
  ),
  ...['kept-secrets', 'no-secret'].map((name) => `voice/${name}`),
  ...['calls', 'tabs-of-a-rep', 'simulator', 'console-pictures', 'multiparty', 'whole-many', 'whole-flow'].map(
    (name) => `console/${name}`
  ),
  ...['handshake', 'opencti-host', 'opencti-pages', 'monitor', 'console-command'].map((name) => `console/${name}`),
  ...['salesforce', 'login', 'tabs', 'looks', 'silent-sign-on', 'own-window', 'own-window-looks', 'own-log'].map(
    (name) => `softphone/${name}`
  ),
  ...['outbox/crash', 'release/workflow', 'docs/ci', 'session-service/lost-node']
].map((name) => `test/${name}.test.ts`);

/** What `npm test` runs a part of, beside the suites in a browser. */
export const partly = ['test/faults/lost-answers.test.ts'];

/**
 * Everything that `npm test` runs, the longest first so that all lanes end together. Each gives its counts: one for a check,
 * one for each test of a suite.
 */
export const jobs = [
  suite('whole runs of the tool', { specs: wholeRuns, without: thorough }),
  suite('tests', {
    specs: ['core', 'scripts', 'web', 'local', 'test'].map((folder) => `${folder}/**/*.test.ts`),
    without: [
      ...wholeRuns,
      ...inBrowser,
      'test/browser/**',
      'test/outbox/**',
      'test/soak/**',
      'test/release/**',
      ...thorough
    ]
  }),
  suite('components in a browser', { specs: ['test/browser/**/*.test.ts'] }),
  suite('the connector and the console in a browser', { specs: inBrowser, without: thorough }),
  suite('the outbox, and a soak', {
    specs: ['outbox', 'soak'].map((folder) => `test/${folder}/**/*.test.ts`),
    without: thorough
  }),
  suite('the release workflow', { specs: ['test/release/**/*.test.ts'], without: thorough }),
  check('lint', ['eslint', 'eslint', '.', '--max-warnings=0']),
  check('lint with types', ['oxlint', 'oxlint', '--deny-warnings']),
  // Each program has its own world: Node alone, Node and a browser's pages, the platform of an LWC, a page.
  ...[
    '.',
    'web',
    'test',
    'test/outbox/page',
    'test/soak/page',
    'force-app',
    'local/lightning/page',
    'local/console/page'
  ].map((project) => check(`types of ${project}`, ['typescript-7', 'tsc', '--noEmit', '--project', project])),
  check('format', [
    'prettier',
    'prettier',
    '.',
    '--check',
    '--log-level=warn',
    '--no-color',
    '--cache',
    `--cache-location=${caches}/prettier`
  ]),
  jest('tests of components')
];

function check(name, [package_, bin, ...args]) {
  return async () => {
    const started = Date.now();
    const { code, output } = await runProgram(process.execPath, [programOf(package_, bin), ...args], {
      cwd: root,
      env: cleanEnvironment(quiet)
    });
    say(code === 0, `${name} (${seconds(started)})`);
    return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, told: `${name} failed:\n${output}` };
  };
}

function suite(name, { specs, without = [] }) {
  const result = path.join(stateFolder, `mocha-${name.replaceAll(/\W+/g, '-')}.json`);
  const deadlineMs = 9 * 60 * 1000;
  return async () => {
    rmSync(result, { force: true });
    const started = Date.now();
    const reporter = path.join(root, 'scripts', 'set-up', 'mocha-reporter.cjs');
    const {
      require: required,
      extension,
      timeout
    } = JSON.parse(readFileSync(path.join(root, '.mocharc.json'), 'utf8'));
    const args = [
      '--no-config',
      ...required.flatMap((file) => ['--require', file]),
      ...extension.flatMap((each) => ['--extension', each]),
      ...['--timeout', String(timeout), '--reporter', reporter, '--reporter-option', `output=${result}`],
      ...without.flatMap((glob) => ['--ignore', glob]),
      ...specs
    ];
    const { code, overdue } = await runProgram(process.execPath, [programOf('mocha', 'mocha'), ...args], {
      cwd: root,
      show: true,
      env: cleanEnvironment(),
      deadlineMs
    });
    const counted = readJson(result) ?? { ...nothing, failed: 1 };
    say(code === 0, `${name} (${counted.passed + counted.failed} tests, ${seconds(started)})`);
    if (overdue) say(false, `${name} did not end within ${deadlineMs / 60000} minutes`);
    // A run that broke off, or that counts no failure and still failed, is itself one failure.
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  };
}

/** The tests beside LWC bundles; one worker, since the other lanes have the other processor. */
function jest(name) {
  const result = path.join(stateFolder, 'jest-result.json');
  return async () => {
    rmSync(result, { force: true });
    const started = Date.now();
    const args = [programOf('@salesforce/sfdx-lwc-jest', 'sfdx-lwc-jest'), '--', '--ci', '--runInBand', '--json'];
    const { code, output } = await runProgram(process.execPath, [...args, `--outputFile=${result}`], {
      cwd: root,
      env: cleanEnvironment(quiet),
      deadlineMs: 4 * 60 * 1000
    });
    const found = readJson(result) ?? {};
    const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = found;
    const counted = { passed: numPassedTests, failed: numFailedTests, pending: numPendingTests };
    say(code === 0, `${name} (${counted.passed + counted.failed} tests, ${seconds(started)})`);
    if (code === 0) return counted;
    const words = testResults.map(({ message }) => message).filter(Boolean);
    const told = `${name} failed:\n${words.length > 0 ? words.join('\n') : output}`;
    return { ...counted, failed: Math.max(1, counted.failed), told };
  };
}

function say(isGood, words) {
  process.stdout.write(`${isGood ? 'ok  ' : 'FAIL'} ${words}\n`);
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
