import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { spawn } from 'node:child_process';
import type { Certificate } from './certificate';
import { names } from './names';
import type { Processes } from './processes';

/** The session service and the phone system, as processes of their own. */
export type Services = {
  readonly servicePort: number;
  readonly phonePort: number;
  /** What the two reps log in with. */
  readonly password: string;
  readonly adminToken: string;
};

/** Secrets that live as long as the folder. */
type Secrets = {
  readonly admin: string;
  readonly phoneSystem: string;
  readonly ticket: string;
  readonly password: string;
};

/** Writes the settings of both into the folder and starts them; the session service has to be built. */
export async function startServices(options: {
  readonly root: string;
  readonly folder: string;
  readonly certificate: Certificate;
  readonly processes: Processes;
  readonly orgId: string;
  readonly callCenter: string;
  /** Where the org answers with TLS. */
  readonly scrtUrl: string;
  readonly reps: readonly { readonly agent: string; readonly userName: string }[];
  /** Variables of the session service besides. */
  readonly environment?: Readonly<Record<string, string>>;
}): Promise<Services> {
  const { root, folder, certificate, processes, orgId, callCenter, scrtUrl, reps, environment = {} } = options;
  const service = path.join(root, 'dist/web/main.cjs');
  if (!existsSync(service)) throw new Error('The session service is not built: run npm run build once.');
  mkdirSync(folder, { recursive: true });
  const secrets = secretsIn(folder);
  const [servicePort, phonePort] = [await freePort(), await freePort()];
  const file = (name: string, content: unknown): string => {
    const place = path.join(folder, name);
    writeFileSync(place, JSON.stringify(content, null, 2), { mode: 0o600 });
    return place;
  };
  const tls = { keyFile: path.join(folder, 'console.key'), certFile: path.join(folder, 'console.crt') };
  const trusts = { NODE_EXTRA_CA_CERTS: tls.certFile };

  const phoneUrl = `wss://${names.phone}/agents`;
  const phoneSettings = file('phone.json', {
    ticketSecret: secrets.ticket,
    audience: phoneUrl,
    origins: [`https://${names.service}`],
    reports: { url: `https://127.0.0.1:${servicePort}/phone-system`, token: secrets.phoneSystem },
    tls
  });
  await processes.start({
    name: 'phone',
    command: process.execPath,
    given: [
      ...sourceArguments(process.execArgv),
      path.join(root, 'local/phone/main.ts'),
      '--port',
      String(phonePort),
      '--settings',
      phoneSettings
    ],
    environment: trusts,
    isUp: () => answers(`https://127.0.0.1:${phonePort}/__local/orgs/${orgId}`, certificate.cert)
  });

  const hash = await passwordLine(service, secrets.password);
  const users = reps.map(({ agent, userName }) => ({ name: agent, password: hash, salesforceUserName: userName }));
  const serviceSettings = file('session-settings.json', {
    listen: { host: '127.0.0.1', port: servicePort },
    origin: `https://${names.service}`,
    tls,
    orgsFile: file('session-service.json', {
      version: 1,
      orgs: [
        {
          orgId,
          name: 'console',
          frameAncestors: [`https://${names.console}`],
          scrtUrl,
          callCenter,
          loginFrameHeight: 350
        }
      ]
    }),
    store: { kind: 'sqlite', file: path.join(folder, 'sessions.db') },
    authenticators: { '*': [{ kind: 'users', file: file('users.json', { version: 1, users }) }] },
    adminToken: { env: 'RINGDOWN_ADMIN_TOKEN' },
    phoneSystemToken: { env: 'RINGDOWN_PHONE_TOKEN' },
    phone: { url: phoneUrl, ticketSecret: { env: 'RINGDOWN_TICKET_SECRET' } },
    keysFolder: path.join(folder, 'keys')
  });
  await processes.start({
    name: 'session-service',
    command: process.execPath,
    given: [service, '--settings', serviceSettings],
    environment: {
      ...environment,
      ...trusts,
      RINGDOWN_ADMIN_TOKEN: secrets.admin,
      RINGDOWN_PHONE_TOKEN: secrets.phoneSystem,
      RINGDOWN_TICKET_SECRET: secrets.ticket
    },
    isUp: () => answers(`https://127.0.0.1:${servicePort}/health`, certificate.cert)
  });
  return { servicePort, phonePort, password: secrets.password, adminToken: secrets.admin };
}

function secretsIn(folder: string): Secrets {
  const place = path.join(folder, 'secrets.json');
  if (existsSync(place)) return JSON.parse(readFileSync(place, 'utf8')) as Secrets;
  const random = (bytes: number): string => randomBytes(bytes).toString('base64url');
  const made: Secrets = { admin: random(32), phoneSystem: random(32), ticket: random(32), password: random(9) };
  writeFileSync(place, JSON.stringify(made), { mode: 0o600 });
  return made;
}

/** The phone system runs from source: as this process does, or as a test runner does, whose arguments do not say it. */
const sourceArguments = (own: readonly string[]): readonly string[] =>
  own.some((each) => each.includes('ts-node')) ? own : [...own, '--require', 'ts-node/register/transpile-only'];

/** The service's own command makes the line for its users file; the password goes by standard input. */
function passwordLine(service: string, password: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [service, 'hash-password'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let line = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (line += text));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(line.trim()) : reject(new Error(`hash-password ended with ${code}`))
    );
    child.stdin.end(password);
  });
}

/** A port that nobody has now; it stays the same when a program is started again. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(url: string, cert: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(url, { ca: cert, timeout: 2000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.on('timeout', () => asked.destroy());
    asked.end();
  });
}
