import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deployedOrg } from '../lightning/server/deployed-org';
import { pageOrgs } from '../lightning/server/page-orgs';
import type { Behind, LocalOrg, OpenConsole, OpenOptions } from './open-options';
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
import { giveOmniFlows } from './server/omni-flows';
import { orgReps, type OrgRep } from './server/org-reps';
import { labelNamespace, packageLabels } from './server/package-labels';
import { giveVoiceCallKey } from './server/voice-call-key';
import { lockFolder } from './server/lock-folder';
import { startBrowser } from './server/start-browser';
import { startServices } from './server/start-services';

/** Starts what the connector needs, serves the console and opens a browser for each rep. */
export async function openConsole(options: OpenOptions): Promise<OpenConsole> {
  const { root, users, port, opensBrowser, trust, say } = options;
  const isOpenCti = options.isOpenCti === true || options.adapter !== undefined;
  const program = opensBrowser ? findBrowser(process.env) : 'chromium';
  const folder = options.folder ?? path.join(root, '.ringdown/console');
  const unlock = lockFolder(folder);
  const certificate = await certificateIn(folder, root, Object.values(names)).catch((error: unknown) => {
    unlock();
    throw error;
  });
  const processes = keepProcesses((name, line) => say(`[${name}] ${line}`));
  const closing: (() => unknown)[] = [unlock];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const { ports, behind, org } = await (options.connector === undefined ? ours() : theirs(options.connector));
    const url = `https://${names.console}/lightning`;
    const addressOf = (user: keyof typeof reps): string => {
      const query = new URLSearchParams(reps[user]);
      if (isOpenCti) query.set('phone', 'open-cti');
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
      const browser = startBrowser(program, given);
      closing.push(browser.close);
      return browser.gone;
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
    return { ports: here(server.port) };
  }

  async function ours(): Promise<Prepared> {
    const { adapter } = options;
    say(adapter === undefined ? 'Starting the org, the phone system and the session service' : 'Starting the org');
    const start = await deployedOrg(root, 'base and Voice');
    const orgs = pageOrgs(start);
    closing.push(orgs.close);
    closing.push(processes.stopAll);
    const org = await orgs.open('console', { records: callers });
    const orgId = org.ids.org ?? '';
    const base = `https://${names.service}/orgs/${orgId}`;
    const settings = demoSettings(`${base}/connector`, `${base}/login`, {
      organizationId: orgId,
      callCenterName: contactCenter,
      // As `apply` writes it into the contact center.
      sections: { ringdown: { labelNamespace } },
      labels: packageLabels(root),
      ...options.more
    });
    // The service has to know where the org answers, and the console where the phone does: its own server is both.
    const started: { phone?: string } = {};
    const people: OrgRep[] = [];
    await deployCallCenter(root, org, { adapterUrl: adapter ?? `${base}/softphone`, standby: options.standby });
    const server = await serveConsole({
      root,
      certificate,
      settings,
      port,
      processes,
      org: { url: org.url, accessToken: org.accessToken },
      reps: () => people,
      components: await (options.components ?? (() => componentsBundle(root)))(),
      phoneControl: () => started.phone
    });
    closing.push(server.close);
    const local = { orgId, url: org.url, accessToken: org.accessToken, reps: people };
    const hire = async (callCenter: string, ...permissionSets: readonly string[]): Promise<void> => {
      people.push(...(await orgReps(org, { callCenter, permissionSets }, Object.values(reps))));
    };
    if (isOpenCti) await hire(openCtiCallCenter, 'RingdownAgent');
    if (adapter !== undefined) return { org: local, ports: here(server.port) };
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
    if (!isOpenCti) {
      await giveVoiceCallKey({
        root,
        service: `https://127.0.0.1:${services.servicePort}`,
        cert: certificate.cert,
        adminToken: services.adminToken,
        orgId,
        org
      });
      await giveOmniFlows(org, contactCenter);
      await hire(contactCenter, 'RingdownAgent', 'RingdownVoiceAgent');
    }
    started.phone = `https://127.0.0.1:${services.phonePort}`;
    say(`Log in as ${users.join(' or ')} with the password ${services.password}`);
    return {
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
