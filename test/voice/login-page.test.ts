import assert from 'node:assert/strict';
import { type BrowserContext, type Frame } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { languages } from '../../web/login/words';
import { inVoiceWorld } from './in-voice-world';
import { type ConsoleOptions, type VoiceConsole } from './voice-console';
import { orgId, voiceName } from './voice-world';

describe('the login page', function () {
  this.timeout(60_000);
  const { world, browser, open } = inVoiceWorld();
  const shown = async (options: ConsoleOptions = {}): Promise<VoiceConsole> => {
    const host = await open(options);
    await host.setUp();
    await host.login.locator('main[data-state=form]').waitFor();
    return host;
  };
  const frameOf = (host: VoiceConsole): Frame => host.page.frames().find((each) => each.url().includes('/login'))!;
  const text = (host: VoiceConsole, id: string): Promise<string | null> => host.login.locator(id).textContent();
  const state = (host: VoiceConsole, name: string): Promise<void> =>
    host.login.locator(`main[data-state=${name}]`).waitFor();

  it('is a form that password managers know, and that the keyboard alone works', async () => {
    const host = await shown();
    const field = (id: string, name: string): Promise<string | null> => host.login.locator(id).getAttribute(name);
    assert.equal(await field('#username', 'autocomplete'), 'username');
    assert.equal(await field('#password', 'autocomplete'), 'current-password');
    assert.equal(await host.login.locator('form#login').count(), 1);
    await host.login.locator('#username').focus();
    await host.page.keyboard.type('ada');
    await host.page.keyboard.press('Tab');
    await host.page.keyboard.type('correct horse');
    await host.page.keyboard.press('Tab');
    await host.page.keyboard.press('Enter');
    assert.equal(await field('#password', 'type'), 'text');
    await host.page.keyboard.press('Enter');
    assert.equal(await field('#password', 'type'), 'password');
    await host.page.keyboard.press('Tab');
    await host.page.keyboard.press('Enter');
    await host.message('CONNECTOR_READY');
  });

  it('says what was wrong in an alert and puts the focus where the rep goes on', async () => {
    const host = await shown();
    await host.login.locator('button[type=submit]').first().click();
    assert.equal(await text(host, '#problem'), languages.en!.missing);
    await host.signIn('ada', 'wrong');
    await host.login.locator('#problem:not(:empty)').waitFor();
    await host.page.waitForFunction(() => true);
    assert.equal(await text(host, '#problem'), languages.en!.refused);
    assert.equal(await host.login.locator('#problem').getAttribute('role'), 'alert');
    assert.equal(await frameOf(host).evaluate(() => document.activeElement?.id), 'password');
    assert.equal(await host.login.locator('#password').getAttribute('aria-invalid'), 'true');
  });

  it('counts the seconds down after too many tries, without an announcement each second', async () => {
    const host = await shown({
      prepare: (context) =>
        context.route('**/login', (route) =>
          route.request().method() === 'POST'
            ? route.fulfill({ status: 429, json: { code: 'TRY_LATER', retryAfterSeconds: 2 } })
            : route.continue()
        )
    });
    await host.signIn();
    await state(host, 'locked');
    const said = await text(host, '#problem');
    assert.equal(said, languages.en!.tryLater.replace('{0}', '2'));
    const button = host.login.locator('form#login button[type=submit]');
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    await host.login.getByText(`${languages.en!.signIn} (1)`).waitFor();
    assert.equal(await text(host, '#problem'), said);
    await state(host, 'form');
    assert.equal(await text(host, '#notice'), languages.en!.canTryAgain);
  });

  it('says when the service is busy, lost or the computer offline, and works again afterwards', async () => {
    let answer: 'busy' | 'lost' | 'well' = 'busy';
    const host = await shown({
      prepare: (context) =>
        context.route('**/login', (route) => {
          if (route.request().method() !== 'POST' || answer === 'well') return route.continue();
          return answer === 'busy' ? route.fulfill({ status: 503, json: { code: 'BUSY' } }) : route.abort();
        })
    });
    await host.signIn();
    await host.login.getByText(languages.en!.busy).waitFor();
    answer = 'lost';
    await host.signIn();
    await host.login.getByText(languages.en!.lost).waitFor();
    await host.context.setOffline(true);
    await host.login.getByText(languages.en!.offline).waitFor();
    await host.context.setOffline(false);
    answer = 'well';
    await host.signIn();
    await host.message('CONNECTOR_READY');
  });

  it('takes a new attempt when the last is over, without asking for the password again', async () => {
    const host = await shown();
    await world()
      .service()
      .clock.pass(11 * 60_000);
    await host.signIn();
    await host.message('CONNECTOR_READY');
  });

  it('says so when no connector answers', async () => {
    const context = await browser().newContext({ ignoreHTTPSErrors: true, locale: 'en-US' });
    const page = await context.newPage();
    await page.goto(`https://${voiceName}/orgs/${orgId}/login`);
    await page.getByText(languages.en!.unanswered).waitFor({ timeout: 12_000 });
    await context.close();
  });

  describe('with the sign-in window of an identity provider', () => {
    const methods = [{ kind: 'oidc', label: 'Salesforce', startUrl: `/orgs/${orgId}/oidc/start?attempt=x` }];
    /** Opens the login page for the attempt of which the test knows the code that the provider's window would get. */
    const withCode = async (): Promise<{ host: VoiceConsole; code: string }> => {
      const prepare = (context: BrowserContext): Promise<unknown> =>
        context.addInitScript((offered) => {
          const real = window.fetch;
          window.fetch = async (...given) => {
            const answer = await real(...given);
            if (!String(given[0]).endsWith('/attempts')) return answer;
            const attempt = (await answer.json()) as object;
            Object.assign(window, { attempt });
            return Response.json({ ...attempt, methods: offered }, { status: 201 });
          };
        }, methods);
      const host = await shown({ prepare });
      const attempt = await host.connector().evaluate(() => (window as unknown as { attempt: object }).attempt);
      const { body } = await world()
        .service()
        .browser()
        .ask('POST', `/orgs/${orgId}/login`, {
          body: { ...pass(attempt), username: 'ada', password: 'correct horse' },
          headers: { origin: `https://${voiceName}` }
        });
      return { host, code: body.code };
    };
    const pass = (attempt: object): object => {
      const { attemptId, secret } = attempt as Record<string, string>;
      return { attemptId, secret };
    };
    const post = (code: string): string =>
      `opener.postMessage({ type: 'login-code', code: '${code}' }, location.origin);`;

    it('shows no password fields, and takes the code that the window sends', async () => {
      const { host, code } = await withCode();
      assert.equal(await host.login.locator('#password').isVisible(), false);
      world().endSignInWith(post(code));
      await host.login.getByText('Sign in with Salesforce').click();
      await host.message('CONNECTOR_READY');
      assert.deepEqual(host.context.pages().length, 1, 'the window is closed');
    });

    it('takes the code of the real window, whose policy keeps the page that opened it', async () => {
      const { host, code } = await withCode();
      world().endSignInWithCode(code);
      await host.login.getByText('Sign in with Salesforce').click();
      await host.message('CONNECTOR_READY');
      assert.deepEqual(host.context.pages().length, 1, 'the window is closed');
    });

    it('takes the code that the rep types when the window cannot speak', async () => {
      const { host, code } = await withCode();
      world().endSignInWith('');
      await host.login.getByText('Sign in with Salesforce').click();
      await state(host, 'pop-up');
      await host.login.locator('#code').fill('wrong');
      await host.login.locator('#code').press('Enter');
      await host.login.getByText(languages.en!.wrongCode).waitFor();
      await host.login.locator('#code').fill(` ${code} `);
      await host.login.locator('#code').press('Enter');
      await host.message('CONNECTOR_READY');
    });

    it('hears no other origin, and goes back to the start on cancel', async () => {
      const { host, code } = await withCode();
      world().endSignInWith('');
      await host.login.getByText('Sign in with Salesforce').click();
      await state(host, 'pop-up');
      const before = world().asked.length;
      await host.page.evaluate((given) => {
        document
          .querySelector<HTMLIFrameElement>('#login')!
          .contentWindow!.postMessage({ type: 'login-code', code: given }, '*');
      }, code);
      await host.login.getByText(languages.en!.cancel).click();
      await state(host, 'form');
      assert.deepEqual(
        world()
          .asked.slice(before)
          .filter((each) => each.includes('redeem')),
        []
      );
    });
  });

  for (const tag of Object.keys(languages))
    it(`fits into 320 by 350 pixels in ${tag}, with a problem said, and also from right to left`, async () => {
      const host = await shown({ language: tag });
      await host.login.locator('form#login button[type=submit]').click();
      await host.login.locator('#problem:not(:empty)').waitFor();
      for (const direction of ['ltr', 'rtl']) {
        const room = await frameOf(host).evaluate((dir) => {
          document.documentElement.dir = dir;
          const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
          return { scrollWidth, scrollHeight, clientWidth, clientHeight };
        }, direction);
        assert.ok(room.scrollWidth <= room.clientWidth, `${direction} ${JSON.stringify(room)}`);
        assert.ok(room.scrollHeight <= 350, `${direction} ${JSON.stringify(room)}`);
      }
      assert.equal(await frameOf(host).evaluate(() => document.documentElement.lang), tag);
    });

  for (const tag of Object.keys(languages))
    it(`asks for a frame in which nothing that it says makes a scroll bar, in ${tag}`, async () => {
      const host = await shown({ language: tag });
      const words = languages[tag]!;
      const fits = async (what: string): Promise<void> => {
        const { needed, given } = await frameOf(host).evaluate(() => {
          const { scrollHeight: needed, clientHeight: given } = document.documentElement;
          return { needed, given };
        });
        assert.ok(needed <= given, `${what}: ${needed} of ${given} pixels`);
      };
      await host.signIn();
      await host.message('CONNECTOR_READY');
      await world()
        .service()
        .clock.pass(31 * 60_000);
      const { loginFrameHeight } = (await host.event('LOGOUT_RESULT')) as { readonly loginFrameHeight: number };
      assert.equal(await host.page.locator('#login').evaluate((frame) => frame.clientHeight), loginFrameHeight);
      await host.login.getByText(words.idle).waitFor();
      await fits('why the session ended');
      await host.signIn('ada', 'wrong');
      await host.login.getByText(words.refused).waitFor();
      await host.login
        .locator('#password')
        .dispatchEvent('keydown', { key: 'a', modifierCapsLock: true, bubbles: true });
      await host.login.getByText(words.capsLock).waitFor();
      await fits('a refusal and Caps Lock');
      await host.context.setOffline(true);
      await host.login.getByText(words.offline).waitFor();
      await fits('no network');
    });

  for (const scheme of ['light', 'dark'] as const)
    it(`is accessible in every state, in ${scheme} colours`, async () => {
      const methods = [{ kind: 'password' }, { kind: 'oidc', label: 'Salesforce', startUrl: '/orgs/x/oidc/start' }];
      const context = await browser().newContext({ ignoreHTTPSErrors: true, locale: 'en-US', colorScheme: scheme });
      let answer: object = { code: 'LOGIN_FAILED' };
      await context.addInitScript((offered) => {
        const real = window.fetch;
        window.fetch = async (...given) => {
          const answer = await real(...given);
          if (!String(given[0]).endsWith('/attempts')) return answer;
          return Response.json({ ...((await answer.json()) as object), methods: offered }, { status: 201 });
        };
      }, methods);
      await context.route('**/login', (route) =>
        route.request().method() === 'POST' ? route.fulfill({ status: 401, json: answer }) : route.continue()
      );
      await context.addInitScript(() => (window.open = () => null));
      const host = await shown({ context });
      const found = async (): Promise<readonly string[]> => {
        const { violations } = await new AxeBuilder({ page: host.page }).include(['#login', 'main']).analyze();
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      };
      const seen: Record<string, readonly string[]> = { form: await found() };
      await host.signIn('ada', 'wrong');
      await host.login.locator('#problem:not(:empty)').waitFor();
      seen.refused = await found();
      answer = { code: 'TRY_LATER', retryAfterSeconds: 60 };
      await host.signIn('ada', 'wrong');
      await state(host, 'locked');
      seen.locked = await found();
      await host.login.getByText('Sign in with Salesforce').click();
      await state(host, 'pop-up');
      assert.equal(await text(host, '#problem'), languages.en!.popUpBlocked);
      seen.blocked = await found();
      assert.deepEqual(
        Object.entries(seen).filter(([, violations]) => violations.length > 0),
        []
      );
    });
});
