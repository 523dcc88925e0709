import { createElement } from 'lwc';
import { playPhone, toldPhone } from './phone';
import { playOmniChannel } from './omni-channel';
import { perform } from './actions';
import { enableClickToDial } from './dialing';
import { freshStorage } from './fresh-storage';
import { happenings } from './happenings';
import { hostOf } from './host';
import { page } from './page-config';
import { refuseStorage } from './refuse-storage';
import { settled } from './settled';
import { standStill } from './stand-still';

/** Builds the page of one state: host, component, what the phone says, what a person does. Tests wait for `data-ready`. */
async function boot(): Promise<void> {
  standStill(page.now);
  Object.assign(globalThis, { ringdownHappenings: happenings });
  await freshStorage();
  refuseStorage(page.storage);
  const place = hostOf(page);
  const { default: component } = (await import(page.module)) as {
    readonly default: Parameters<typeof createElement>[1]['is'];
  };
  const tag = `c-${page.component.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const element = createElement(tag, { is: component });
  Object.assign(element, page.properties);
  const isReached = toldPhone(page.until);
  playPhone(page.phone);
  playOmniChannel(page.omni);
  enableClickToDial(page.clickToDial !== 'disabled');
  place.append(element);
  whenIdle(() => performance.mark('interactive'));
  if (page.actions.length > 0) await settled();
  for (const action of page.actions) await perform(element, action);
  await isReached;
  await settled();
  document.documentElement.dataset['ready'] = 'true';
}

/** As soon as the page's one thread has nothing else to do. */
const whenIdle = (work: () => void): void => void requestIdleCallback(work);

boot().catch((error: unknown) => {
  document.documentElement.dataset['ready'] = 'failed';
  throw error;
});
