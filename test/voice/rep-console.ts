import assert from 'node:assert/strict';
import { type Browser, type BrowserContext, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { type Entry } from '../../local/console/page/host/transcript';
import { type WindowOmni } from '../../local/console/page/host/window-omni';
import { reps } from '../../local/console/server/demo-settings';
import { problems, stateBecomes } from '../console/omni';
import { type WholeWorld } from './whole-world';

type WithOmni = { readonly __omni: WindowOmni };

/** A rep's tab of the whole console. */
export type RepConsole = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly login: FrameLocator;
  readonly logIn: (password?: string) => Promise<void>;
  /** Logged in and ready for calls. */
  readonly work: () => Promise<void>;
  /** The call card of a party in this state. */
  readonly card: (state: string) => Locator;
  readonly press: (name: string) => Promise<void>;
  readonly send: WindowOmni['send'] extends (message: infer Message) => void
    ? (message: Message) => Promise<void>
    : never;
  /** Waits for the nth of this name that came from the connector, and gives what it carried. */
  readonly hears: (name: string, nth?: number) => Promise<Readonly<Record<string, unknown>>>;
  readonly heard: () => Promise<readonly Entry[]>;
  /** Opens another tab of the same rep. */
  readonly again: () => Promise<RepConsole>;
  /** The console will say this of the connector, and is right. */
  readonly expectProblem: (problem: string) => void;
  /** Sees to it that nothing went wrong unseen, and closes the tab. */
  readonly done: () => Promise<void>;
};

/** Opens the console for a rep, in a browser profile of their own unless one is given. */
export async function openRep(
  world: WholeWorld,
  browser: Browser,
  rep: keyof typeof reps,
  more: {
    readonly context?: BrowserContext;
    readonly query?: Readonly<Record<string, string>>;
    readonly prepare?: (context: BrowserContext) => Promise<unknown>;
  } = {}
): Promise<RepConsole> {
  const context = more.context ?? (await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-US' }));
  context.setDefaultTimeout(20_000);
  await more.prepare?.(context);
  const page = await context.newPage();
  const broken: string[] = [];
  const expected: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  await page.goto(`${world.url}?${new URLSearchParams({ ...reps[rep], ...more.query }).toString()}`);
  const login = page.frameLocator('iframe[title="Phone login"]');
  const heard = (): Promise<readonly Entry[]> =>
    page.evaluate(() =>
      (globalThis as unknown as WithOmni).__omni.transcript().filter(({ direction }) => direction === 'from-connector')
    );
  const hears: RepConsole['hears'] = async (name, nth = 0) => {
    await page.waitForFunction(() => '__omni' in globalThis);
    const found = await page.waitForFunction(
      ([wanted, place]) =>
        (globalThis as unknown as WithOmni).__omni
          .transcript()
          .filter((entry) => entry.direction === 'from-connector' && entry.name === wanted)[place],
      [name, nth] as const
    );
    return ((await found.jsonValue()) as { payload: Record<string, unknown> }).payload;
  };
  const logIn = async (password = world.password): Promise<void> => {
    await login.locator('#username').fill(rep);
    await login.locator('#password').fill(password);
    await login.locator('#password').press('Enter');
  };
  return {
    page,
    context,
    login,
    logIn,
    hears,
    heard,
    card: (state) => page.locator(`.call-card[data-state="${state}"]`),
    press: (name) => page.locator('.omni').getByRole('button', { name, exact: true }).first().click(),
    send: (message) => page.evaluate((given) => (globalThis as unknown as WithOmni).__omni.send(given), message),
    work: async () => {
      // Two browsers start at the same time, and may share two processors with other tests.
      await stateBecomes(page, 'LOGIN_SHOWN', 25_000);
      await logIn();
      await stateBecomes(page, 'READY', 25_000);
      await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Available' });
      await page.locator('.presence-light_online').waitFor();
    },
    again: () => openRep(world, browser, rep, { ...(more.query && { query: more.query }), context }),
    expectProblem: (problem) => void expected.push(problem),
    done: async () => {
      assert.deepEqual([...broken, ...(await problems(page))], expected);
      await page.close();
    }
  };
}
