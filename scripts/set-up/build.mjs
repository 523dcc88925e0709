import { bundleWeb } from './bundle-web.mjs';
import { compile } from './compile.mjs';
import { compileLwc } from './compile-lwc.mjs';
import { ensureCompilers } from './compilers.mjs';
import { linkCommand } from './link-command.mjs';
import { ensurePackages } from './packages.mjs';
import { seconds } from './progress.mjs';

/** Installs what the tool needs to run and compiles it and the LWC bundles; in no time when all of it is done already. */
export async function build() {
  const started = Date.now();
  const packages = await ensurePackages('prod');
  const { loadTypeScript, loadEsbuild } = await ensureCompilers();
  const outcomes = [packages, compile(loadTypeScript), await compileLwc(loadTypeScript, loadEsbuild)];
  await linkCommand();
  const outcome = outcomes.includes('changed') ? 'Ringdown is ready' : 'Ringdown was ready already';
  process.stdout.write(`${outcome} (set-up: ${seconds(started)})\n`);
  return 0;
}

/** Everything that is published: the tool, the components, and the phone side in one piece. */
export async function buildAll() {
  await ensurePackages('dev');
  const code = await build();
  await bundleWeb();
  return code;
}
