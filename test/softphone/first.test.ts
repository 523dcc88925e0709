import assert from 'node:assert/strict';
import { type Browser } from 'playwright-core';
import { browserWithNames } from '../voice/browser-with-names';
import { names, type VoiceWorld } from '../voice/voice-world';
import { openSoftphone, openSoftphoneWorld, type SoftphoneConsole } from './softphone-console';

describe('the softphone in Salesforce', function () {
  this.timeout(60_000);
  let world: VoiceWorld;
  let browser: Browser;
  const open: SoftphoneConsole[] = [];
  const shown = async (options: Parameters<typeof openSoftphone>[1] = {}): Promise<SoftphoneConsole> => {
    const tab = await openSoftphone(browser, options);
    open.push(tab);
    return tab;
  };
  before(async () => {
    world = await openSoftphoneWorld();
    browser = await browserWithNames(names, world.port, true);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
    await world.restart();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  it('takes a call from the ring to the end of its wrap-up', async () => {
    const tab = await shown();
    try {
      await tab.signIn();
      await tab.softphone.locator('select').waitFor();
    } catch (error) {
      await tab.page.screenshot({ path: '/tmp/r5/soft-fail.png' });
      console.error(tab.said, await tab.withHost((host) => host.calls), await tab.frame()?.content());
      throw error;
    }
    await tab.withPhone((phone) => void phone.ring());
    await tab.softphone.getByRole('button', { name: 'Accept' }).click();
    await tab.page.screenshot({ path: '/tmp/r5/soft-1.png' });
    await tab.softphone.getByRole('button', { name: 'Hang up' }).click();
    await tab.softphone.getByRole('button', { name: 'Finish wrap-up' }).click();
    assert.deepEqual(await tab.withPhone((phone) => phone.done.slice(1)), [
      'presence Lunch now',
      'accept call-1',
      'end call-1',
      'finish call-1'
    ]);
    assert.deepEqual(tab.said, []);
  });
});
