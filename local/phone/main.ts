import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { servePhone, type PhoneOptions } from './serve-phone';

/** Serves a phone system until it is ended, and says where on the first line. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, settings: { type: 'string' } } });
  if (values.settings === undefined) throw new Error('node main.ts --settings FILE [--port 0]');
  const settings = JSON.parse(readFileSync(values.settings, 'utf8')) as PhoneOptions;
  if (typeof settings.ticketSecret !== 'string') throw new Error(`${values.settings} has no ticketSecret`);
  const { url, control, stop } = await servePhone({ ...settings, port: Number(values.port) });
  process.stdout.write(`${JSON.stringify({ url, control })}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
