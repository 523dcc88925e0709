import path from 'node:path';
import { readBuiltPages } from '../../../web/session-service/pages/built-pages';
import { readSettings } from '../../../web/session-service/settings/read-settings';
import { startService } from '../../../web/session-service/start-service';

/** The service as the settings say, but its sessions live for seconds, which no settings may say: `FILE SECONDS`. */
async function main(): Promise<void> {
  const [file = '', seconds] = process.argv.slice(2);
  const settings = readSettings(file, process.env);
  const policy = { ...settings.service.policy, absoluteHours: Number(seconds) / 3600, warnMinutes: 0 };
  const started = await startService({
    settings: { ...settings, service: { ...settings.service, policy } },
    pages: readBuiltPages(path.join(__dirname, '../../../dist/web/pages')),
    writeAudit: () => undefined
  });
  process.stdout.write(`The session service listens on ${started.address}\n`);
  process.once('SIGTERM', () => void started.close());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
