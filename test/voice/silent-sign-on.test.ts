import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext } from 'playwright-core';
import { startOrg, type RunningOrg } from '../../local/org/start-org';
import { addApp } from '../../local/org/testing/sign-on-app';
import { createOidcAuthenticator } from '../../web/session-service/authenticators/oidc';
import { browserWithNames, profileWithNames } from './browser-with-names';
import { openConsole, type VoiceConsole } from './voice-console';
import { names, openVoiceWorld, orgId, voiceName, type VoiceWorld } from './voice-world';

const priya = 'priya.raman@example.com.uat';
const tom = 'tom.okafor@example.com.uat';

for (const areBlocked of [false, true])
  describe(`a rep with automatic login, where the browser ${areBlocked ? 'blocks' : 'allows'} Salesforce’s cookies in frames`, function () {
    this.timeout(60_000);
    let org: RunningOrg;
    let world: VoiceWorld;
    let browser: Browser | undefined;
    let profile: string;
    const opened: VoiceConsole[] = [];
    before(async () => {
      org = await startOrg({ kind: 'sandbox' });
      const callback = `https://${voiceName}/orgs/${orgId}/oidc/callback`;
      const clientId = addApp(org.data, { callback, holders: [priya] });
      const known = { label: 'Salesforce', userNameClaim: 'preferred_username', isSalesforce: true };
      const salesforce = createOidcAuthenticator({ issuer: org.url, clientId, ...known });
      world = await openVoiceWorld({ authenticators: { '*': [salesforce] } });
      if (areBlocked) browser = await browserWithNames(names, world.port, true);
    });
    after(async () => {
      await browser?.close();
      await world.close();
      await org.close();
    });
    beforeEach(async () => {
      await world.restart();
      profile = await mkdtemp(path.join(tmpdir(), 'ringdown-profile-'));
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((each) => each.context.close()));
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    });

    const newContext = (): Promise<BrowserContext> =>
      browser?.newContext({ ignoreHTTPSErrors: true }) ?? profileWithNames(names, world.port, profile);
    const signIn = async (context: BrowserContext, userName: string): Promise<void> => {
      const page = await context.newPage();
      await page.goto(
        `${org.url}/secur/frontdoor.jsp?sid=${encodeURIComponent(org.accessTokenOf(userName))}&retURL=/login`
      );
      await page.close();
    };
    /** The console of this rep, in a browser that is logged in to Salesforce when the rep's name was given to {@link signIn}. */
    const consoleOf = async (context: BrowserContext, userName: string): Promise<VoiceConsole> => {
      const host = await openConsole(browser!, { context });
      opened.push(host);
      await host.setUp({ userName });
      await host.event('SHOW_LOGIN');
      return host;
    };
    const loggedIn = async (userName: string): Promise<VoiceConsole> => {
      const context = await newContext();
      await signIn(context, userName);
      return consoleOf(context, userName);
    };
    const chooses = (host: VoiceConsole, autoLogin: boolean): Promise<void> =>
      host.send({ type: 'MESSAGE', message: { type: 'preferences', body: { autoLogin } } });
    const button = (host: VoiceConsole) => host.login.getByRole('button', { name: /Salesforce/ });
    const asked = (): readonly string[] => world.asked.filter((each) => each.includes('silent=yes'));
    /** Waits until the provider was asked without a click and has not said yes. */
    const tried = async (host: VoiceConsole): Promise<void> => {
      const deadline = Date.now() + 10_000;
      while (!world.service().log.some(({ event }) => event === 'silent-login-refused') && Date.now() < deadline)
        await host.page.evaluate(() => new Promise(requestAnimationFrame));
      await host.login.locator('iframe').waitFor({ state: 'detached' });
      await button(host).waitFor();
      assert.equal(await host.login.locator('#problem').textContent(), '');
      assert.equal((await host.events()).includes('LOGIN_RESULT'), false);
    };

    if (!areBlocked)
      it('is at the phone without a click, and after a logout not again by itself, also after a reload', async () => {
        const host = await loggedIn(priya);
        await chooses(host, true);
        assert.deepEqual(await host.event('LOGIN_RESULT'), { success: true });
        await host.message('CONNECTOR_READY');
        assert.deepEqual(
          host.context.pages().filter((page) => page.url().includes('oidc')),
          []
        );
        assert.equal(asked().length, 1);
        assert.deepEqual(host.said, []);
        await host.send({ type: 'MESSAGE', message: { type: 'sign-out', body: {} } });
        await host.event('LOGOUT_RESULT');
        const again = await consoleOf(host.context, priya);
        await chooses(again, true);
        await button(again).waitFor();
        await chooses(again, true);
        assert.equal(asked().length, 1);
        assert.equal((await again.events()).includes('LOGIN_RESULT'), false);
        await again.send({ type: 'MESSAGE', message: { type: 'sign-in', body: {} } });
        assert.deepEqual(await again.event('LOGIN_RESULT'), { success: true });
      });
    else
      it('has the button of one click, and no word about what was tried', async () => {
        const host = await loggedIn(priya);
        await chooses(host, true);
        await tried(host);
        await button(host).click();
        assert.deepEqual(await host.event('LOGIN_RESULT'), { success: true });
        assert.equal(asked().length, 1);
      });

    for (const [what, userName] of [
      ['who is not logged in to Salesforce', undefined],
      ['who may not use the phone', tom]
    ] as const)
      it(`is not logged in without a click ${what}, and is asked once`, async () => {
        const host = userName ? await loggedIn(userName) : await consoleOf(await newContext(), priya);
        await chooses(host, true);
        await tried(host);
        await chooses(host, true);
        await button(host).waitFor();
        assert.equal(asked().length, 1);
      });

    it('is asked by nobody who chose otherwise', async () => {
      const host = await loggedIn(priya);
      await chooses(host, false);
      await button(host).waitFor();
      assert.deepEqual(asked(), []);
    });
  });
