import { browserTimers } from '../../../web/phone-page/timers';
import { startConnector } from '../../../web/connector/start-connector';
import { readPageSettings } from '../../../web/shared/read-page-settings';
import { sessionServer } from '../../../web/shared/session-server';
import { handPhone, type HandPhone } from '../hand-phone';

declare global {
  var phone: HandPhone;
}

globalThis.phone = handPhone();
const settings = readPageSettings(document);
startConnector({
  window,
  settings,
  server: sessionServer(settings.orgId, fetch.bind(window)),
  timers: browserTimers,
  makePhone: () => globalThis.phone
});
