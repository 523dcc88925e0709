import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deployedOrg } from '../lightning/server/deployed-org';
import type { ConsoleSettings } from './protocol/connector-config';
import { componentsBundle } from './server/components-bundle';
import { browserArguments, commandLine } from './server/browser-arguments';
import { certificateIn, keyHash } from './server/certificate';
import { demoSettings, reps } from './server/demo-settings';
import { findBrowser } from './server/find-browser';
import { names, resolverRules } from './server/names';
import { keepProcesses } from './server/processes';
import { serveConsole } from './server/serve-console';
import { startServices } from './server/start-services';

/** What a person asks of `npm run console`. */
export type OpenOptions = {
  readonly root: string;
  /** A vendor's connector; without one the console starts everything of Ringdown. */
  readonly connector?: string;
  readonly login?: string;
  /** Which of the two reps, each with a browser profile of their own. */
  readonly users: readonly (keyof typeof reps)[];
  readonly port: number;
  readonly opensBrowser: boolean;
  /** PEM files of certificates that the browser is to trust besides. */
  readonly trust: readonly string[];
  readonly more: Partial<ConsoleSettings>;
  readonly say: (line: string) => void;
};

/** A console that runs until it is closed, or until every browser window is closed. */
export type OpenConsole = { readonly url: string; readonly ended: Promise<void>; readonly close: () => Promise<void> };

/** Starts what the connector needs, serves the console and opens a browser for each rep. */
export async function openConsole(options: OpenOptions): Promise<OpenConsole> {
  const { root, users, port, opensBrowser, trust, say } = options;
  const program = opensBrowser ? findBrowser(process.env) : 'chromium';
  const folder = path.join(root, '.ringdown/console');
  const certificate = await certificateIn(folder, root, Object.values(names));
  const processes = keepProcesses((name, line) => say(`[${name}] ${line}`));
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const { settings, ports } = await (options.connector === undefined ? ours() : theirs(options.connector));
    const url = `https://${names.console}/lightning`;
    const launched = users.map((user) => {
      const profile = path.join(folder, `profile-${user}`);
      mkdirSync(profile, { recursive: true });
      const given = browserArguments({
        profile,
        resolverRules: resolverRules(ports),
        keyHashes: [certificate.keyHash, ...trust.map((file) => keyHash(readFileSync(file, 'utf8')))],
        url: `${url}?${new URLSearchParams({ ...reps[user], ...(user === users[0] ? { userId: settings.userId } : {}) }).toString()}`,
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
    return { url, ended, close };
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
    say('Starting the org, the phone system and the session service');
    const org = await (await deployedOrg(root))();
    closing.push(org.close);
    closing.push(processes.stopAll);
    const callCenter = String(org.data.rows('CallCenter')[0]?.InternalName ?? 'Support');
    const userId = String(org.data.rows('User').find((row) => row.Username === org.username)?.Id);
    const base = `https://${names.service}/orgs/${org.orgId}`;
    const settings = demoSettings(`${base}/connector`, `${base}/login`, {
      organizationId: org.orgId,
      callCenterName: callCenter,
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
    const services = await startServices({
      root,
      folder,
      certificate,
      processes,
      orgId: org.orgId,
      callCenter,
      scrtUrl: `https://127.0.0.1:${server.port}`,
      reps: users.map((user) => ({ agent: user, userName: reps[user].userName }))
    });
    started.phone = `https://127.0.0.1:${services.phonePort}`;
    say(`Log in as ${users.join(' or ')} with the password ${services.password}`);
    return {
      settings,
      ports: { ...here(server.port), [names.service]: services.servicePort, [names.phone]: services.phonePort }
    };
  }
}

type Prepared = { readonly settings: ConsoleSettings; readonly ports: Readonly<Record<string, number>> };

const here = (port: number): Readonly<Record<string, number>> => ({
  [names.console]: port,
  [names.vendor]: port,
  [names.stranger]: port
});
