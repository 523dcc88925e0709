import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deployedOrg } from '../lightning/server/deployed-org';
import { pageOrgs } from '../lightning/server/page-orgs';
import type { Behind, LocalOrg, OpenConsole, OpenOptions } from './open-options';
import type { ConsoleSettings } from './protocol/connector-config';
import { componentsBundle } from './server/components-bundle';
import { browserArguments, commandLine } from './server/browser-arguments';
import { certificateIn, keyHash } from './server/certificate';
import { contactCenter } from './server/contact-center';
import { demoSettings, reps } from './server/demo-settings';
import { findBrowser } from './server/find-browser';
import { names, resolverRules } from './server/names';
import { keepProcesses } from './server/processes';
import { serveConsole } from './server/serve-console';
import { deployCallCenter, openCtiCallCenter } from './server/open-cti/deploy-call-center';
import { openCtiReps } from './server/open-cti/open-cti-reps';
import { voiceOrg } from './server/voice-org';
import { giveVoiceCallKey } from './server/voice-call-key';
import { startServices } from './server/start-services';

/** Starts what the connector needs, serves the console and opens a browser for each rep. */
export async function openConsole(options: OpenOptions): Promise<OpenConsole> {
  const { root, users, port, opensBrowser, trust, say } = options;
  const isOpenCti = options.isOpenCti === true || options.adapter !== undefined;
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
    const url = `https://${names.console}/lightning`;
    const addressOf = (user: keyof typeof reps): string => {
      const { userId, ...rep } = reps[user];
      const query = new URLSearchParams(rep);
      if (isOpenCti) query.set('phone', 'open-cti');
      else query.set('userId', user === users[0] ? settings.userId : userId);
      return `${url}?${query.toString()}`;
    };
    const launched = users.map((user) => {
      const profile = path.join(folder, `profile-${user}`);
      mkdirSync(profile, { recursive: true });
      const given = browserArguments({
        profile,
        resolverRules: resolverRules(ports),
        keyHashes: [certificate.keyHash, ...trust.map((file) => keyHash(readFileSync(file, 'utf8')))],
        url: addressOf(user),
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
    say(`The console is open at ${url}${isOpenCti ? '?phone=open-cti' : ''}`);
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
    const start = await deployedOrg(root, 'base and Voice');
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
    await deployCallCenter(root, org, { adapterUrl: adapter ?? `${base}/softphone`, standby: options.standby });
    const openCti = await openCtiReps(org, openCtiCallCenter, Object.values(reps));
    const server = await serveConsole({
      root,
      certificate,
      settings,
      port,
      processes,
      org: { url: org.url, accessToken: org.accessToken },
      reps: openCti,
      components: await (options.components ?? (() => componentsBundle(root)))(),
      phoneControl: () => started.phone
    });
    closing.push(server.close);
    const local = { orgId, url: org.url, accessToken: org.accessToken, reps: openCti };
    if (adapter !== undefined) return { settings, org: local, ports: here(server.port) };
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
    // A call has one record: on Open CTI that is the Task of the rep, and without a key nobody writes a VoiceCall.
    if (!isOpenCti)
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
      org: local,
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
