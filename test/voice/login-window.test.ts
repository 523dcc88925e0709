import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, type Page } from 'playwright-core';
import { languages } from '../../web/login/words';
import { profileWithNames } from './browser-with-names';
import { withoutCookies, type StorageAccess } from './blocked-cookies';
import { inVoiceWorld } from './in-voice-world';
import { type VoiceConsole } from './voice-console';
import { hostName, names, orgId, voiceName } from './voice-world';

const words = languages.en!;

describe('a login where the browser keeps no cookie in Salesforce’s frame', function () {
  this.timeout(60_000);
  const { world, open } = inVoiceWorld();

  /** The login page in such a browser, after the connector's own question. */
  const shown = async (
    api: StorageAccess,
    prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve()
  ): Promise<VoiceConsole> => {
    const host = await open({
      isConnectorShown: true,
      prepare: async (context) => {
        await withoutCookies(world(), api)(context);
        await prepare(context);
      }
    });
    await host.setUp();
    if (api !== 'none') {
      await host.event('SHOW_STORAGE_ACCESS');
      await host.page.frameLocator('#connector').locator('button').click();
      const result = (await host.event('STORAGE_ACCESS_RESULT')) as Record<string, unknown>;
      assert.equal(result.showLogin, true);
    }
    return host;
  };
  const says = (host: VoiceConsole, text: string): Promise<void> => host.login.getByText(text).waitFor();
  const press = (host: VoiceConsole, text: string): Promise<void> =>
    host.login.getByRole('button', { name: text }).click();
  /** Asks for the cookie in vain, and gives the window that is offered then. */
  const offered = async (host: VoiceConsole): Promise<void> => {
    await says(host, words.cookiesBlocked);
    await press(host, words.allowCookies);
    await says(host, words.cookieRefused);
  };
  const openWindow = async (host: VoiceConsole, button = words.openWindow): Promise<Page> => {
    const [popUp] = await Promise.all([host.context.waitForEvent('page'), press(host, button)]);
    await says(host, words.popUpOpen);
    await popUp.locator('main[data-state=form]').waitFor();
    return popUp;
  };
  const signInAt = async (popUp: Page, password = 'correct horse'): Promise<void> => {
    await popUp.locator('#username').fill('ada');
    await popUp.locator('#password').fill(password);
    await popUp.locator('#password').press('Enter');
  };
  const sessions = (): Promise<number> =>
    world()
      .service()
      .store.sessionsOfUser(orgId, 'ada')
      .then(({ length }) => length);
  /** Leaves the window without the page that opened it, as a page that cuts the tie does. */
  const cutOff = (context: BrowserContext): Promise<unknown> =>
    context.addInitScript(() => {
      if (window === window.top) Object.defineProperty(window, 'opener', { value: null });
    });

  it('asks for the cookie, then offers a window, and goes on in memory when nothing helps, and says each', async () => {
    const host = await shown('denies');
    await offered(host);
    const popUp = await openWindow(host);
    await signInAt(popUp, 'wrong');
    await popUp.getByText(words.refused).waitFor();
    await signInAt(popUp);
    await says(host, words.cookieAfterLogin);
    assert.equal(await sessions(), 0, 'a code is no session');
    assert.deepEqual(host.context.pages().length, 1, 'the window is closed');
    await press(host, words.allowCookies);
    await host.message('CONNECTOR_READY');
    assert.equal(await sessions(), 1);
    assert.equal(
      world().asked.some((each) => /correct|secret|code=|login-code/.test(each)),
      false
    );
    // The session lives in the connector alone, and is ended like any other.
    await host.send({ type: 'LOGOUT' });
    await host.event('LOGOUT_RESULT');
    assert.equal(await sessions(), 0);
  });

  it('keeps the session over a reload when the browser allows the cookie after the window', async () => {
    const host = await shown('told');
    await offered(host);
    const popUp = await openWindow(host);
    // A browser notes that the rep was on our own site.
    await host.connector().evaluate(() => window.localStorage.setItem('allowed', 'yes'));
    await signInAt(popUp);
    await host.message('CONNECTOR_READY');
    assert.ok(world().asked.includes(`POST /orgs/${orgId}/redeem`));
    const next = await open({ context: host.context });
    await next.setUp();
    await next.message('CONNECTOR_READY');
    assert.equal(await sessions(), 1);
  });

  it('works in a Chromium that really keeps no cookie in the frame, partitioned or not', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'ringdown-profile-'));
    try {
      const pair = [`https://${voiceName}`, `https://${hostName}`] as const;
      const context = await profileWithNames(names, world().port, folder, [pair]);
      const host = await open({ context, isConnectorShown: true });
      await host.setUp();
      await host.event('SHOW_STORAGE_ACCESS');
      await host.page.frameLocator('#connector').locator('button').click();
      await host.event('SHOW_LOGIN');
      await offered(host);
      const popUp = await openWindow(host);
      await signInAt(popUp);
      await says(host, words.cookieAfterLogin);
      assert.deepEqual(
        (await context.cookies()).map(({ name }) => name),
        [`__Host-ringdown-device-${orgId}`],
        'the window keeps its cookie'
      );
      await press(host, words.allowCookies);
      await host.message('CONNECTOR_READY');
      assert.equal(await sessions(), 1);
      await host.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('asks for the cookie within a click, and keeps the session then, without a window', async () => {
    const host = await shown('allows');
    // What the connector was allowed holds here too; then this login shows that the browser keeps nothing after all.
    await host.login.locator('main[data-state=form]').waitFor();
    world().blockCookies();
    await host.signIn();
    await says(host, words.cookieAfterLogin);
    await press(host, words.allowCookies);
    await host.message('CONNECTOR_READY');
    const next = await open({ context: host.context });
    await next.setUp();
    await next.message('CONNECTOR_READY');
  });

  it('offers the window at once where the browser cannot be asked', async () => {
    const host = await shown('none');
    await says(host, words.cookieRefused);
    await signInAt(await openWindow(host));
    await host.message('CONNECTOR_READY');
  });

  it('goes on without when the rep wants that, and says what it means before the login and after it', async () => {
    const host = await shown('denies', (context) => context.route('**/redeem', () => undefined));
    await offered(host);
    await press(host, words.goOnWithout);
    await says(host, words.withoutCookies);
    await host.signIn();
    await host.login.locator('main[data-state=finishing]').waitFor();
    await says(host, words.withoutCookies);
    await host.context.unrouteAll({ behavior: 'ignoreErrors' });
  });

  it('says when the window was blocked, and opens it again', async () => {
    const host = await shown('denies', (context) =>
      context.addInitScript(() => {
        const real = window.open.bind(window);
        let isFirst = true;
        window.open = (...given) => {
          if (!isFirst) return real(...given);
          isFirst = false;
          return null;
        };
      })
    );
    await offered(host);
    await press(host, words.openWindow);
    await says(host, words.popUpBlocked);
    await signInAt(await openWindow(host, words.openAgain));
    await says(host, words.cookieAfterLogin);
    await press(host, words.goOnWithout);
    await host.message('CONNECTOR_READY');
  });

  it('says when the window was closed; cancel leads back to the choice, and a new attempt', async () => {
    const host = await shown('denies');
    await offered(host);
    const popUp = await openWindow(host);
    await popUp.close();
    await says(host, words.windowClosed);
    await press(host, words.cancel);
    await says(host, words.cookieRefused);
    const next = await openWindow(host);
    assert.notEqual(next.url(), popUp.url());
    await signInAt(next);
    await press(host, words.goOnWithout);
    await host.message('CONNECTOR_READY');
  });

  it('shows a code where the windows cannot speak, and says when another is typed', async () => {
    const host = await shown('denies', cutOff);
    await offered(host);
    const popUp = await openWindow(host);
    await signInAt(popUp);
    await popUp.getByText(words.copyCode).waitFor();
    const code = await popUp.locator('output').textContent();
    assert.match(code ?? '', /^[A-Z0-9-]{19}$/);
    assert.equal(await popUp.locator('#password').inputValue(), '');
    await host.login.locator('#code').fill('AAAA-AAAA-AAAA-AAAA');
    await host.login.locator('#code').press('Enter');
    await says(host, words.cookieAfterLogin);
    await press(host, words.goOnWithout);
    await says(host, words.wrongCode);
    await host.login.locator('#code').fill(` ${code?.toLowerCase()} `);
    await host.login.locator('#code').press('Enter');
    await host.message('CONNECTOR_READY');
  });

  it('has no barrier in the window, and says when the attempt of the window is over', async () => {
    const host = await shown('denies', cutOff);
    await offered(host);
    const popUp = await openWindow(host);
    const barriers = async (): Promise<readonly string[]> => {
      const { violations } = await new AxeBuilder({ page: popUp }).analyze();
      return violations.map(({ id }) => id);
    };
    assert.deepEqual(await barriers(), []);
    await world()
      .service()
      .clock.pass(11 * 60_000);
    await signInAt(popUp);
    await popUp.getByText(words.over).waitFor();
    assert.deepEqual(await barriers(), []);
    await popUp.reload();
    await popUp.getByText('This login is over').waitFor();
    await press(host, words.cancel);
    const next = await openWindow(host);
    await signInAt(next);
    await next.locator('output').waitFor();
    assert.deepEqual(
      (await new AxeBuilder({ page: next }).analyze()).violations.map(({ id }) => id),
      []
    );
  });
});
