import { chooseFaults, chosenFaults, type Faults } from '../host/faults';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { settings } from '../settings';
import { button } from '../view/button';
import { textField } from './form';

const choices: readonly (readonly [keyof Faults, string])[] = [
  ['siblingFirst', 'A frame of another site sends SETUP first'],
  ['withoutPort', 'SETUP has no port'],
  ['twice', 'SETUP is sent twice'],
  ['nullFirst', 'null is sent first']
];

/** Makes the host do wrong what no Salesforce page should, to see what the connector makes of it. */
export function showHostFaults(omni: Omni): HTMLElement {
  const now = chosenFaults();
  const boxes = choices.map(([name, label]) => {
    const box = make('input', { type: 'checkbox', id: `fault-${name}`, checked: now[name] === true });
    return { name, box, row: make('label', { class: 'simulator-check', for: `fault-${name}` }, box, ` ${label}`) };
  });
  const delay = make('input', {
    class: 'slds-input',
    id: 'fault-delay',
    type: 'number',
    min: '0',
    value: String(now.delay)
  });
  const keys = make('input', { class: 'slds-input', id: 'fault-keys', value: now.missingKeys.join(' ') });
  const choose = (): void => {
    const flags = Object.fromEntries(boxes.map(({ name, box }) => [name, box.checked]));
    const missingKeys = keys.value.split(/\s+/).filter((key) => key !== '');
    chooseFaults({ ...flags, delay: Number(delay.value) || 0, missingKeys });
  };
  const reset = (): void => {
    boxes.forEach(({ box }) => (box.checked = false));
    [delay.value, keys.value] = ['0', ''];
    choose();
  };
  const pretend = (telephonyEventType: string, telephonyEventPayload: unknown): void =>
    omni.pretend({ type: 'TELEPHONY_EVENT_DISPATCHED', payload: { telephonyEventType, telephonyEventPayload } });
  const label = textField('Error with a label: namespace.label, or a code of the SDK', 'c.VoiceServerLost');
  const showError = (): void => {
    const [, namespace, labelName] = /^(\w+)\.(\w+)$/.exec(label.input.value.trim()) ?? [];
    const message = label.input.value.trim();
    pretend('ERROR', namespace === undefined ? { message } : { customError: { namespace, labelName, message } });
  };
  return make(
    'section',
    { class: 'simulator-section', 'aria-label': 'Faults of the host' },
    make('h3', { class: 'slds-text-heading_small' }, 'The next handshake'),
    ...boxes.map(({ row }) => row),
    make('label', { class: 'slds-form-element__label', for: 'fault-delay' }, 'Milliseconds before SETUP'),
    delay,
    make('label', { class: 'slds-form-element__label', for: 'fault-keys' }, 'Keys that connectorConfig lacks'),
    keys,
    make(
      'div',
      { class: 'simulator-buttons' },
      button('Reload connector', () => (choose(), omni.reload()), { look: 'brand' }),
      button('Reload page', () => (choose(), location.reload())),
      button('No faults', reset),
      button('From a wrong origin', () =>
        location.assign(`https://${settings.strangerHost}${location.pathname}${location.search}`)
      )
    ),
    make('h3', { class: 'slds-text-heading_small' }, 'Now'),
    make(
      'div',
      { class: 'simulator-buttons' },
      button('Send null to the window', () => omni.postToWindow(null)),
      button('Send SETUP again', () => omni.postToWindow({ type: 'SETUP_CONNECTOR', connectorConfig: {} })),
      button('Take a huge login height', () => pretend('SHOW_LOGIN', { loginFrameHeight: 1e9 })),
      button('Show transfer view', () => pretend('SHOW_TRANSFER_VIEW', {})),
      button('Take an unknown event', () => pretend('NO_SUCH_EVENT', {}))
    ),
    label.row,
    make('div', { class: 'simulator-buttons' }, button('Show the error', showError, { key: 'show-error' }))
  );
}
