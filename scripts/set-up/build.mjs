import { compile } from './compile.mjs';
import { linkCommand } from './link-command.mjs';
import { ensurePackages } from './packages.mjs';
import { seconds } from './progress.mjs';
import { ensureTypeScript } from './typescript.mjs';

/** Installs what the tool needs to run and compiles it; in no time when both are done already. */
export async function build() {
  const started = Date.now();
  const packages = await ensurePackages('prod');
  const loadTypeScript = await ensureTypeScript();
  const sources = compile(loadTypeScript);
  await linkCommand();
  const outcome = packages === 'changed' || sources === 'changed' ? 'Ringdown is ready' : 'Ringdown was ready already';
  process.stdout.write(`${outcome} (set-up: ${seconds(started)})\n`);
  return 0;
}
