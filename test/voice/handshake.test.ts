import assert from 'node:assert/strict';
import { type Browser } from 'playwright-core';
import { browserWithNames } from './browser-with-names';
import { openConsole, type VoiceConsole } from './voice-console';
import { evilName, names, openVoiceWorld, orgId, voiceName, type VoiceWorld } from './voice-world';

describe('the handshake of the connector', function () {
  this.timeout(60_000);
  let world: VoiceWorld;
  let browser: Browser;
  let host: VoiceConsole;

  before(async () => {
    world = await openVoiceWorld();
    browser = await browserWithNames(names, world.port, true);
  });
  beforeEach(async () => {
    host = await openConsole(browser);
  });
  afterEach(() => host.close());
  after(async () => {
    await browser.close();
    await world.close();
  });

  const config = { organizationId: orgId, userId: '005000000000001AAA', userName: 'ada@example.com' };
  const poisons: Readonly<Record<string, () => Promise<void>>> = {
    'a message without data': () => host.poison(null),
    'a message that is text': () => host.poison('SETUP_CONNECTOR'),
    'a set-up without a port': () => host.poison({ type: 'SETUP_CONNECTOR', connectorConfig: config }),
    'a set-up without a configuration': () => host.poison({ type: 'SETUP_CONNECTOR' }, true),
    'a set-up that the page sends itself': () =>
      host.connector().evaluate((given) => {
        const port = new MessageChannel().port2;
        window.postMessage({ type: 'SETUP_CONNECTOR', connectorConfig: given }, '*', [port]);
      }, config),
    'a set-up from a frame of another origin': async () => {
      const frame = await host.page.evaluateHandle((name) => {
        const made = document.createElement('iframe');
        made.src = `https://${name}/`;
        document.body.append(made);
        return new Promise<HTMLIFrameElement>((resolve) => (made.onload = () => resolve(made)));
      }, evilName);
      const evil = await frame.asElement().contentFrame();
      await evil!.evaluate((given) => {
        for (let place = 0; place < window.parent.length; place += 1)
          window.parent[place]!.postMessage({ type: 'SETUP_CONNECTOR', connectorConfig: given }, '*', [
            new MessageChannel().port2
          ]);
      }, config);
    }
  };
  for (const [what, send] of Object.entries(poisons))
    it(`survives ${what}, and is Salesforce's afterwards`, async () => {
      await send();
      await host.setUp();
      await host.event('SHOW_LOGIN');
      assert.deepEqual(host.said, []);
    });

  it('is done once: a second set-up changes nothing', async () => {
    await host.setUp();
    await host.event('SHOW_LOGIN');
    const before = world.asked.length;
    await host.page.evaluate((given) => globalThis.host.setUp(given), config);
    await host.login.locator('#username').waitFor();
    assert.equal(world.asked.slice(before).includes(`GET /orgs/${orgId}/session`), false);
  });

  it('cannot be had from a page of another origin, which the browser does not even let frame it', async () => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const address = encodeURIComponent(`https://${voiceName}/orgs/${orgId}/connector`);
    await page.goto(`https://${evilName}/?connector=${address}&login=about:blank`);
    await page.waitForSelector('body[data-connector=loaded]', { state: 'attached' });
    const frames = page.frames().map((frame) => frame.url());
    assert.equal(frames.filter((url) => url.startsWith(`https://${voiceName}`)).length, 0);
    await context.close();
  });

  it('says nothing to a login message that claims success', async () => {
    await host.setUp();
    await host.event('SHOW_LOGIN');
    await host.connector().evaluate((org) => {
      const channel = new BroadcastChannel(`ringdown-login-${org}`);
      channel.postMessage({ type: 'LOGIN_SUBMIT', success: true });
      channel.postMessage({ type: 'session-changed', success: true });
    }, orgId);
    assert.deepEqual(await host.event('LOGIN_RESULT'), { success: false });
  });
});
