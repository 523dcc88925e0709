import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readBuiltPages } from './session-service/pages/built-pages';
import { passwordLine } from './session-service/print-password-hash';
import { readSettings } from './session-service/settings/read-settings';
import { startService } from './session-service/start-service';

const usage = `node web/main.ts --settings FILE    runs the session service
node web/main.ts hash-password      reads a password from standard input and prints its line for the users file
`;

/** Beside the bundled server, or where the build puts them when it runs from source. */
function pagesFolder(): string {
  const beside = path.join(__dirname, 'pages');
  return existsSync(beside) ? beside : path.join(__dirname, '..', 'dist', 'web', 'pages');
}

async function main(): Promise<void> {
  const options = { settings: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (positionals[0] === 'hash-password') {
    process.stdout.write(await passwordLine(process.stdin));
    return;
  }
  if (values.help === true || values.settings === undefined) {
    process.stderr.write(usage);
    process.exitCode = values.help === true ? 0 : 64;
    return;
  }
  const settings = readSettings(values.settings, process.env);
  const writeAudit = (line: string): void => void process.stdout.write(line);
  const { file, pathOf } = settings;
  const pages = readBuiltPages(file.pagesFolder === undefined ? pagesFolder() : pathOf(file.pagesFolder));
  const service = await startService({ settings, pages, writeAudit });
  process.stderr.write(`The session service listens on ${service.address} for ${settings.service.origin}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 78;
});
