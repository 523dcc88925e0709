import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deployedOrg } from '../lightning/server/deployed-org';
import { pageOrgs } from '../lightning/server/page-orgs';
import type { ConsoleSettings } from './protocol/connector-config';
import { componentsBundle } from './server/components-bundle';
import { browserArguments, commandLine } from './server/browser-arguments';
import { certificateIn, keyHash } from './server/certificate';
import { contactCenter } from './server/contact-center';
import { demoSettings, reps } from './server/demo-settings';
import { findBrowser } from './server/find-browser';
import { names, resolverRules } from './server/names';
import { keepProcesses, type Processes } from './server/processes';
import { serveConsole } from './server/serve-console';
import { deployCallCenter } from './server/open-cti/deploy-call-center';
import { voiceOrg } from './server/voice-org';
import { giveVoiceCallKey } from './server/voice-call-key';
import { startServices, type Services } from './server/start-services';

/** What a person asks of `npm run console`. */
export type OpenOptions = {
  readonly root: string;
  /** A vendor's connector; without one the console starts everything of Ringdown. */
  readonly connector?: string;
  readonly login?: string;
  /** Opens the app of Open CTI instead of the one of Voice. */
  readonly isOpenCti?: boolean;
  /** A vendor's page for Open CTI; with one the session service and the phone system are not started. */
  readonly adapter?: string;
  /** The page that takes over when the adapter does not say within the milliseconds that it is ready. */
  readonly standby?: { readonly url: string; readonly timeout: number };
  /** Which of the two reps, each with a browser profile of their own. */
  readonly users: readonly (keyof typeof reps)[];
  readonly port: number;
  readonly opensBrowser: boolean;
  /** PEM files of certificates that the browser is to trust besides. */
  readonly trust: readonly string[];
  readonly more: Partial<ConsoleSettings>;
  /** Where keys, profiles and databases are kept; `.ringdown/console` of the project unless said otherwise. */
  readonly folder?: string;
  /** Variables of the session service's environment besides its secrets. */
  readonly serviceEnvironment?: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
};

/** What stands behind the connector when everything of Ringdown was started. */
export type Behind = Services & {
  readonly orgId: string;
  readonly org: { readonly url: string; readonly accessToken: string };
  readonly processes: Processes;
  /** Signs what all of it serves. */
  readonly cert: string;
};

/** The org behind the page, as a test asks it. */
export type LocalOrg = {
  readonly orgId: string;
  readonly url: string;
  readonly accessToken: string;
  readonly userId: string;
};

/** A console that runs until it is closed, or until every browser window is closed. */
export type OpenConsole = {
  readonly url: string;
  /** For a browser that somebody else starts. */
  readonly browser: { readonly resolverRules: string; readonly keyHash: string };
  /** Of both reps; only when everything of Ringdown was started. */
  readonly password?: string;
  readonly behind?: Behind;
  /** The local org, unless the connector came by address. */
  readonly org?: LocalOrg;
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts what the connector needs, serves the console and opens a browser for each rep. */
export async function openConsole(options: OpenOptions): Promise<OpenConsole> {
  const { root, users, port, opensBrowser, trust, say } = options;
  const program = opensBrowser ? findBrowser(process.env) : 'chromium';
  const folder = options.folder ?? path.join(root, '.ringdown/console');
  const certificate = await certificateIn(folder, root, Object.values(names));
  const processes = keepProcesses((name, line) => say(`[${name}] ${line}`));
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const { settings, ports, behind, org } = await (options.connector === undefined
      ? ours()
      : theirs(options.connector));
    const isOpenCti = options.isOpenCti === true || options.adapter !== undefined;
    const url = `https://${names.console}/lightning`;
    const launched = users.map((user) => {
      const profile = path.join(folder, `profile-${user}`);
      mkdirSync(profile, { recursive: true });
      const given = browserArguments({
        profile,
        resolverRules: resolverRules(ports),
        keyHashes: [certificate.keyHash, ...trust.map((file) => keyHash(readFileSync(file, 'utf8')))],
        url: `${url}?${new URLSearchParams({ ...(isOpenCti ? { phone: 'open-cti' } : {}), ...reps[user], ...(user === users[0] ? { userId: settings.userId } : {}) }).toString()}`,
        isRoot: process.getuid?.() === 0
      });
      if (!opensBrowser) {
        say(`${user}: ${commandLine(program, given)}`);
        return undefined;
      }
      const child = spawn(program, [...given], { stdio: 'ignore' });
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.once('error', (error) => say(`The browser could not be started: ${error.message}`));
      closing.push(async () => {
        child.kill('SIGTERM');
        await gone;
      });
      return gone;
    });
    say(`The console is open at ${url}`);
    const windows = launched.filter((gone) => gone !== undefined);
    const ended = windows.length > 0 ? Promise.all(windows).then(() => undefined) : new Promise<void>(() => undefined);
    return {
      url,
      browser: { resolverRules: resolverRules(ports), keyHash: certificate.keyHash },
      ...(behind === undefined ? {} : { password: behind.password, behind }),
      ...(org === undefined ? {} : { org }),
      ended,
      close
    };
  } catch (error) {
    await close();
    throw error;
  }

  async function theirs(connector: string): Promise<Prepared> {
    const settings = demoSettings(connector, options.login ?? connector, options.more);
    const server = await serveConsole({ root, certificate, settings, port });
    closing.push(server.close);
    return { settings, ports: here(server.port) };
  }

  async function ours(): Promise<Prepared> {
    const { adapter } = options;
    say(adapter === undefined ? 'Starting the org, the phone system and the session service' : 'Starting the org');
    const start = await deployedOrg(root);
    const orgs = pageOrgs(() => voiceOrg(start));
    closing.push(orgs.close);
    closing.push(processes.stopAll);
    const org = await orgs.open('console', { records: callers });
    const orgId = org.ids.org ?? '';
    const { userId } = org;
    const base = `https://${names.service}/orgs/${orgId}`;
    const settings = demoSettings(`${base}/connector`, `${base}/login`, {
      organizationId: orgId,
      callCenterName: contactCenter,
      userId,
      ...options.more
    });
    // The service has to know where the org answers, and the console where the phone does: its own server is both.
    const started: { phone?: string } = {};
    const server = await serveConsole({
      root,
      certificate,
      settings,
      port,
      processes,
      org: { url: org.url, accessToken: org.accessToken },
      components: await componentsBundle(root),
      phoneControl: () => started.phone
    });
    closing.push(server.close);
    await deployCallCenter(root, org, { adapterUrl: adapter ?? `${base}/softphone`, standby: options.standby });
    if (adapter !== undefined) return { settings, org: { ...org, orgId }, ports: here(server.port) };
    const services = await startServices({
      root,
      folder,
      certificate,
      processes,
      orgId,
      callCenter: contactCenter,
      scrtUrl: `https://127.0.0.1:${server.port}`,
      environment: options.serviceEnvironment ?? {},
      reps: users.map((user) => ({ agent: user, userName: reps[user].userName }))
    });
    await giveVoiceCallKey({
      root,
      service: `https://127.0.0.1:${services.servicePort}`,
      cert: certificate.cert,
      adminToken: services.adminToken,
      orgId,
      org
    });
    started.phone = `https://127.0.0.1:${services.phonePort}`;
    say(`Log in as ${users.join(' or ')} with the password ${services.password}`);
    return {
      settings,
      org: { ...org, orgId },
      behind: { ...services, orgId, org, processes, cert: certificate.cert },
      ports: { ...here(server.port), [names.service]: services.servicePort, [names.phone]: services.phonePort }
    };
  }
}

/** People whom the org knows, so that their records open when they call. */
const callers = [
  { sobject: 'Contact', values: { FirstName: 'Alex', LastName: 'Kim', Phone: '+14155550123' } },
  { sobject: 'Contact', values: { FirstName: 'Noor', LastName: 'Haddad', Phone: '+442079460101' } }
];

type Prepared = {
  readonly settings: ConsoleSettings;
  readonly ports: Readonly<Record<string, number>>;
  readonly behind?: Behind;
  readonly org?: LocalOrg;
};

const here = (port: number): Readonly<Record<string, number>> => ({
  [names.console]: port,
  [names.myDomain]: port,
  [names.vendor]: port,
  [names.stranger]: port
});
