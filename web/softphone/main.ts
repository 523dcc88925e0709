import { createSimulatedPhone } from '../phone/drivers/simulated/simulated-phone';
import { browserTimers } from '../phone-page/timers';
import { readPageSettings } from '../shared/read-page-settings';
import { sessionServer } from '../shared/session-server';
import { isPhoneWindow, startPhoneWindow } from './own-window/start-phone-window';
import { startSoftphone } from './start-softphone';

const settings = readPageSettings(document);
if (isPhoneWindow(window)) startPhoneWindow({ window, settings, timers: browserTimers });
else
  void startSoftphone({
    window,
    settings,
    server: sessionServer(settings.orgId, fetch.bind(window)),
    timers: browserTimers,
    // Another make of phone system is another driver here.
    makePhone: (ticket) => createSimulatedPhone({ ticket })
  });
