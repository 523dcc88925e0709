import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, type BrowserContextOptions, type Page, type Route } from 'playwright-core';
import { languages } from '../../web/login/words';
import { inVoiceWorld } from './in-voice-world';
import { pictures } from './pictures';
import { type ConsoleOptions, type VoiceConsole } from './voice-console';
import { orgId, voiceName } from './voice-world';

type Looks = Pick<BrowserContextOptions, 'contrast' | 'forcedColors'>;

describe('what the login page and the connector look like', function () {
  this.timeout(60_000);
  const album = pictures();
  const { world, browser, open, closing } = inVoiceWorld();

  const barriers = async (
    page: Page,
    within: readonly string[] = ['iframe', 'main'],
    rules: Readonly<Record<string, { enabled: boolean }>> = {}
  ): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page })
      .include([...within])
      .options({ rules: { ...rules } })
      .analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  };
  const shown = async (
    options: ConsoleOptions & { readonly scheme?: 'light' | 'dark'; readonly looks?: Looks } = {}
  ): Promise<VoiceConsole> => {
    const { scheme = 'light', language = 'en-US', looks = {} } = options;
    const context = await browser().newContext({
      ...{ ignoreHTTPSErrors: true, locale: language, colorScheme: scheme },
      ...looks
    });
    const host = await open({ ...options, context });
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
    const context = await browser().newContext({ ignoreHTTPSErrors: true, locale: 'en-US' });
    closing(context);
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
        world().blockCookies();
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

  /** What of an element is drawn, as the browser has resolved it. */
  const drawn = (host: VoiceConsole, selector: string) =>
    host.login.locator(selector).evaluate((element) => {
      const { borderTopWidth, borderTopStyle, outlineStyle, outlineWidth, outlineColor, color, opacity } =
        getComputedStyle(element);
      const { backgroundColor } = getComputedStyle(document.body);
      const edge = { borderTopWidth, borderTopStyle, ground: backgroundColor };
      return { ...edge, outlineStyle, outlineWidth, outlineColor, color, opacity };
    });
  /** The page after a wrong password: it says so, and marks the fields. */
  const refusedIn = async (name: string, scheme: 'light' | 'dark', looks: Looks): Promise<VoiceConsole> => {
    const host = await shown({ scheme, looks });
    await state(host, 'form');
    await host.signIn('ada', 'wrong');
    await host.login.locator('#problem:not(:empty)').waitFor();
    await album.take(name, host.page.locator('#login'));
    return host;
  };

  for (const scheme of ['light', 'dark'] as const)
    it(`shows focus, a mistake and what cannot be pressed where the system chooses the colours: ${scheme}`, async () => {
      const host = await refusedIn(`login.forced.${scheme}`, scheme, { forcedColors: 'active' });
      const [field, other] = [await drawn(host, '#password'), await drawn(host, '#login button.main')];
      assert.deepEqual([field.outlineStyle, field.outlineWidth], ['solid', '3px'], 'the field has the focus');
      assert.notEqual(field.outlineColor, field.ground);
      const [problem, notice] = [await drawn(host, '#problem'), await drawn(host, '#notice')];
      assert.deepEqual([problem.borderTopStyle, problem.borderTopWidth], ['solid', '1px']);
      assert.equal(notice.borderTopStyle, 'none');
      assert.deepEqual(await barriers(host.page), []);
      await host.context.route('**/login', (route) =>
        route.request().method() === 'POST'
          ? route.fulfill({ status: 429, json: { code: 'TRY_LATER', retryAfterSeconds: 60 } })
          : route.continue()
      );
      await host.signIn('ada', 'wrong');
      await state(host, 'locked');
      const waiting = await drawn(host, '#login button.main');
      assert.equal(waiting.opacity, '1');
      assert.notEqual(waiting.color, other.color);
    });

  for (const scheme of ['light', 'dark'] as const)
    it(`has seven to one of contrast for whoever asks for more: ${scheme}`, async () => {
      const host = await refusedIn(`login.contrast.${scheme}`, scheme, { contrast: 'more' });
      const widths = [await drawn(host, '#username'), await drawn(host, '#login button.main')];
      assert.deepEqual(
        widths.map(({ borderTopWidth }) => borderTopWidth),
        ['3px', '2px']
      );
      assert.equal((await drawn(host, '#password')).outlineWidth, '3px');
      assert.deepEqual(
        await barriers(host.page, ['iframe', 'main'], { 'color-contrast-enhanced': { enabled: true } }),
        []
      );
    });

  it('marks a mistake by more than colour', async () => {
    const host = await shown();
    await state(host, 'form');
    const before = await drawn(host, '#password');
    await host.signIn('ada', 'wrong');
    await host.login.locator('#problem:not(:empty)').waitFor();
    const after = await drawn(host, '#password');
    assert.deepEqual([before.borderTopWidth, after.borderTopWidth], ['1px', '2px']);
  });

  it('all of it looks as a person has reviewed it', async function () {
    if (!(await album.compare(browser()))) this.skip();
  });
});
