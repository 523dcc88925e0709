/**
 * What `npm start`, `npm test` and the other npm scripts run before anything is installed: plain JavaScript for Node 20 and
 * newer, without dependencies. It picks a Node, installs, compiles, and then does what the verb says.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { chooseNode } from './choose-node.mjs';
import { root } from './places.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

const verbs = {
  start: () => import('./start.mjs').then(({ start }) => start()),
  test: (args) => import('./test.mjs').then(({ test }) => test(args)),
  thorough: () => import('./test.mjs').then(({ testThoroughly }) => testThoroughly()),
  bench: (args) => import('./run.mjs').then(({ run }) => run(['node', 'test/bench/bench.ts', ...args])),
  build: () => import('./build.mjs').then(({ build }) => build()),
  pack: () => import('./build.mjs').then(({ buildAll }) => buildAll()),
  console: (args) => import('./console.mjs').then(({ openConsole }) => openConsole(args)),
  soak: (args) => import('./soak.mjs').then(({ soak }) => soak(args)),
  generate: () => import('./generate.mjs').then(({ generate }) => generate()),
  run: (args) => import('./run.mjs').then(({ run }) => run(args))
};

async function main([verb, ...args]) {
  const work = verbs[verb];
  if (!work) {
    throw new SetUpFailure(
      `Unknown verb ${verb ?? '(none)'}: one of ${Object.keys(verbs).join(', ')}.`,
      ['npm start'],
      { exitCode: 64 }
    );
  }
  process.chdir(root);
  const node = await chooseNode();
  if (node !== process.execPath) return runOn(node, [verb, ...args]);
  process.env.PATH = [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH].join(
    path.delimiter
  );
  return work(args);
}

/** The same again on the newer Node. Ctrl-C reaches both processes; this one waits for the other's own ending. */
function runOn(node, args) {
  return new Promise((resolve, reject) => {
    process.on('SIGINT', () => undefined);
    const child = spawn(node, [process.argv[1], ...args], { stdio: 'inherit' });
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetUpFailure)) throw error;
  process.stderr.write(`\n${error.message}\n\nNext:\n${error.nextSteps.map((step) => `  ${step}\n`).join('')}`);
  process.exitCode = error.exitCode;
}
