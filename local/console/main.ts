import path from 'node:path';
import { ConsoleRefusal, readArguments, usage } from './read-arguments';

/** Runs the console until the browser is closed or Ctrl-C is pressed. */
async function main(): Promise<void> {
  const asked = readArguments(process.argv.slice(2));
  if (asked === undefined) return void process.stdout.write(usage);
  // All that it starts takes seconds to load; who mistyped hears of it at once.
  const { openConsole } = require('./open-console') as typeof import('./open-console');
  const { ended, close } = await openConsole({
    root: path.join(__dirname, '../..'),
    ...asked,
    say: (line) => void process.stdout.write(`${line}\n`)
  });
  process.stdout.write('Ctrl-C ends it\n');
  try {
    await Promise.race([ended, told()]);
  } finally {
    await close();
  }
}

const told = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof ConsoleRefusal ? error.exitCode : 1);
  }
);
