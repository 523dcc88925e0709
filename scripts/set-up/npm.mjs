import { existsSync } from 'node:fs';
import { cleanEnvironment, runProgram } from './child-process.mjs';
import { explainNpmFailure } from './npm-failure.mjs';
import { withProgress } from './progress.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

// One slow minute of retries is npm's default when nothing answers; these give up after about ten seconds.
const quickRetries = ['--fetch-retries=3', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=5000'];
const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/** Runs npm in a folder, or fails with the reason in plain words. `title` is shown while it works. */
export async function npm(args, folder, title) {
  const [file, ...first] = npmCommand();
  const result = await withProgress(title, () =>
    runProgram(file, [...first, ...args, ...quiet, ...quickRetries], { cwd: folder, env: cleanEnvironment() })
  ).catch((cause) => {
    throw new SetUpFailure('npm could not be started.', ['Install Node.js with npm from https://nodejs.org'], {
      cause
    });
  });
  if (result.code !== 0) throw explainNpmFailure(result.output, folder);
  return result.output;
}

/** npm's own program, run by this Node when npm started us; yarn and pnpm cannot read package-lock.json. */
export function npmCommand() {
  const program = process.env.npm_execpath;
  if (program && /[\\/]npm-cli\.[cm]?js$/.test(program) && existsSync(program)) return [process.execPath, program];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
