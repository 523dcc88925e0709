import { type Timers } from '../phone-page/timers';
import { type Phone } from '../phone/phone';
import { type SessionServer } from '../shared/session-server';
import { type PageSettings } from '../shared/session-wire/page-settings';

/** The browser, the session service and the phone of this page. */
export type SoftphoneOptions = {
  readonly window: Window;
  readonly settings: PageSettings;
  readonly server: SessionServer;
  readonly timers: Timers;
  /** Makes the phone; it asks for a ticket at each connection. */
  readonly makePhone: (ticket: SessionServer['phoneTicket']) => Phone;
};
