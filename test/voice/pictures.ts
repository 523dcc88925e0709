import assert from 'node:assert/strict';
import path from 'node:path';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { keepPictures, shareOfDifference, takenHere, takenThen } from '../browser/screenshots';

/** Pictures that are taken while states are passed through, and compared with what a person has looked at. */
export type Pictures = {
  readonly take: (name: string, of: Page | Locator, covered?: readonly Locator[]) => Promise<void>;
  /** Compares all, where browser and fonts are those of the committed ones; `UPDATE_GOLDENS=1` replaces those. */
  readonly compare: (browser: Browser) => Promise<boolean>;
};

/** Of the pictures in this folder. */
export function pictures(place = path.join(__dirname, 'screenshots')): Pictures {
  const taken = new Map<string, Buffer>();
  return {
    take: async (name, of, covered = []) => {
      taken.set(name, await of.screenshot({ animations: 'disabled', caret: 'hide', mask: [...covered] }));
    },
    compare: async (browser) => {
      const here = takenHere(browser.version());
      if (process.env.UPDATE_GOLDENS === '1') keepPictures(taken, here, place);
      if (JSON.stringify(takenThen(place)) !== JSON.stringify(here)) return false;
      const context = await browser.newContext();
      for (const [name, actual] of taken) {
        const share = await shareOfDifference(context, name, actual, place);
        assert.ok(share < 0.001, `${name}: ${(share * 100).toFixed(2)} % of the pixels differ`);
      }
      await context.close();
      return true;
    }
  };
}
