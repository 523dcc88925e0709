import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { openConsole } from '../../local/console/open-console';
import { compiledComponents } from '../voice/compiled-components';
import type { LocalOrg, OpenOptions } from '../../local/console/open-options';
import type { ApiResponse } from '../../local/console/opencti/wire';
import type { WindowOpenCti } from '../../local/console/page/opencti/window-open-cti';
import { names } from '../../local/console/server/names';
import { launchConsoleBrowser } from './launch-console-browser';

/** The app of Open CTI with the plain adapter of a vendor, in a real browser over a real local org. */
export type OpenCtiWorld = {
  readonly org: LocalOrg;
  readonly context: BrowserContext;
  /** Opens the app; `query` goes to the app, `adapter` to the adapter. */
  readonly open: (query?: Readonly<Record<string, string>>, adapter?: string) => Promise<OpenCtiPage>;
  readonly soql: <Row>(soql: string) => Promise<readonly Row[]>;
  readonly close: () => Promise<void>;
};

/** One page of the app, and the adapter in it. */
export type OpenCtiPage = {
  readonly page: Page;
  readonly adapter: Frame;
  /** Calls a method of the library in the adapter and gives what its callback was given. */
  readonly call: (method: string, given?: object) => Promise<ApiResponse>;
  /** What a method throws at once. */
  readonly thrown: (method: string, ...given: readonly unknown[]) => Promise<string | undefined>;
  /** Waits until the adapter's listeners heard this, as often as it is said, and gives the last payload. */
  readonly heard: (what: string, times?: number) => Promise<unknown>;
  readonly state: () => Promise<NonNullable<ReturnType<WindowOpenCti['state']>>>;
  /** Asks `window.__opencti`. */
  readonly ask: (name: keyof WindowOpenCti, ...given: readonly unknown[]) => Promise<unknown>;
};

type Plain = {
  readonly plain: {
    readonly heard: readonly { readonly what: string; readonly payload: unknown }[];
    readonly call: (method: string, given: object) => Promise<ApiResponse>;
    readonly thrown: (method: string, ...given: readonly unknown[]) => string | undefined;
    readonly failure?: string;
  };
};

const adapterUrl = `https://${names.vendor}/adapter`;

/** Opens org, console and browser; milliseconds of the org's start are the caller's deadline. */
export async function openOpenCtiWorld(more: Partial<OpenOptions> = {}): Promise<OpenCtiWorld> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-open-cti-'));
  const console = await openConsole({
    ...{ root: path.join(__dirname, '../..'), folder: path.join(folder, 'console'), adapter: adapterUrl },
    ...{
      users: ['priya'],
      port: 0,
      opensBrowser: false,
      trust: [],
      components: compiledComponents,
      more: {},
      say: () => undefined
    },
    ...more
  });
  const context = await launchConsoleBrowser({
    profile: path.join(folder, 'profile'),
    keyHash: console.browser.keyHash,
    ports: portsOf(console.browser.resolverRules)
  });
  const org = console.org!;
  return {
    org,
    context,
    open: async (query = {}, adapter = '') => {
      const page = await context.newPage();
      const search = new URLSearchParams({
        phone: 'open-cti',
        ...(adapter === '' ? {} : { adapter: `${adapterUrl}?${adapter}` }),
        ...query
      });
      await page.goto(`${console.url}?${search.toString()}`);
      return openCtiPage(page);
    },
    soql: async <Row>(soql: string) => {
      const response = await fetch(`${org.url}/services/data/v66.0/query?q=${encodeURIComponent(soql)}`, {
        headers: { authorization: `Bearer ${org.accessToken}` }
      });
      if (!response.ok) throw new Error(await response.text());
      return ((await response.json()) as { readonly records: readonly Row[] }).records;
    },
    close: async () => {
      await context.close();
      await console.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

/** Waits for the adapter and gives what tests do with the page. */
export async function openCtiPage(page: Page): Promise<OpenCtiPage> {
  const element = await page.waitForSelector('iframe[title="Softphone"]', { state: 'attached' });
  const adapter = await element.contentFrame();
  if (!adapter) throw new Error('There is no frame of the softphone');
  await adapter.waitForFunction(() => {
    const { plain, sforce } = globalThis as unknown as Partial<Plain> & { readonly sforce?: object };
    return plain?.failure !== undefined || (plain !== undefined && sforce !== undefined);
  });
  return {
    page,
    adapter,
    call: (method, given = {}) =>
      adapter.evaluate(([name, args]) => (globalThis as unknown as Plain).plain.call(name, args), [
        method,
        given
      ] as const),
    thrown: (method, ...given) =>
      adapter.evaluate(([name, args]) => (globalThis as unknown as Plain).plain.thrown(name, ...args), [
        method,
        given
      ] as const),
    heard: async (what, times = 1) => {
      const found = await adapter.waitForFunction(
        ([wanted, count]) => {
          const all = (globalThis as unknown as Plain).plain.heard.filter((each) => each.what === wanted);
          return all.length >= count && { payload: all.at(-1)?.payload };
        },
        [what, times] as const
      );
      return ((await found.jsonValue()) as { readonly payload: unknown }).payload;
    },
    state: () => page.evaluate(() => (globalThis as unknown as { __opencti: WindowOpenCti }).__opencti.state()!),
    ask: (name, ...given) =>
      page.evaluate(
        ([wanted, args]) => {
          const offered = (globalThis as unknown as { __opencti: Record<string, (...all: unknown[]) => unknown> })
            .__opencti;
          return offered[wanted]?.(...args);
        },
        [name, given] as const
      )
  };
}

const portsOf = (rules: string): Readonly<Record<string, number>> =>
  Object.fromEntries<number>(
    [...rules.matchAll(/MAP (\S+):443 127\.0\.0\.1:(\d+)/g)].map(([, name = '', port]) => [name, Number(port)] as const)
  );
