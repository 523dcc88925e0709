import assert from 'node:assert/strict';
import { type Browser } from 'playwright-core';
import { startOrg, type RunningOrg } from '../../local/org/start-org';
import { addApp, policyOf } from '../../local/org/testing/sign-on-app';
import { createOidcAuthenticator } from '../../web/session-service/authenticators/oidc';
import { browserWithNames } from './browser-with-names';
import { openConsole, type VoiceConsole } from './voice-console';
import { names, openVoiceWorld, orgId, voiceName, type VoiceWorld } from './voice-world';

const priya = 'priya.raman@example.com.uat';
const tom = 'tom.okafor@example.com.uat';

describe('a rep who is logged in to Salesforce', function () {
  this.timeout(60_000);
  let org: RunningOrg;
  let world: VoiceWorld;
  let browser: Browser;
  before(async () => {
    org = await startOrg({ kind: 'sandbox' });
    const callback = `https://${voiceName}/orgs/${orgId}/oidc/callback`;
    const clientId = addApp(org.data, { callback, holders: [priya] });
    const salesforce = {
      issuer: org.url,
      clientId,
      label: 'Salesforce',
      userNameClaim: 'preferred_username',
      isSalesforce: true
    };
    world = await openVoiceWorld({ authenticators: { '*': [createOidcAuthenticator(salesforce)] } });
    browser = await browserWithNames(names, world.port, true);
  });
  after(async () => {
    await browser.close();
    await world.close();
    await org.close();
  });
  beforeEach(() => world.restart());

  /** The console of a user whose browser is logged in to the org, with the login page in it. */
  const consoleOf = async (userName: string): Promise<VoiceConsole> => {
    const sid = encodeURIComponent(org.accessTokenOf(userName));
    const host = await openConsole(browser, {
      prepare: async (context) => {
        const page = await context.newPage();
        await page.goto(`${org.url}/secur/frontdoor.jsp?sid=${sid}&retURL=/login`);
        await page.close();
      }
    });
    await host.setUp({ userName });
    await host.event('SHOW_LOGIN');
    return host;
  };
  const salesforceButton = (host: VoiceConsole) => host.login.getByRole('button', { name: /Salesforce/ });

  it('is at the phone after one click: no password, and no question', async () => {
    const host = await consoleOf(priya);
    const opened: string[] = [];
    host.context.on('page', (page) => page.on('framenavigated', (frame) => opened.push(frame.url())));
    await salesforceButton(host).click();
    assert.deepEqual(await host.event('LOGIN_RESULT'), { success: true });
    await host.message('CONNECTOR_READY');
    assert.ok(!opened.some((url) => /RemoteAccessAuthorizationPage|\/login\?/.test(url)), opened.join('\n'));
    assert.deepEqual(host.said, []);
    await host.context.close();
  });

  it('is asked to Allow, once, while users authorise themselves', async () => {
    policyOf(org.data, 'AllSelfAuthorized');
    try {
      const host = await consoleOf(tom);
      const [popUp] = await Promise.all([host.context.waitForEvent('page'), salesforceButton(host).click()]);
      await popUp.getByRole('button', { name: 'Allow' }).click();
      assert.deepEqual(await host.event('LOGIN_RESULT'), { success: true });
      await host.context.close();
    } finally {
      policyOf(org.data, 'AdminApprovedPreAuthorized');
    }
  });

  it('without a role is turned away by Salesforce, and told so', async () => {
    const host = await consoleOf(tom);
    const [popUp] = await Promise.all([host.context.waitForEvent('page'), salesforceButton(host).click()]);
    await popUp.getByText('You are not signed in').waitFor();
    assert.equal((await host.events()).includes('LOGIN_RESULT'), false);
    await host.context.close();
  });
});
