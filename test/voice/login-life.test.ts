import assert from 'node:assert/strict';
import { type Browser } from 'playwright-core';
import { browserWithNames } from './browser-with-names';
import { openConsole, type ConsoleOptions, type VoiceConsole } from './voice-console';
import { names, openVoiceWorld, type VoiceWorld } from './voice-world';

for (const partitioning of [true, false]) {
  describe(`the life of a login, with storage partitioning ${partitioning ? 'on' : 'off'}`, function () {
    this.timeout(60_000);
    let world: VoiceWorld;
    let browser: Browser;
    const open: VoiceConsole[] = [];
    const console = async (options: ConsoleOptions = {}): Promise<VoiceConsole> => {
      const opened = await openConsole(browser, options);
      open.push(opened);
      return opened;
    };

    before(async () => {
      world = await openVoiceWorld();
      browser = await browserWithNames(names, world.port, partitioning);
    });
    afterEach(async () => {
      await Promise.all(open.splice(0).map((each) => each.close()));
      await world.restart();
    });
    after(async () => {
      await browser.close();
      await world.close();
    });

    it('shows the login page in the height that the org says, and nothing else', async () => {
      const host = await console();
      await host.setUp();
      assert.deepEqual(await host.event('SHOW_LOGIN'), { loginFrameHeight: 350 });
      assert.deepEqual(await host.heard(), [
        {
          type: 'LOG',
          payload: {
            eventType: 'SETUP_CONNECTOR',
            payload: { '/internalNameLabel': 'x', '/reqHvcc/reqLongDistPrefix': '+1', isACWAllowed: true },
            isError: false
          }
        },
        {
          type: 'TELEPHONY_EVENT_DISPATCHED',
          payload: { telephonyEventType: 'SHOW_LOGIN', telephonyEventPayload: { loginFrameHeight: 350 } }
        },
        { type: 'LOG', payload: { eventType: 'SHOW_LOGIN', payload: { loginFrameHeight: 350 }, isError: false } }
      ]);
      await host.login.locator('#username').waitFor();
      assert.deepEqual(host.said, []);
    });

    it('takes the rep from a wrong password to the dialer', async () => {
      const host = await console();
      await host.setUp();
      await host.signIn('ada', 'wrong');
      assert.deepEqual(await host.event('LOGIN_RESULT'), { success: false });
      await host.login.locator('#problem:not(:empty)').waitFor();
      await host.signIn();
      assert.deepEqual(await host.event('LOGIN_RESULT', 1), { success: true });
      const ready = (await host.message('CONNECTOR_READY')) as { agentConfig: unknown; capabilities: object };
      assert.deepEqual(ready.agentConfig, {
        PHONES: ['SOFT_PHONE', 'DESK_PHONE'],
        SELECTED_PHONE: { type: 'SOFT_PHONE' }
      });
      assert.equal(Object.keys(ready.capabilities).length, 26);
      assert.deepEqual(
        (await host.events()).filter((type) => type !== 'SET_AGENT_STATUS'),
        ['SHOW_LOGIN', 'LOGIN_RESULT', 'LOGIN_RESULT', 'CONNECTOR_READY']
      );
    });
  });
}
