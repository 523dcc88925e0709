import { type BrowserContext, type Page } from 'playwright-core';

/** Tabs of one rep; the last that was opened is in front. */
export type Tabs = {
  readonly page: () => Page;
  /** At the address of the tabs, or at another. */
  readonly open: (address?: string) => Promise<Page>;
  readonly said: readonly string[];
  readonly close: () => Promise<void>;
};

/** Keeps the tabs of a browser at an address. */
export function keepTabs(context: BrowserContext, address: string): Tabs {
  const pages: Page[] = [];
  const said: string[] = [];
  return {
    said,
    page: () => {
      const page = pages.at(-1);
      if (!page) throw new Error('No tab is open');
      return page;
    },
    open: async (place = address) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => said.push(error.message));
      // Leaving during a call asks; a rep who reloads means it.
      page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
      pages.push(page);
      await page.goto(place);
      return page;
    },
    close: async () => {
      for (const page of pages.splice(0)) await page.close();
    }
  };
}
