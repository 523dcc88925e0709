import { customerOf } from '../../protocol/parties';
import { controlsOf } from '../../protocol/call-controls';
import { isReady } from '../../protocol/host-state';
import type { Desk } from '../host/desk';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from './button';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The dial pad: during a call its keys send digits, otherwise they write the number that Dial calls. */
export function showKeypad(omni: Omni, desk: Desk): HTMLElement {
  const number = make('input', {
    class: 'slds-input',
    id: 'number',
    type: 'tel',
    autocomplete: 'off',
    placeholder: 'Name or number'
  });
  const press = (key: string): void => {
    if (isInCall()) omni.send({ type: 'SEND_DIGITS', digits: key });
    else number.value += key;
  };
  const isInCall = (): boolean => customerOf(desk.now().book)?.state === 'connected';
  const dial = (params: string): void => {
    const phoneNumber = number.value.trim();
    if (phoneNumber === '') return number.focus();
    desk.dial({ phoneNumber }, params);
    number.value = '';
  };
  const pad = make('div', { class: 'keypad', role: 'group', 'aria-label': 'Dial pad' });
  const padKeys = keys.map((key) => button(key, () => press(key), { key: `pad-${key}` }));
  pad.append(...padKeys);
  const call = button('Dial', () => dial(''), { look: 'success', key: 'dial', icon: 'call' });
  const callback = button('Call back', () => dial('isCallback=true'), { key: 'callback' });
  const consult = button('Consult', () => dial('isConsultCall=true'), { key: 'consult' });
  number.addEventListener('keydown', ({ key }) => key === 'Enter' && !call.disabled && dial(''));
  const show = (): void => {
    const { capabilities } = omni.host();
    const { book } = desk.now();
    const customer = customerOf(book);
    const ready = isReady(omni.host());
    const digits = customer && controlsOf(book, customer, capabilities).digits === 'enabled';
    for (const key of padKeys) key.disabled = !ready || capabilities?.DIAL_PAD === true || (!!customer && !digits);
    call.disabled = callback.disabled = number.disabled = !ready;
    call.hidden = callback.hidden = customer !== undefined;
    consult.hidden = capabilities?.CAN_CONSULT !== true || customer?.state !== 'connected';
  };
  omni.onChange(show);
  desk.onChange(show);
  show();
  return make(
    'section',
    { class: 'dialer', 'aria-label': 'Dialer' },
    make('label', { class: 'slds-form-element__label', for: 'number' }, 'Number'),
    number,
    pad,
    make('div', { class: 'dialer-buttons' }, call, callback, consult)
  );
}
