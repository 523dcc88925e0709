import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { root, stateFolder } from './places.mjs';
import { withProgress } from './progress.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/**
 * What the tests run beside Node: where to find it, and the Debian packages that bring it. What is optional is missed by the tests
 * that need it, and they say so.
 */
const programs = {
  chromium: {
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    packages: ['chromium', 'fonts-liberation', 'fonts-noto-cjk']
  },
  java: { commands: ['java'], packages: ['default-jre-headless'] },
  'redis-server': { commands: ['redis-server'], packages: ['redis-server'], isOptional: true }
};

/**
 * Finds or installs the programs that the tests need, and returns the environment that names them: `CHROMIUM_PATH`,
 * `JAVA_PATH` and `REDIS_SERVER_PATH`. A path that is set already is taken as it is. `names` says which are wanted.
 */
export async function ensurePrograms(names = Object.keys(programs)) {
  const missing = names.filter((name) => findProgram(name) === undefined);
  if (missing.length > 0) await installPackages(missing.flatMap((name) => programs[name].packages));
  if (findProgram('chromium') === undefined) await installBrowser();
  const absent = names.filter((name) => !programs[name].isOptional && findProgram(name) === undefined);
  if (absent.length > 0) {
    throw new SetUpFailure(`This needs ${absent.join(' and ')}, and this computer's packages did not bring it.`, [
      `Install ${absent.join(' and ')}, or say where it is in ${absent.map(variableOf).join(' and ')}, then run the same command again.`
    ]);
  }
  const found = names.map((name) => [variableOf(name), findProgram(name)]);
  return Object.fromEntries(found.filter(([, file]) => file !== undefined));
}

function findProgram(name) {
  const given = process.env[variableOf(name)];
  if (given && existsSync(given)) return given;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const places = programs[name].commands.flatMap((command) =>
    folders.map((folder) => path.join(folder, command + suffix))
  );
  if (name === 'chromium') places.push(playwrightBrowser());
  return places.find((file) => file !== undefined && existsSync(file));
}

/** Debian only, and only as its administrator: elsewhere the person is told what is missing. */
async function installPackages(packages) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  await withProgress(`Installing ${packages.join(', ')}`, async () => {
    const env = cleanEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
    const install = ['install', '-y', '--no-install-recommends', ...packages];
    const first = await runProgram('apt-get', install, { env });
    if (first.code === 0) return;
    // The list of packages may be old, or not there yet.
    await runProgram('apt-get', ['update'], { env });
    const second = await runProgram('apt-get', install, { env });
    if (second.code !== 0) process.stdout.write(`${second.output.split('\n').slice(-5).join('\n')}\n`);
  });
}

/** Where Debian's packages bring no Chromium: the browser that Playwright publishes for its own version. */
async function installBrowser() {
  const cli = path.join(playwrightFolder, 'cli.js');
  if (!existsSync(cli)) return;
  const env = cleanEnvironment({ PLAYWRIGHT_BROWSERS_PATH: browserFolder });
  await withProgress('Installing a browser', () => runProgram(process.execPath, [cli, 'install', 'chromium'], { env }));
}

function playwrightBrowser() {
  if (!existsSync(playwrightFolder)) return undefined;
  process.env.PLAYWRIGHT_BROWSERS_PATH ??= browserFolder;
  return createRequire(path.join(root, 'package.json'))('playwright-core').chromium.executablePath();
}

const browserFolder = path.join(stateFolder, 'browser');
const playwrightFolder = path.join(root, 'node_modules', 'playwright-core');

function variableOf(name) {
  return `${name.toUpperCase().replaceAll('-', '_')}_PATH`;
}
