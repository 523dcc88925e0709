import { type Timers } from '../../phone-page/timers';
import { type PageSettings } from '../../shared/session-wire/page-settings';
import { stateWord } from '../call-words';
import { handsOf, wisher } from '../hands';
import { openPage } from '../page';
import { type Picture } from '../picture';
import { type Notice } from '../screen';
import { languageOf } from '../words';
import { type Words } from '../words/word';
import { openRemotePhone } from './remote-phone';

/** Whether this page is in the window of its own, and not in Salesforce. */
export const isPhoneWindow = ({ location }: Window): boolean => location.pathname.endsWith('/softphone/window');

/** Makes this page the remote of the softphone that opened it. */
export function startPhoneWindow(options: {
  readonly window: Window;
  readonly settings: PageSettings;
  readonly timers: Timers;
}): void {
  const { window, settings, timers } = options;
  const language = languageOf([...window.navigator.languages]);
  const page = openPage({ window, timers, language, loginAddress: '' });
  window.document.body.classList.add('own-window');
  let isFirst = true;

  const phone = openRemotePhone({
    ...{ window, timers, orgId: settings.orgId },
    changed: () => {
      const picture = phone.picture();
      page.change({ picture, link: phone.link() });
      window.document.title = titleOf(picture, language.words);
    },
    joined: ({ name, country }) => {
      page.change({ country });
      if (isFirst) beTheOnlyOne(`${name}-window`, window);
      isFirst = false;
    }
  });
  const notice = (said: Notice): void => page.change({ notice: said });
  const wish = wisher(page, phone.ask, notice);
  page.change({ link: phone.link() });
  page.hands = handsOf({ page, timers, phone, wish, notice });
}

/** Windows of one phone that different tabs opened share this channel, which no frame does: the newest stays. */
function beTheOnlyOne(name: string, window: Window): void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = () => window.close();
  channel.postMessage('opened');
}

/** What the rep reads in the bar of the computer while the window is behind others. */
function titleOf(picture: Picture | undefined, words: Words): string {
  const calls = picture?.phone?.calls ?? [];
  const first = calls.find(({ state }) => state === 'ringing') ?? calls.find(({ state }) => state !== 'ended');
  return first ? `${words.title}: ${words[stateWord(first, picture!.phone!.agentId)]}` : words.title;
}
