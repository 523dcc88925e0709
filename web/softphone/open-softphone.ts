import { type ToPhone } from '../../core/phone-message/phone-message';
import { askComponents } from '../phone-page/ask-components';
import { type CallCenter } from './call-center';
import { openComponentChannel } from './component-channel';
import { guardDial } from './dial-guard';
import { type DialClick } from './dial-click';
import { openOnePhone } from './one-phone';
import { type OpenCti } from './open-cti';
import { openPanelLine } from './panel-line';
import { openPhoneDesk } from './phone-desk';
import { type Page } from './page';
import { liveCalls, type Wish } from './picture';
import { refusalNotice } from './refusal-notice';
import { type Rep } from './rep';
import { screenPopOf } from './screen-pop';
import { type Notice } from './screen';
import { searcher } from './search-contacts';
import { type SoftphoneOptions } from './softphone-options';
import { type Language } from './words';

export type OpenOptions = SoftphoneOptions & {
  readonly openCti: OpenCti;
  readonly callCenter: CallCenter;
  readonly rep: Rep;
  readonly language: Language;
  readonly page: Page;
};

/** Joins the phone with Salesforce and the page of this tab. */
export function openSoftphone(options: OpenOptions): void {
  const { window, settings, timers, server, makePhone, openCti, callCenter, rep, language, page } = options;
  const panel = openPanelLine(openCti, callCenter, language.words);
  const notice = (said: Notice): void => {
    page.change({ notice: said });
    panel.open();
  };

  const hear = (message: ToPhone): void => {
    questions.spoke();
    switch (message.type) {
      case 'dial-answer':
        return questions.answered(message.body);
      case 'screen-pop':
        return void openCti.screenPop(screenPopOf(message.body.target));
      case 'dial':
        return void dial(message.body, 'record');
      case 'sign-in':
        panel.open();
        return phone.hear(message);
      default:
        return phone.hear(message);
    }
  };
  const channel = openComponentChannel(openCti, callCenter.channelName, hear);
  const questions = askComponents(timers, channel.say);

  const phone = openOnePhone({
    name: `ringdown-phone-${settings.orgId}-${rep.userId.slice(0, 15)}`,
    timers,
    locks: window.navigator.locks,
    makeDesk: (out) => openPhoneDesk({ window, settings, server, timers, makePhone, rep, ...out }),
    changed: () => {
      const picture = phone.picture();
      page.change({ picture });
      panel.show(picture);
    },
    said: channel.say
  });

  const wish = async (wanted: Wish): Promise<void> => {
    const key = JSON.stringify(wanted);
    // Two clicks on one button are one wish; digits may come twice.
    if (wanted.type !== 'digits' && page.screen().busy.has(key)) return;
    page.change({ busy: new Set([...page.screen().busy, key]), notice: undefined });
    const answer = await phone.ask(wanted);
    page.change({ busy: new Set([...page.screen().busy].filter((each) => each !== key)) });
    if (!answer.ok) notice(refusalNotice(wanted, answer));
  };

  const dial = async (click: DialClick, by: 'record' | 'rep'): Promise<void> => {
    const guarded = guardDial(phone.picture(), click.number, rep.country);
    if ('problem' in guarded) return notice({ word: guarded.problem, given: click.number });
    const permission = by === 'record' ? await questions.mayDial(click) : 'allowed';
    if (permission === 'refused') return notice({ word: 'refused', given: click.number });
    if (permission === 'silent') return notice({ word: 'unchecked', given: click.number, anyway: guarded.target });
    panel.open();
    await wish({ type: 'dial', target: guarded.target, options: click.recordId ? { recordId: click.recordId } : {} });
  };

  page.hands = {
    wish: (wanted) => void wish(wanted),
    dial: (target) => {
      if (typeof target === 'string')
        return void dial({ number: target }, 'rep').then(() => page.change({ number: '' }));
      return void wish({ type: 'dial', target, options: {} });
    },
    dialAnyway: (target) => void wish({ type: 'dial', target, options: {} }),
    search: searcher(timers, phone.ask, page)
  };
  page.whenDrawn = panel.fit;
  page.change({ ...(rep.country ? { country: rep.country } : {}) });

  window.addEventListener('beforeunload', (event) => {
    const isTalking = liveCalls(phone.picture()?.phone?.calls ?? []).length > 0;
    if (phone.isHere() && isTalking) event.preventDefault();
  });

  void channel.opened.then((outcome) => {
    if (!outcome.ok) notice({ word: 'channelLost', given: outcome.words });
  });
  // A listener that is there before this has answered hears nothing.
  void openCti.enableClickToDial().then(() => openCti.onClickToDial((click) => void dial(click, 'record')));
  void openCti.notifyInitializationComplete();
}
