import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, type Page, type Route } from 'playwright-core';
import { languages } from '../../web/login/words';
import { browserWithNames } from './browser-with-names';
import { pictures } from './pictures';
import { openConsole, type ConsoleOptions, type VoiceConsole } from './voice-console';
import { names, openVoiceWorld, orgId, voiceName, type VoiceWorld } from './voice-world';

describe('what the login page and the connector look like', function () {
  this.timeout(60_000);
  const album = pictures();
  let world: VoiceWorld;
  let browser: Browser;
  const open: { readonly close: () => Promise<void> }[] = [];
  before(async () => {
    world = await openVoiceWorld();
    browser = await browserWithNames(names, world.port, true);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
    await world.restart();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const barriers = async (page: Page, within: readonly string[] = ['iframe', 'main']): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).include([...within]).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  };
  const shown = async (
    options: ConsoleOptions & { readonly scheme?: 'light' | 'dark' } = {}
  ): Promise<VoiceConsole> => {
    const { scheme = 'light', language = 'en-US' } = options;
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: language, colorScheme: scheme });
    const host = await openConsole(browser, { ...options, context });
    open.push(host);
    await host.setUp();
    return host;
  };
  const state = (host: VoiceConsole, name: string): Promise<void> =>
    host.login.locator(`main[data-state=${name}]`).waitFor();
  /** A request that is not answered before the test is over. */
  const held = (pattern: string) => (context: BrowserContext) =>
    context.route(pattern, (route: Route) => (route.request().method() === 'POST' ? undefined : route.continue()));

  for (const [name, language, scheme] of [
    ['login.en', 'en-US', 'light'],
    ['login.ja', 'ja', 'light'],
    ['login.dark', 'en-US', 'dark']
  ] as const)
    it(`the form has no barrier and looks as it was reviewed: ${name}`, async () => {
      const host = await shown({ language, scheme });
      await state(host, 'form');
      await album.take(name, host.page.locator('#login'));
      assert.deepEqual(await barriers(host.page), []);
    });

  it('a refusal has no barrier and fits', async () => {
    const host = await shown();
    await state(host, 'form');
    await host.signIn('ada', 'wrong');
    await host.login.locator('#problem:not(:empty)').waitFor();
    await album.take('login.refused', host.page.locator('#login'));
    assert.deepEqual(await barriers(host.page), []);
  });

  it('waiting for a connector that is not there has no barrier', async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-US' });
    open.push(context);
    const page = await context.newPage();
    await page.goto(`https://${voiceName}/orgs/${orgId}/login`);
    await page.locator('main[data-state=waiting]').waitFor();
    assert.deepEqual(await barriers(page, ['main']), []);
    await page.getByText(languages.en!.unanswered).waitFor({ timeout: 12_000 });
    assert.deepEqual(await barriers(page, ['main']), []);
  });

  it('sending has no barrier', async () => {
    const host = await shown({ prepare: held('**/login') });
    await host.signIn();
    await state(host, 'sending');
    await album.take('login.sending', host.page.locator('#login'));
    assert.deepEqual(await barriers(host.page), []);
  });

  it('the prompt for storage, blocked cookies and the way without them have no barrier', async () => {
    const host = await shown({
      isConnectorShown: true,
      prepare: async (context) => {
        world.blockCookies();
        await held('**/redeem')(context);
        await context.addInitScript(() => {
          if (window === window.top) return;
          Object.defineProperty(document, 'cookie', { get: () => '', set: () => undefined });
          Object.defineProperty(document, 'requestStorageAccess', { value: () => Promise.reject(new Error('denied')) });
        });
      }
    });
    await host.event('SHOW_STORAGE_ACCESS');
    const connector = host.page.frameLocator('#connector');
    await connector.locator('button').waitFor();
    await album.take('connector.storage', host.page.locator('#connector'));
    assert.deepEqual(await barriers(host.page), []);
    await connector.locator('button').click();
    await host.signIn();
    await state(host, 'cookies');
    await album.take('login.cookies', host.page.locator('#login'));
    assert.deepEqual(await barriers(host.page), []);
    await host.login.getByText(languages.en!.allowCookies).click();
    await state(host, 'finishing');
    await album.take('login.finishing', host.page.locator('#login'));
    assert.deepEqual(await barriers(host.page), []);
  });

  it('all of it looks as a person has reviewed it', async function () {
    if (!(await album.compare(browser))) this.skip();
  });
});
