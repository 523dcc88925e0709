import { type ToPhone } from '../../core/phone-message/phone-message';
import { askComponents } from '../phone-page/ask-components';
import { type CallCenter } from './call-center';
import { openComponentChannel } from './component-channel';
import { guardDial } from './dial-guard';
import { handsOf, wisher } from './hands';
import { type DialClick } from './dial-click';
import { keptValue } from '../phone-page/kept-value';
import { openOnePhone } from './one-phone';
import { type OpenCti } from './open-cti';
import { deskThatLogs } from './own-log/log-desk';
import { permissionOfOrg } from './org-permission';
import { openOwnLog } from './own-log/open-own-log';
import { orgLogs } from './own-log/org-logs';
import { openPanelLock } from './own-log/panel-lock';
import { openPanelLine } from './panel-line';
import { openPhoneWindow } from './own-window/phone-window';
import { openPhoneDesk } from './phone-desk';
import { type Page } from './page';
import { liveCalls } from './picture';
import { type Rep } from './rep';
import { screenPopOf } from './screen-pop';
import { type Notice } from './screen';
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
    questions.spoke(message);
    panelLock.hold();
    switch (message.type) {
      case 'dial-answer':
        return questions.answered(message.body);
      case 'screen-pop':
        return void openCti.screenPop(screenPopOf(message.body.target));
      case 'dial':
        return void dial(message.body);
      case 'sign-in':
        panel.open();
        return phone.hear(message);
      default:
        return phone.hear(message);
    }
  };
  const channel = openComponentChannel(openCti, callCenter.channelName, hear);
  const questions = askComponents(timers, channel.say);
  const name = `ringdown-phone-${settings.orgId}-${rep.userId.slice(0, 15)}`;
  const panelLock = openPanelLock(window.navigator.locks, `${name}-panels`);
  const org = orgLogs(openCti, callCenter, rep.userId);
  const phone = openOnePhone({
    name,
    timers,
    locks: window.navigator.locks,
    makeDesk: (out) =>
      deskThatLogs({
        out,
        makeDesk: (wired) => openPhoneDesk({ window, settings, server, timers, makePhone, rep, ...wired }),
        openKeeper: (wired) =>
          openOwnLog({ ...options, org, name, panelLock, isHeardHere: questions.hasAnyoneSpoken, ...wired })
      }),
    changed: () => {
      const picture = phone.picture();
      page.change({ picture });
      panel.show(picture);
      own.show(picture);
    },
    said: channel.say
  });

  const wish = wisher(page, phone.ask, notice);
  const dial = async (click: DialClick): Promise<void> => {
    const guarded = guardDial(phone.picture(), click.number, rep.country);
    if ('problem' in guarded) return notice({ word: guarded.problem, given: click.number });
    const asked = await questions.mayDial(click);
    const permission =
      asked === 'nobody' && click.recordId ? await permissionOfOrg(timers, org, click.recordId) : asked;
    if (permission === 'refused') return notice({ word: 'refused', given: click.number });
    if (permission === 'silent') return notice({ word: 'unchecked', given: click.number, anyway: guarded.target });
    panel.open();
    await wish({ type: 'dial', target: guarded.target, options: click.recordId ? { recordId: click.recordId } : {} });
  };

  const own = openPhoneWindow({
    ...{ window, timers, phone, orgId: settings.orgId },
    who: { name, ...(rep.country ? { country: rep.country } : {}) },
    place: keptValue(window, `ringdown-window-${settings.orgId}`),
    changed: () => page.change({ isInWindow: own.isOpen() })
  });
  page.hands = {
    ...handsOf({ page, timers, phone, wish, notice }),
    openWindow: () => own.open() || notice({ word: 'windowBlocked' }),
    closeWindow: own.close
  };
  page.whenDrawn = panel.fit;
  page.change({ ...(rep.country ? { country: rep.country } : {}) });

  window.addEventListener('beforeunload', (event) => {
    const { phone: shown, log } = phone.picture() ?? {};
    const isTalking = liveCalls(shown?.calls ?? []).length > 0;
    if (phone.isHere() && (isTalking || log?.state === 'in-page')) event.preventDefault();
  });

  void channel.opened.then((outcome) => {
    if (!outcome.ok) notice({ word: 'channelLost', given: outcome.words });
  });
  // A listener that is there before this has answered hears nothing.
  void openCti.enableClickToDial().then(() => openCti.onClickToDial((click) => void dial(click)));
  void openCti.notifyInitializationComplete();
}
