import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Frame, type Page } from 'playwright-core';
import { openConsole } from '../../../local/console/open-console';
import { compiledComponents } from '../../voice/compiled-components';
import { names } from '../../../local/console/server/names';
import { browserWithRules } from '../../voice/browser-with-names';
import { orgSide, type OrgSide } from '../org-side';
import { patience } from '../rep';

/** The app of Open CTI with the page of a vendor who knows nothing of Ringdown, and who pops and logs. */
export type VendorStage = {
  readonly org: OrgSide;
  readonly records: Map<string, { readonly id: string; readonly object: string }>;
  /** The tab that was opened last. */
  readonly page: () => Page;
  readonly pages: () => readonly Page[];
  /** The vendor's own page in it. */
  readonly adapter: () => Frame;
  readonly begin: () => Promise<void>;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const root = path.join(__dirname, '../../..');

/** Starts org, console and browser. */
export async function openVendorStage(): Promise<VendorStage> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ringdown-vendor-'));
  const open = await openConsole({
    ...{
      root,
      folder,
      users: ['priya'],
      port: 0,
      opensBrowser: false,
      trust: [],
      components: compiledComponents,
      more: {}
    },
    adapter: `https://${names.vendor}/adapter`,
    say: () => undefined
  });
  const browser = await browserWithRules(`${open.browser.resolverRules}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`, true);
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-US', timezoneId: 'UTC' });
  context.setDefaultTimeout(patience);
  const org = orgSide(open.org!);
  const records: VendorStage['records'] = new Map();
  const pages: Page[] = [];
  const shown = (): Page => {
    const page = pages.at(-1);
    if (!page) throw new Error('Nobody opened the console');
    return page;
  };
  const adapter = (): Frame => {
    const frame = shown()
      .frames()
      .find((each) => each.url().includes('/adapter'));
    if (!frame) throw new Error('There is no page of the vendor');
    return frame;
  };
  return {
    org,
    records,
    page: shown,
    pages: () => pages,
    adapter,
    begin: async () => {
      for (const page of pages.splice(0)) await page.close();
      records.clear();
      await org.clean();
    },
    open: async () => {
      const page = await context.newPage();
      pages.push(page);
      await page.goto(`${open.url}?phone=open-cti`);
      await page.waitForSelector('iframe[title="Softphone"]', { state: 'attached' });
      await page.frameLocator('iframe[title="Softphone"]').getByText('ready', { exact: true }).waitFor();
    },
    close: async () => {
      await browser.close();
      await open.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  };
}
