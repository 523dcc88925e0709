import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext } from 'playwright-core';
import { certificateIn } from '../../../local/console/server/certificate';
import { demoSettings } from '../../../local/console/server/demo-settings';
import { names } from '../../../local/console/server/names';
import { serveConsole } from '../../../local/console/server/serve-console';
import { launchConsoleBrowser } from '../../console/launch-console-browser';
import { programOf, typescript } from './run-load';
import { startServer } from './server-process';
import { orgId, writeSettings } from './service-folder';

const root = path.join(__dirname, '../../..');

/** The console in Chromium with the connector, the login page, the service and a phone system, each what it is for a person. */
export type PhoneConsole = {
  readonly context: BrowserContext;
  readonly url: string;
  readonly servicePid: number;
  readonly close: () => Promise<void>;
};

/** Starts everything; the service's sessions live for so many seconds. */
export async function openPhoneConsole(folder: string, lifeSeconds: number): Promise<PhoneConsole> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const certificate = await certificateIn(folder, root, Object.values(names));
    const tls = { keyFile: path.join(folder, 'console.key'), certFile: path.join(folder, 'console.crt') };
    const secret = 'secret-of-this-measurement';
    const phoneUrl = `wss://${names.phone}/agents`;
    const phoneSettings = path.join(folder, 'phone.json');
    writeFileSync(
      phoneSettings,
      JSON.stringify({ ticketSecret: secret, audience: phoneUrl, origins: [`https://${names.service}`], tls }),
      { mode: 0o600 }
    );
    const phoneProgram = path.join(root, 'local/phone/main.ts');
    const phone = await startServer([...typescript, phoneProgram, '--settings', phoneSettings]);
    closing.push(phone.stop);

    const file = writeSettings(
      folder,
      'short',
      { kind: 'sqlite', file: 'short.db' },
      {
        tls,
        phone: { url: phoneUrl, ticketSecret: { env: 'BENCH_TICKET_SECRET' } }
      }
    );
    const given = programOf('short-lived-service', file, String(lifeSeconds));
    const service = await startServer(given, { BENCH_TICKET_SECRET: secret });
    closing.push(service.stop);

    const base = `https://${names.service}/orgs/${orgId}`;
    const settings = demoSettings(`${base}/connector`, `${base}/login`, { organizationId: orgId });
    const server = await serveConsole({ root, certificate, settings });
    closing.push(server.close);
    const ports = { [names.console]: server.port, [names.service]: service.port, [names.phone]: phone.port };
    const context = await launchConsoleBrowser({
      ...{ profile: path.join(folder, 'profile'), keyHash: certificate.keyHash },
      ports
    });
    closing.push(() => context.close());
    return { context, url: `https://${names.console}/lightning`, servicePid: service.pid, close };
  } catch (error) {
    await close();
    throw error;
  }
}
