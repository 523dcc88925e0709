import assert from 'node:assert/strict';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench } from '../../local/lightning/open-workbench';
import type { Workbench } from '../../local/lightning/server/serve-workbench';
import { stateAddress } from '../../local/lightning/server/state-address';
import { states } from '../../local/lightning/states/states';
import { keyboardProblems, startAtTheTop } from './check-keyboard';
import { axeViolations, openState, overflowAt } from './check-page';
import { golden, leftOver, updatesGoldens } from './golden-file';
import { launchBrowser, type TestBrowser } from './launch-browser';
import { keepPictures, picture, reviewed, shareOfDifference, takenHere, takenThen } from './screenshots';

const root = path.join(__dirname, '../..');
const snapshots = path.join(__dirname, 'snapshots');
const languages = ['en', 'ja', 'rtl'] as const;
type Language = (typeof languages)[number];

type Findings = {
  readonly ready: string | undefined;
  readonly said: readonly string[];
  readonly axe: readonly string[];
  readonly overflow: readonly string[];
  readonly keyboard: readonly string[];
  readonly aria: string;
};

/** `ONLY=callLog` or `ONLY=callLog/empty` looks at some states only, for whoever works on them. */
const only = process.env.ONLY ?? '';

const all = states.flatMap(({ component, states: every }) =>
  every.flatMap(({ name }) =>
    languages.map((language) => ({ component, name, language, key: `${component}/${name}/${language}` }))
  )
);
const cases = all.filter(({ key }) => key.startsWith(only));

/** English from right to left says the same words. */
const snapshotOf = ({ component, name, language }: { component: string; name: string; language: Language }): string =>
  path.join(snapshots, component, `${name}.${language === 'rtl' ? 'en' : language}.aria`);

describe('every component in every state, in a real browser', function () {
  this.timeout(900_000);
  let workbench: Workbench | undefined;
  let browser: TestBrowser | undefined;
  const findings = new Map<string, Findings | Error>();
  const pictures = new Map<string, Buffer>();

  before(async () => {
    browser = await launchBrowser();
    workbench = await openWorkbench({ root });
    const queue = [...cases];
    const { url } = workbench;
    const { context } = browser;
    const work = async (): Promise<void> => {
      const page = await context.newPage();
      for (let next = queue.shift(); next; next = queue.shift()) {
        const address = stateAddress(url, next.component, next.name, next.language);
        try {
          findings.set(next.key, await look(page, address));
          if (reviewed.some((key) => key === next.key)) pictures.set(next.key, await freshPicture(page, address));
        } catch (error) {
          findings.set(next.key, error as Error);
        }
      }
      await page.close();
    };
    await Promise.all([work(), work(), work()]);
  });

  after(async () => {
    await browser?.close();
    await workbench?.close();
  });

  for (const each of cases) {
    describe(`${each.component}, ${each.name}, ${each.language}`, () => {
      const found = (): Findings => {
        const result = findings.get(each.key);
        if (result === undefined || result instanceof Error) throw result ?? new Error('the page was not opened');
        return result;
      };

      it('reaches its state, and the console reports nothing', () => {
        assert.deepEqual(found().said, []);
        assert.equal(found().ready, 'true');
      });
      it('is accessible', () => assert.deepEqual(found().axe, []));
      it('fits into 320 pixels', () => assert.deepEqual(found().overflow, []));
      it('is reached by keyboard, in order, with focus that shows', () => assert.deepEqual(found().keyboard, []));
      it('is to a screen reader what it was', () => {
        const file = snapshotOf(each);
        const { aria } = found();
        const committed = each.language === 'rtl' && updatesGoldens ? aria : golden(file, aria);
        assert.equal(aria, committed, `${path.relative(root, file)}: UPDATE_GOLDENS=1 writes it anew`);
      });
    });
  }

  describe('pictures that a person reviewed', () => {
    before(function () {
      const here = takenHere(browser?.version ?? '');
      if (updatesGoldens) keepPictures(pictures, here);
      // Other fonts and browsers draw other pixels; the checks above hold everywhere.
      if (JSON.stringify(takenThen()) !== JSON.stringify(here)) this.skip();
    });
    for (const key of reviewed.filter((each) => each.startsWith(only))) {
      it(`${key} looks as it was`, async () => {
        const actual = pictures.get(key);
        assert.ok(actual && browser, `there is no state ${key}`);
        const share = await shareOfDifference(browser.context, key, actual);
        assert.ok(
          share < 0.001,
          `${(share * 100).toFixed(2)} % of the pixels differ; UPDATE_GOLDENS=1 takes the picture anew`
        );
      });
    }
  });

  it('leaves no snapshot of a state that is gone', () => {
    assert.deepEqual(leftOver(snapshots, new Set(all.map(snapshotOf))), []);
  });

  it('asks nothing of any other computer', () => assert.deepEqual(browser?.refused, []));
});

/** The checks have moved the focus and the window. */
async function freshPicture(page: Page, address: string): Promise<Buffer> {
  await openState(page, address);
  return picture(page);
}

async function look(page: Page, address: string): Promise<Findings> {
  const said = await openState(page, address);
  const ready = await page.evaluate(() => document.documentElement.dataset['ready']);
  const aria = `${await page.locator('body').ariaSnapshot()}\n`;
  const axe = await axeViolations(page);
  const overflow = await overflowAt(page, 320);
  await startAtTheTop(page);
  const keyboard = await keyboardProblems(page);
  return { ready, said, axe, overflow, keyboard, aria };
}
