import path from 'node:path';
import { parseArgs } from 'node:util';
import { openWorkbench } from './open-workbench';

/** Serves the workbench until it is ended, and says where. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port must be a whole number from 0 to 65535, got "${values.port}"`);
  process.stdout.write('Compiling the components; the first time takes about half a minute\n');
  const { url } = await openWorkbench({ root: path.join(__dirname, '../..'), port });
  process.stdout.write(`Every component in every state: ${url}\nCtrl-C ends it\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
