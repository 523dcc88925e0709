import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext } from 'playwright-core';
import { startOrg, type RunningOrg } from '../../local/org/start-org';
import { addApp } from '../../local/org/testing/sign-on-app';
import { createOidcAuthenticator } from '../../web/session-service/authenticators/oidc';
import { browserWithNames, profileWithNames } from '../voice/browser-with-names';
import { names, orgId, voiceName, type VoiceWorld } from '../voice/voice-world';
import { openSoftphone, openSoftphoneWorld, type SoftphoneConsole } from './softphone-console';

const priya = 'priya.raman@example.com.uat';

describe('a rep with automatic login at the softphone', function () {
  this.timeout(60_000);
  let org: RunningOrg;
  let world: VoiceWorld;
  let profile: string;
  const contexts: BrowserContext[] = [];
  before(async () => {
    org = await startOrg({ kind: 'sandbox' });
    const callback = `https://${voiceName}/orgs/${orgId}/oidc/callback`;
    const clientId = addApp(org.data, { callback, holders: [priya] });
    const known = { label: 'Salesforce', userNameClaim: 'preferred_username', isSalesforce: true };
    const salesforce = createOidcAuthenticator({ issuer: org.url, clientId, ...known });
    world = await openSoftphoneWorld({ authenticators: { '*': [salesforce] } });
  });
  after(async () => {
    await world.close();
    await org.close();
  });
  beforeEach(async () => {
    await world.restart();
    profile = await mkdtemp(path.join(tmpdir(), 'ringdown-profile-'));
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((each) => each.close()));
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  const everyday = async (): Promise<BrowserContext> => {
    const context = await profileWithNames(names, world.port, profile);
    contexts.push(context);
    return context;
  };
  const inSalesforce = async (context: BrowserContext): Promise<BrowserContext> => {
    const page = await context.newPage();
    const session = encodeURIComponent(org.accessTokenOf(priya));
    await page.goto(`${org.url}/secur/frontdoor.jsp?sid=${session}&retURL=/login`);
    await page.close();
    return context;
  };
  const softphoneOf = (context: BrowserContext, auto: 'yes' | 'no' = 'yes'): Promise<SoftphoneConsole> =>
    openSoftphone(context.browser()!, { context, query: { userName: priya, auto } });
  const oneClick = (tab: SoftphoneConsole) =>
    tab.softphone.frameLocator('iframe.login').getByRole('button', { name: /Salesforce/ });
  const asked = (): readonly string[] => world.asked.filter((each) => each.includes('silent=yes'));

  it('is at the phone without a click, in a break, and no window opens', async () => {
    const tab = await softphoneOf(await inSalesforce(await everyday()));
    await tab.softphone.locator('#presence').waitFor();
    assert.equal(asked().length, 1);
    assert.deepEqual(
      tab.context.pages().filter((page) => page.url().includes('oidc')),
      []
    );
    assert.deepEqual(tab.said, []);
  });

  it('is not logged in again by itself after a logout, also after a reload, until they ask for it', async () => {
    const tab = await softphoneOf(await inSalesforce(await everyday()));
    await tab.softphone.getByRole('button', { name: 'Log out' }).click();
    await tab.softphone.locator('#presence').waitFor({ state: 'detached' });
    await tab.page.reload();
    await oneClick(tab).waitFor();
    assert.equal(asked().length, 1);
    await oneClick(tab).click();
    await tab.softphone.locator('#presence').waitFor();
  });

  it('has the button of one click where nobody is logged in to Salesforce', async () => {
    const tab = await softphoneOf(await everyday());
    await oneClick(tab).waitFor();
    assert.equal(asked().length, 1);
    assert.equal(await tab.softphone.locator('#presence').count(), 0);
  });

  it('has the button of one click where the browser keeps Salesforce’s cookies from frames', async () => {
    const browser = await browserWithNames(names, world.port, true);
    try {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const tab = await openSoftphone(browser, {
        context: await inSalesforce(context),
        query: { userName: priya, auto: 'yes' }
      });
      await oneClick(tab).click();
      await tab.softphone.locator('#presence').waitFor();
      assert.equal(asked().length, 1);
    } finally {
      await browser.close();
    }
  });

  it('is asked by nobody where they chose otherwise', async () => {
    const tab = await softphoneOf(await inSalesforce(await everyday()), 'no');
    await tab.softphone.getByRole('button', { name: 'Log in to the phone' }).waitFor();
    assert.deepEqual(asked(), []);
  });
});
