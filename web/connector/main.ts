import { createSimulatedPhone } from '../phone/drivers/simulated/simulated-phone';
import { readPageSettings } from '../shared/read-page-settings';
import { sessionServer } from '../shared/session-server';
import { startConnector } from './start-connector';
import { browserTimers } from '../phone-page/timers';

const settings = readPageSettings(document);
startConnector({
  window,
  settings,
  server: sessionServer(settings.orgId, fetch.bind(window)),
  timers: browserTimers,
  // Another make of phone system is another driver here.
  makePhone: (ticket) => createSimulatedPhone({ ticket })
});
