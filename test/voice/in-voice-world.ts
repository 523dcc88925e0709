import { type Browser } from 'playwright-core';
import { browserWithNames } from './browser-with-names';
import { openConsole, type ConsoleOptions, type VoiceConsole } from './voice-console';
import { names, openVoiceWorld, type VoiceWorld } from './voice-world';

/** The world and the browser of a suite, both there from its first test on. */
export type InVoiceWorld = {
  readonly world: () => VoiceWorld;
  readonly browser: () => Browser;
  /** Opens a console that is closed after the test. */
  readonly open: (options?: ConsoleOptions) => Promise<VoiceConsole>;
  /** Closes this too after the test. */
  readonly closing: (each: { readonly close: () => Promise<void> }) => void;
};

/** Opens a world for the suite in which it is called, and gives each test a service without a history. */
export function inVoiceWorld(partitioning = true): InVoiceWorld {
  let world: VoiceWorld;
  let browser: Browser;
  const opened: { readonly close: () => Promise<void> }[] = [];
  before(async () => {
    world = await openVoiceWorld();
    browser = await browserWithNames(names, world.port, partitioning);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await world.restart();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });
  return {
    world: () => world,
    browser: () => browser,
    closing: (each) => void opened.push(each),
    open: async (options) => {
      const host = await openConsole(browser, options);
      opened.push(host);
      return host;
    }
  };
}
