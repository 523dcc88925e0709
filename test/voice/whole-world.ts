import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser } from 'playwright-core';
import { openConsole } from '../../local/console/open-console';
import { compiledComponents } from './compiled-components';
import { type Behind } from '../../local/console/open-options';
import { type Policy } from '../../web/session-service/settings/policy';
import { browserWithRules } from './browser-with-names';

const root = path.join(__dirname, '../..');

/** Everything of Ringdown as `npm run console` starts it: org, phone system, the bundled session service and the console's server. */
export type WholeWorld = Behind & {
  readonly url: string;
  /** Chrome as reps have it, or with the partitioning of storage off, as Playwright has it. */
  readonly browser: (partitioning?: boolean) => Promise<Browser>;
  /** Lets so many milliseconds pass for the session service, and for nobody else. */
  readonly pass: (milliseconds: number) => void;
  /** Ends the service as a power cut would, and starts it again, with this policy or the old one. */
  readonly restart: (change?: {
    readonly policy?: Partial<Policy>;
    readonly orgs?: readonly unknown[];
  }) => Promise<void>;
  /** Asks the session service as the administrator; gives the answer, or undefined when it has no body. */
  readonly admin: (method: string, place: string) => Promise<unknown>;
  /** What the phone system is told, at `/__local/orgs/ORG/…`. */
  readonly phone: (method: string, place: string, body?: unknown) => Promise<unknown>;
  /** Ends every call of every agent, as if all had been said. */
  readonly hangUp: () => Promise<void>;
  readonly query: (soql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** What the programs wrote. */
  readonly said: readonly string[];
  readonly close: () => Promise<void>;
};

/** Starts it, with the app and the org of Voice, or with those of Open CTI. */
export async function openWholeWorld(options: { readonly isOpenCti?: boolean } = {}): Promise<WholeWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-whole-'));
  const aheadFile = path.join(folder, 'ahead');
  const said: string[] = [];
  let ahead = 0;
  writeFileSync(aheadFile, '0');
  const open = await openConsole({
    root,
    folder: path.join(folder, 'console'),
    users: ['priya', 'sam'],
    ...options,
    port: 0,
    opensBrowser: false,
    trust: [],
    components: compiledComponents,
    more: {},
    say: (line) => void said.push(line),
    serviceEnvironment: { NODE_OPTIONS: `--require ${path.join(__dirname, 'moved-clock.cjs')}`, AHEAD_FILE: aheadFile }
  });
  const behind = open.behind!;
  const browsers: Browser[] = [];
  const change = (name: string, to: (content: Record<string, unknown>) => unknown): void => {
    const file = path.join(folder, 'console', name);
    writeFileSync(file, JSON.stringify(to(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)));
  };
  const ask = async (
    method: string,
    url: string,
    headers: Record<string, string>,
    body?: unknown
  ): Promise<unknown> => {
    const { status, text } = await askTls({ method, url, headers, cert: behind.cert, body });
    if (status >= 400) throw new Error(`${method} ${url}: ${status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const phone: WholeWorld['phone'] = (method, place, body) =>
    ask(method, `https://127.0.0.1:${behind.phonePort}/__local/orgs/${behind.orgId}${place}`, {}, body);
  return {
    ...behind,
    url: open.url,
    said,
    browser: async (partitioning = true) => {
      const browser = await browserWithRules(
        `${open.browser.resolverRules}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
        partitioning
      );
      browsers.push(browser);
      return browser;
    },
    pass: (milliseconds) => {
      ahead += milliseconds;
      writeFileSync(aheadFile, String(ahead));
    },
    restart: async ({ policy, orgs } = {}) => {
      if (policy) change('session-settings.json', (file) => ({ ...file, policy }));
      if (orgs) change('session-service.json', (file) => ({ ...file, orgs: [...(file.orgs as unknown[]), ...orgs] }));
      await behind.processes.stop('session-service', 'SIGKILL');
      await behind.processes.restart('session-service');
    },
    admin: (method, place) =>
      ask(method, `https://127.0.0.1:${behind.servicePort}/admin/orgs/${behind.orgId}/${place}`, {
        authorization: `Bearer ${behind.adminToken}`,
        'x-ringdown': '1'
      }),
    phone,
    hangUp: async () => {
      const { agents } = (await phone('GET', '')) as PhoneAgents;
      for (const { callId } of agents.flatMap(({ calls }) => calls))
        for (const command of ['end', 'decline', 'finish-wrap-up'])
          await phone('POST', `/calls/${callId}/command`, { command, arguments: {} }).catch(() => undefined);
    },
    query: async (soql) => {
      const response = await fetch(`${behind.org.url}/services/data/v67.0/query?q=${encodeURIComponent(soql)}`, {
        headers: { authorization: `Bearer ${behind.org.accessToken}` }
      });
      if (!response.ok) throw new Error(await response.text());
      return ((await response.json()) as { records: readonly Record<string, unknown>[] }).records;
    },
    close: async () => {
      for (const browser of browsers) await browser.close();
      await open.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

type PhoneAgents = { readonly agents: readonly { readonly calls: readonly { readonly callId: string }[] }[] };

/** One request to a server of this computer, of which only its own certificate is trusted. */
export function askTls(options: {
  readonly method: string;
  readonly url: string;
  readonly cert: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}): Promise<{ readonly status: number; readonly text: string; readonly headers: NodeJS.Dict<string | string[]> }> {
  const { method, url, cert, headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method,
        ca: cert,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
      }
    );
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
