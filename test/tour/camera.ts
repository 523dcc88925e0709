import path from 'node:path';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Takes pictures of a page, and knows which. */
export type Camera = {
  /** Without the simulator, which no rep has, unless it is to be seen. */
  readonly take: (page: Page, name: string, more?: { readonly withSimulator?: boolean }) => Promise<void>;
  readonly taken: readonly string[];
};

const viewport = { width: 1180, height: 700 };

/** A camera that puts its pictures into a folder. */
export function openCamera(folder: string): Camera {
  const taken: string[] = [];
  return {
    taken,
    take: async (page, name, { withSimulator = false } = {}) => {
      const file = path.join(folder, `${name}.png`);
      await page.locator('aside.simulator').evaluateAll(
        (asides, display) => {
          for (const aside of asides) (aside as HTMLElement).style.display = display;
        },
        withSimulator ? '' : 'none'
      );
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      taken.push(file);
    }
  };
}

/** A window of a size that a README shows whole. */
export async function tourContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...{ ignoreHTTPSErrors: true, locale: 'en-US', timezoneId: 'UTC', viewport },
    reducedMotion: 'reduce'
  });
  context.setDefaultTimeout(60_000);
  return context;
}
