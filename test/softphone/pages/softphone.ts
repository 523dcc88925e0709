import { browserTimers } from '../../../web/phone-page/timers';
import { readPageSettings } from '../../../web/shared/read-page-settings';
import { sessionServer } from '../../../web/shared/session-server';
import { isPhoneWindow, startPhoneWindow } from '../../../web/softphone/own-window/start-phone-window';
import { startSoftphone } from '../../../web/softphone/start-softphone';
import { handPhone, type HandPhone } from '../../voice/hand-phone';

declare global {
  var phone: HandPhone;
}

globalThis.phone = handPhone();
const settings = readPageSettings(document);
if (isPhoneWindow(window)) startPhoneWindow({ window, settings, timers: browserTimers });
else
  void startSoftphone({
    window,
    settings,
    server: sessionServer(settings.orgId, fetch.bind(window)),
    timers: browserTimers,
    makePhone: () => globalThis.phone
  });
