import { type Browser } from 'playwright-core';
import { browserWithNames } from '../voice/browser-with-names';
import { names, type VoiceWorld } from '../voice/voice-world';
import { openSoftphone, openSoftphoneWorld, type SoftphoneConsole, type SoftphoneOptions } from './softphone-console';

/** What a test of the softphone begins with. */
export type Ground = {
  readonly world: () => VoiceWorld;
  readonly browser: () => Browser;
  readonly shown: (options?: SoftphoneOptions) => Promise<SoftphoneConsole>;
  /** The same, with a rep who has logged in. */
  readonly signedIn: (options?: SoftphoneOptions) => Promise<SoftphoneConsole>;
};

/** Starts a world and a browser before the tests of a suite, and closes each tab after its test. */
export function softphoneGround(): Ground {
  let world: VoiceWorld;
  let browser: Browser;
  const open: SoftphoneConsole[] = [];
  const shown: Ground['shown'] = async (options) => {
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
  return {
    world: () => world,
    browser: () => browser,
    shown,
    signedIn: async (options) => {
      const tab = await shown(options);
      await tab.signIn();
      await tab.softphone.locator('#presence').waitFor();
      return tab;
    }
  };
}
