import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openAuditFile } from './session-service/audit/audit-file';
import { readBuiltPages } from './session-service/pages/built-pages';
import { passwordLine } from './session-service/print-password-hash';
import { readSettings, type ReadSettings } from './session-service/settings/read-settings';
import { startService } from './session-service/start-service';
import { systemClock } from './session-service/time/clock';
import { openVoiceCalls } from './voice-calls/voice-calls';

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
  await serve(readSettings(values.settings, process.env));
}

/** Runs the session service, with the VoiceCalls beside it where the settings name a folder for keys, until it is told to end. */
async function serve(settings: ReadSettings): Promise<void> {
  const { file, service, pathOf } = settings;
  const pages = readBuiltPages(file.pagesFolder === undefined ? pagesFolder() : pathOf(file.pagesFolder));
  const print = (line: string): void => void process.stdout.write(line);
  const auditFile = file.auditFile === undefined ? undefined : openAuditFile(pathOf(file.auditFile), print);
  const writeAudit = auditFile?.write ?? print;
  const calls =
    file.keysFolder === undefined
      ? undefined
      : openVoiceCalls({
          orgs: service.orgs,
          keysFolder: pathOf(file.keysFolder),
          outboxFile: pathOf(file.callsFile),
          hasOtherNodes: file.store.kind === 'redis',
          clock: systemClock,
          writeAudit
        });
  const end = async (): Promise<void> => {
    await started?.close();
    await calls?.close();
    await auditFile?.close();
  };
  let started: Awaited<ReturnType<typeof startService>> | undefined;
  try {
    started = await startService({ settings, pages, writeAudit, plugins: calls });
  } catch (error) {
    await end();
    throw error;
  }
  process.stderr.write(`The session service listens on ${started.address} for ${service.origin}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 78;
});
