import assert from 'node:assert/strict';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWorkbench } from '../../local/lightning/open-workbench';
import type { Workbench } from '../../local/lightning/server/serve-workbench';
import { stateAddress } from '../../local/lightning/server/state-address';
import { states } from '../../local/lightning/states/states';
import { keyboardProblems, startAtTheTop } from './check-keyboard';
import { turnedTexts } from './check-order';
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
  readonly order: readonly string[];
  readonly keyboard: readonly string[];
  readonly aria: string;
};

/** `ONLY=callLog` or `ONLY=callLog/empty` looks at some states only, for whoever works on them. */
const only = process.env.ONLY ?? '';

const keyOf = (each: { component: string; name: string; language: Language }): string =>
  `${each.component}/${each.name}/${each.language}`;

const all = states.flatMap(({ component, states: every }) =>
  every.flatMap(({ name }) =>
    languages.map((language) => ({ component, name, language, key: keyOf({ component, name, language }) }))
  )
);
/**
 * `npm run test:thorough`, which has the time, looks at every state, in other words, and in English from right to left; `npm test`
 * at what a rep and an admin see most.
 */
const seenMost: readonly string[] = [
  ...['active', 'wrap-up', 'several-matches', 'search', 'saved', 'waiting'].map((name) => `callLog/${name}`),
  ...['signed-out', 'signed-in', 'expiring', 'reconnecting', 'pop-up-blocked'].map(
    (name) => `telephonySession/${name}`
  ),
  ...['session', 'chooser', 'no-match', 'search'].map((name) => `screenPops/${name}`),
  ...['mixed', 'in-order', 'no-access'].map((name) => `setupHealth/${name}`),
  ...['live', 'listening', 'refused'].map((name) => `agentMonitor/${name}`),
  ...['live', 'old'].map((name) => `queueStatus/${name}`),
  ...['messageBoard/sent', 'repMessages/unread'],
  ...['calls', 'many', 'vendors-own'].map((name) => `callHistory/${name}`),
  ...['pages', 'broken'].map((name) => `callLogText/${name}`),
  ...['joined', 'refused'].map((name) => `presenceSync/${name}`),
  ...['phonePreferences/saved', 'phoneLauncher/ready', 'errorPanel/several']
];
const isThorough = process.env.THOROUGH === '1' || only !== '' || updatesGoldens;
const cases = all.filter(
  ({ key, language, component, name }) =>
    key.startsWith(only) && (isThorough || (language === 'en' && seenMost.includes(`${component}/${name}`)))
);

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
    const queue = cases.filter(({ language }) => language !== 'rtl');
    const { url } = workbench;
    const { context } = browser;
    const work = async (): Promise<void> => {
      const page = await context.newPage();
      for (let next = queue.shift(); next; next = queue.shift()) {
        const address = stateAddress(url, next.component, next.name, next.language);
        try {
          const { found, turned } = await look(page, address, isThorough && next.language === 'en');
          findings.set(next.key, found);
          if (turned) findings.set(keyOf({ ...next, language: 'rtl' }), turned);
          const shown = turned ? [next.language, 'rtl' as const] : [next.language];
          for (const language of shown) {
            const key = keyOf({ ...next, language });
            if (!reviewed.some((one) => one === key)) continue;
            pictures.set(key, await freshPicture(page, stateAddress(url, next.component, next.name, language)));
          }
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
      it('keeps figures and words in the order in which they are written', () => assert.deepEqual(found().order, []));
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
    for (const key of reviewed.filter((each) => cases.some((one) => one.key === each))) {
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

  it('looks most at states that there are', () => {
    const there = new Set(all.map(({ component, name }) => `${component}/${name}`));
    assert.deepEqual(
      seenMost.filter((name) => !there.has(name)),
      []
    );
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

/** `turns`: also from right to left. The words are the same then, and nothing but styles of ours asks for the direction. */
async function look(
  page: Page,
  address: string,
  turns: boolean
): Promise<{ readonly found: Findings; readonly turned?: Findings }> {
  const said = await openState(page, address);
  const ready = await page.evaluate(() => document.documentElement.dataset['ready']);
  const straight = await seen(page);
  if (turns) await turn(page, 'rtl');
  const around = turns ? await seen(page) : undefined;
  await startAtTheTop(page);
  const keyboardAround = turns ? await keyboardProblems(page) : [];
  if (turns) await turn(page, 'ltr');
  await startAtTheTop(page);
  const found = { ready, said, ...straight, keyboard: await keyboardProblems(page) };
  return around === undefined ? { found } : { found, turned: { ready, said, ...around, keyboard: keyboardAround } };
}

async function turn(page: Page, direction: 'ltr' | 'rtl'): Promise<void> {
  await page.setViewportSize({ width: 400, height: 700 });
  await page.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, direction);
}

/** What does not change the page. */
async function seen(page: Page): Promise<Pick<Findings, 'aria' | 'axe' | 'overflow' | 'order'>> {
  const aria = `${await page.locator('body').ariaSnapshot()}\n`;
  const axe = await axeViolations(page);
  const overflow = await overflowAt(page, 320);
  return { aria, axe, overflow, order: await turnedTexts(page) };
}
