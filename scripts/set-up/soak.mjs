import { buildAll } from './build.mjs';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { ensurePrograms } from './programs.mjs';

/** Plays thousands of interactions under random faults in a browser, and looks whether each leg has one complete log. */
export async function soak(args) {
  await buildAll();
  Object.assign(process.env, await ensurePrograms(['chromium']));
  const program = ['--require', 'ts-node/register/transpile-only', 'test/soak/main.ts'];
  const { code } = await runProgram(process.execPath, [...program, ...args], { show: true, env: cleanEnvironment() });
  return code;
}
