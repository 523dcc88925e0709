import { cleanEnvironment, runProgram } from './child-process.mjs';
import { build } from './build.mjs';
import { ensurePackages } from './packages.mjs';

/**
 * Installs everything, compiles, and runs a program with the project's commands in its PATH. `node some.ts` is run through
 * ts-node.
 */
export async function run([program, ...args]) {
  await ensurePackages('dev');
  await build();
  const typescript = program === 'node' && args[0]?.endsWith('.ts');
  const loader = typescript ? ['--require', 'ts-node/register/transpile-only'] : [];
  const { code } = await runProgram(program, [...loader, ...args], { show: true, env: cleanEnvironment() });
  return code;
}
