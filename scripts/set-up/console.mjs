import { buildAll } from './build.mjs';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { ensurePrograms } from './programs.mjs';

/** Installs what the console needs, a browser too, and opens it with everything that it plays with. */
export async function openConsole(args) {
  await buildAll();
  Object.assign(process.env, await ensurePrograms(['chromium']));
  // Ctrl-C reaches the console as well; it ends its own processes and this one waits for that.
  process.on('SIGINT', () => undefined);
  const program = ['--require', 'ts-node/register/transpile-only', 'local/console/main.ts'];
  const { code } = await runProgram(process.execPath, [...program, ...args], { show: true, env: cleanEnvironment() });
  return code;
}
