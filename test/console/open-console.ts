import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, type Frame, type Page } from 'playwright-core';
import type { ConsoleSettings } from '../../local/console/protocol/connector-config';
import { certificateIn } from '../../local/console/server/certificate';
import { demoSettings } from '../../local/console/server/demo-settings';
import { names } from '../../local/console/server/names';
import { serveConsole, type ConsoleServer, type ServeOptions } from '../../local/console/server/serve-console';
import { launchConsoleBrowser } from './launch-console-browser';

const root = path.join(__dirname, '../..');

/** A console in a real browser, with a profile of its own that finds its names on this computer and trusts its key only. */
export type TestConsole = {
  readonly context: BrowserContext;
  readonly server: ConsoleServer;
  /** Opens the console with a vendor that knows nothing of Ringdown; `query` says how that vendor behaves. */
  readonly open: (query?: string, more?: Readonly<Record<string, string>>, host?: string) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Starts the server and the browser; `behind` is what stands behind the console besides the vendor, and how the browser stores. */
export async function openTestConsole(
  more: Partial<ConsoleSettings> = {},
  behind: Pick<ServeOptions, 'processes' | 'phoneControl'> & { readonly partitioning?: boolean } = {}
): Promise<TestConsole> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-console-'));
  const certificate = await certificateIn(path.join(folder, 'certificate'), root, Object.values(names));
  const vendor = `https://${names.vendor}`;
  const settings = demoSettings(`${vendor}/connector`, `${vendor}/login`, { labels: {}, ...more });
  const { partitioning = false, ...served } = behind;
  const server = await serveConsole({ root, certificate, settings, ...served });
  const context = await launchConsoleBrowser({
    ...{ profile: path.join(folder, 'profile'), keyHash: certificate.keyHash, partitioning },
    ports: Object.fromEntries(Object.values(names).map((name) => [name, server.port]))
  });
  return {
    context,
    server,
    open: async (query = '', parameters = {}, host = names.console) => {
      const page = await context.newPage();
      const search = new URLSearchParams({ connector: `${vendor}/connector?${query}`, ...parameters });
      await page.goto(`https://${host}/lightning?${search.toString()}`);
      return page;
    },
    close: async () => {
      await context.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}

/** The frame of the vendor's connector or login page, as soon as it is there. */
export async function frameOf(page: Page, file: 'connector' | 'login'): Promise<Frame> {
  const title = file === 'connector' ? 'Connector' : 'Phone login';
  const element = await page.waitForSelector(`iframe[title="${title}"]`, { state: 'attached' });
  const frame = await element.contentFrame();
  if (!frame) throw new Error(`There is no frame of ${file}`);
  await frame.waitForURL(({ pathname }) => pathname === `/${file}`);
  return frame;
}
