import type { CallBook } from '../../protocol/parties';
import { isReady, type HostState } from '../../protocol/host-state';
import type { Desk } from '../host/desk';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from './button';
import { callCard } from './call-card';
import { showKeypad } from './keypad';
import { showLogin } from './login-frame';
import { showNotice } from './notice';
import { showPhoneBook } from './phone-book';
import { showPhoneSettings } from './phone-settings';
import { showPresence } from './presence';
import { drawn } from './region';
import { makeTabs } from './tabs';

const waiting: Readonly<Partial<Record<HostState, string>>> = {
  LOADING: 'Loading the phone',
  HANDSHAKE: 'Loading the phone',
  WAITING: 'Connecting to the phone',
  LOGGED_IN_PENDING: 'You are logged in; the phone gets ready',
  SILENT_LOGIN: 'Logging in',
  STORAGE_PROMPT: 'The phone asks for leave to store data',
  LOGIN_ERROR: 'The phone cannot be used',
  CONNECTOR_UNREACHABLE: 'The phone does not answer',
  READY_DEGRADED: 'The phone could not say what it can do'
};

/** What the Omni-Channel utility holds: presence, notices, the login page or the dialer. */
export function omniPanel(omni: Omni, desk: Desk): HTMLElement {
  const place = make('div', { class: 'omni' });
  const state = make('p', { class: 'omni-state', role: 'status' });
  place.append(showPresence(omni, desk));
  showNotice(omni, place);
  place.append(state);
  showLogin(omni, place);

  const calls = make('div', { class: 'calls' });
  const dialer = makeTabs('Phone', 'panel');
  dialer.open({ id: 'keypad', title: 'Dial Pad', icon: 'dialing', isFixed: true, body: showKeypad(omni, desk) });
  dialer.open(
    { id: 'contacts', title: 'Contacts', icon: 'people', isFixed: true, body: showPhoneBook(omni, desk) },
    false
  );
  dialer.open(
    { id: 'phone', title: 'Settings', icon: 'settings', isFixed: true, body: showPhoneSettings(omni) },
    false
  );
  const phone = make('div', { class: 'phone' }, calls, dialer.element);
  place.append(phone);

  const drawCalls = drawn<{ book: CallBook; able: unknown }>(calls, ({ book }) => [
    ...book.parties.map((party) => callCard({ book, party, capabilities: omni.host().capabilities, desk })),
    ...book.wrapUp.map((call) =>
      make(
        'article',
        { class: 'call-card call-card_wrap-up', 'aria-label': 'After conversation work', 'data-state': 'wrap-up' },
        make('h3', { class: 'slds-text-heading_small' }, call.contact?.name ?? call.phoneNumber ?? 'Call'),
        make('p', { role: 'status' }, 'After conversation work'),
        button('Close', () => desk.finishWrapUp(call), { look: 'brand', key: `wrap-up-${call.callId ?? ''}` })
      )
    )
  ]);
  omni.onMessage((message) => {
    if (message.type === 'event' && message.event === 'SHOW_TRANSFER_VIEW') dialer.focus('contacts');
  });
  const show = (): void => {
    const host = omni.host();
    state.textContent = waiting[host.state] ?? '';
    state.hidden = state.textContent === '';
    // The keypad stays in sight, disabled, when the rep cannot log in.
    phone.hidden = !isReady(host) && host.state !== 'LOGIN_ERROR';
    drawCalls({ book: desk.now().book, able: host.capabilities });
  };
  omni.onChange(show);
  desk.onChange(show);
  show();
  return place;
}
