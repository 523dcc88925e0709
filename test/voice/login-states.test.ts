import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, type BrowserContextOptions, type Page, type Route } from 'playwright-core';
import { axeViolations } from '../browser/check-page';
import { everyState, type LoginState } from '../../web/login/login-state';
import { languages } from '../../web/login/words';
import { type LoginMethod } from '../../web/shared/session-wire/login-attempt';
import { withoutCookies } from './blocked-cookies';
import { inVoiceWorld } from './in-voice-world';

import { bundled, sourceText } from './page-bundles';
import { pictures } from './pictures';
import { type ConsoleOptions, type VoiceConsole } from './voice-console';

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

  describe('in every state, by itself in 320 by 350 pixels', () => {
    const methods: readonly LoginMethod[] = [
      { kind: 'password' },
      { kind: 'oidc', label: 'Salesforce', startUrl: '/orgs/x/oidc/start' }
    ];
    const script = bundled('test/voice/pages/login-looks.ts');
    /** States of which a person has reviewed a picture, in the language of its name. */
    const pictured: readonly (readonly [string, string, LoginState])[] = [
      ['login.locked', 'en', { name: 'locked', seconds: 42 }],
      ['login.waiting', 'en', { name: 'waiting', isLong: false }],
      ['login.unanswered', 'en', { name: 'waiting', isLong: true }],
      ['login.expired', 'en', { name: 'form', notice: 'expired' }],
      ['login.window', 'en', { name: 'pop-up', isBlocked: false }],
      ['login.wrong-code', 'en', { name: 'pop-up', isBlocked: false, problem: 'wrongCode' }],
      ['login.window.done', 'en', { name: 'done', code: 'K7QF-2M9X-PW4T-8HRC' }],
      ['login.cookie-refused.de', 'de', { name: 'cookies', step: 'refused' }],
      ['login.window-closed.fr', 'fr', { name: 'pop-up', isBlocked: false, problem: 'windowClosed' }],
      ['login.not-started.es', 'es', { name: 'form', problem: 'notStarted' }]
    ];
    const windowStates: readonly LoginState[] = [{ name: 'done' }, { name: 'done', code: 'K7QF-2M9X-PW4T-8HRC' }];
    const mounted = async (tag: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
      const context = await browser().newContext({ viewport: { width: 320, height: 350 }, colorScheme });
      closing(context);
      const page = await context.newPage();
      const style = sourceText('web/login/login.css');
      await page.setContent(
        `<!doctype html><html><head><title>-</title><style>${style}</style></head><body></body></html>`
      );
      await page.addScriptTag({ content: script });
      await page.evaluate(([given, offered]) => globalThis.mountLogin(given, offered), [tag, methods] as const);
      return page;
    };
    const render = (page: Page, next: LoginState): Promise<void> =>
      page.evaluate((given) => globalThis.showLogin(given), next);

    for (const scheme of ['light', 'dark'] as const)
      it(`it has no barrier: ${scheme}`, async function () {
        this.timeout(180_000);
        const page = await mounted('en', scheme);
        const found: string[] = [];
        for (const each of [...everyState, ...windowStates]) {
          await render(page, each);
          found.push(...(await axeViolations(page)).map((barrier) => `${JSON.stringify(each)}: ${barrier}`));
        }
        assert.deepEqual(found, []);
      });

    for (const tag of Object.keys(languages))
      it(`it needs no scrolling to the side, and every button can be pressed: ${tag}`, async () => {
        const page = await mounted(tag);
        const wrong: string[] = [];
        for (const each of [...everyState, ...windowStates]) {
          await render(page, each);
          const { width, height, hidden, buttons } = await page.evaluate(() => {
            const { scrollWidth, scrollHeight } = document.documentElement;
            const shownButtons = [...document.querySelectorAll('button')].filter((one) => one.checkVisibility());
            const unreached = shownButtons.filter((one) => {
              one.scrollIntoView({ block: 'nearest' });
              const { left, top, right, bottom } = one.getBoundingClientRect();
              const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
              return !isInside || document.elementFromPoint((left + right) / 2, (top + bottom) / 2) !== one;
            });
            const names = unreached.map(({ textContent }) => textContent);
            return { width: scrollWidth, height: scrollHeight, hidden: names, buttons: shownButtons.length };
          });
          const needsButton = !['waiting', 'finishing', 'done'].includes(each.name);
          if (width > 320 || hidden.length > 0 || (needsButton && buttons === 0))
            wrong.push(`${JSON.stringify(each)} ${width} ${hidden.join()}`);
          // Without a provider's button, which is below the form, all of it is seen at once.
          if (each.name !== 'form' && each.name !== 'locked' && height > 350)
            wrong.push(`${JSON.stringify(each)} is ${height} pixels high`);
        }
        assert.deepEqual(wrong, []);
      });

    it('it looks as it was reviewed', async () => {
      for (const [name, tag, each] of pictured) {
        const page = await mounted(tag);
        await render(page, each);
        await album.take(name, page);
      }
    });
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
        await held('**/redeem')(context);
        await withoutCookies(world(), 'denies')(context);
      }
    });
    await host.event('SHOW_STORAGE_ACCESS');
    const connector = host.page.frameLocator('#connector');
    await connector.locator('button').waitFor();
    await album.take('connector.storage', host.page.locator('#connector'));
    assert.deepEqual(await barriers(host.page), []);
    await connector.locator('button').click();
    await state(host, 'cookies');
    await album.take('login.cookies', host.page.locator('#login'));
    assert.deepEqual(await barriers(host.page), []);
    await host.login.getByText(languages.en!.allowCookies).click();
    await host.login.getByText(languages.en!.cookieRefused).waitFor();
    await album.take('login.cookie-refused', host.page.locator('#login'));
    await host.login.getByText(languages.en!.goOnWithout).click();
    await host.signIn();
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

  // After the suites above, whose pictures it compares too.
  describe('all of it', () => {
    it('looks as a person has reviewed it', async function () {
      if (!(await album.compare(browser()))) this.skip();
    });
  });
});
