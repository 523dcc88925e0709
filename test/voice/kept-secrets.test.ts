import assert from 'node:assert/strict';
import { type BrowserContext } from 'playwright-core';
import { languages } from '../../web/login/words';
import { assertNoneIn, readableIn, watchSecrets, type BrowserSecrets } from './browser-secrets';
import { inVoiceWorld } from './in-voice-world';
import { type VoiceConsole } from './voice-console';
import { orgId } from './voice-world';

describe('a login in the browser', function () {
  this.timeout(60_000);
  const { world, open } = inVoiceWorld();
  const shown = async (prepare?: (context: BrowserContext) => Promise<unknown>): Promise<VoiceConsole> => {
    const host = await open(prepare && { prepare });
    await host.setUp();
    return host;
  };
  /** A browser that keeps no cookie in a frame and offers no way to ask for one. */
  const blockCookies = (context: BrowserContext): Promise<unknown> => {
    world().blockCookies();
    return context.addInitScript(() => {
      if (window === window.top) return;
      Object.defineProperty(document, 'cookie', { get: () => '', set: () => undefined });
      Object.defineProperty(document, 'requestStorageAccess', { value: undefined });
    });
  };

  for (const keeps of ['a cookie', 'no cookie'] as const)
    it(`leaves no secret in an address, in the storage or in the log, with ${keeps}`, async () => {
      let watched: BrowserSecrets | undefined;
      let letThrough = (): void => undefined;
      const gate = new Promise<void>((resolve) => (letThrough = resolve));
      let isHeld = false;
      const host = await shown(async (context) => {
        watched = watchSecrets(context);
        if (keeps === 'no cookie') await blockCookies(context);
        // The connector hears of the login only when the login page, which is gone then, was looked at.
        await context.route(/\/(session|redeem)$/, async (route) => {
          if (isHeld && route.request().frame().url().endsWith('/connector')) await gate;
          await route.continue();
        });
      });
      if (keeps === 'no cookie') await host.login.getByText(languages.en!.goOnWithout).click();
      await host.login.locator('main[data-state=form]').waitFor();
      isHeld = true;
      await host.signIn();
      await host.login.locator('main[data-state=finishing]').waitFor();
      const before = await readableIn(host.page);
      letThrough();
      await host.message('CONNECTOR_READY');
      const { given, traces } = watched!;
      const secrets = await given();
      const own = keeps === 'a cookie' ? `__Host-ringdown-${orgId}` : 'bearer';
      for (const each of ['password', 'secret', 'code', own]) assert.ok(secrets.get(each)?.[0], each);
      const frames = [...before, ...(await readableIn(host.page))];
      assert.ok(frames.some(({ url }) => url.includes('/login?')));
      assert.ok(frames.some(({ url, text }) => url.endsWith('/connector') && text.includes('ringdown-login-height')));
      assertNoneIn(secrets, [
        ...frames.map(({ url, text }) => [url, text] as const),
        ...traces.map((trace) => ['a trace', trace] as const),
        ['the requests', world().asked.join(' ')],
        ['the log', JSON.stringify(world().service().log)]
      ]);
    });

  it('would be seen to leave one, wherever that is', async () => {
    const host = await shown();
    await host.login.locator('main[data-state=form]').waitFor();
    const places = ['local', 'session', 'cookie', 'database', 'cache', 'field', 'name', 'address'];
    await host.connector().evaluate(async () => {
      localStorage.setItem('a', 'in-local');
      sessionStorage.setItem('a', 'in-session');
      document.cookie = 'a=in-cookie; Secure; SameSite=None; Partitioned';
      const open = indexedDB.open('a');
      open.onupgradeneeded = () => open.result.createObjectStore('b').put('in-database', 'c');
      await new Promise((resolve) => (open.onsuccess = resolve));
      open.result.close();
      await (await caches.open('a')).put('/in-cache', new Response(''));
      document.body.append(Object.assign(document.createElement('input'), { value: 'in-field' }));
      window.name = 'in-name';
      history.replaceState(null, '', '#in-address');
    });
    const text = (await readableIn(host.page)).map((frame) => frame.text).join('');
    for (const place of places)
      assert.throws(() => assertNoneIn(new Map([[place, [`in-${place}`]]]), [['a frame', text]]), place);
  });
});
