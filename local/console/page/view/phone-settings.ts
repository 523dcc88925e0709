import type { Omni } from '../host/omni';
import { make } from '../make';
import { button } from './button';
import { drawn } from './region';

type Shown = {
  readonly phones: readonly string[];
  readonly type: string;
  readonly number: string;
  readonly canSet: boolean;
};

/** Which phone the rep uses, as Omni-Channel's settings have it, and what else a rep can ask the connector for. */
export function showPhoneSettings(omni: Omni): HTMLElement {
  const place = make('section', { class: 'phone-settings', 'aria-label': 'Phone settings' });
  const said = make('p', { class: 'phone-settings-said', role: 'status' });
  const draw = drawn<Shown>(place, ({ phones, type, number, canSet }) => {
    const choice = make('select', {
      class: 'slds-select',
      id: 'phone-type',
      'data-key': 'phone-type',
      disabled: !canSet
    });
    for (const phone of phones)
      choice.append(
        make('option', { value: phone, selected: phone === type }, phone === 'DESK_PHONE' ? 'Desk phone' : 'Softphone')
      );
    const digits = make('input', {
      class: 'slds-input',
      id: 'desk-number',
      type: 'tel',
      value: number,
      'data-key': 'desk-number',
      disabled: !canSet
    });
    const save = (): void => {
      const isDesk = choice.value === 'DESK_PHONE';
      omni.send({
        type: 'SET_AGENT_CONFIG',
        config: { selectedPhone: { type: choice.value, ...(isDesk ? { number: digits.value } : {}) } }
      });
    };
    return [
      make('label', { class: 'slds-form-element__label', for: 'phone-type' }, 'Phone'),
      choice,
      make('label', { class: 'slds-form-element__label', for: 'desk-number' }, 'Number of the desk phone'),
      digits,
      make(
        'div',
        { class: 'dialer-buttons' },
        button('Save', save, { look: 'brand', key: 'save-phone', isDisabled: !canSet }),
        button('Audio devices', () => omni.send({ type: 'GET_AUDIO_DEVICES' }), {
          key: 'devices',
          isDisabled: !canSet
        }),
        button('Ask for status', () => omni.send({ type: 'GET_AGENT_STATUS' }), {
          key: 'ask-status',
          isDisabled: !canSet
        }),
        button('Download agent debug information', () => omni.send({ type: 'DOWNLOAD_VENDOR_LOGS' }), {
          key: 'logs',
          isDisabled: !canSet
        })
      ),
      said
    ];
  });
  omni.onChange(({ agentConfig, state }) => {
    const phone = agentConfig?.SELECTED_PHONE;
    draw({
      phones: agentConfig?.PHONES ?? [],
      type: phone?.type ?? '',
      number: phone?.number ?? '',
      canSet: state === 'READY' || state === 'READY_DEGRADED'
    });
  });
  omni.onMessage((message) => {
    if (message.type !== 'event') return;
    if (message.event === 'AGENT_CONFIG_UPDATED')
      said.textContent = message.payload.success ? 'The phone was saved.' : 'The phone was not saved.';
    if (message.event === 'GET_AUDIO_DEVICES')
      said.textContent = `${message.payload.audioDevices.length} audio devices`;
    if (message.event === 'GET_AGENT_STATUS_RESULT')
      said.textContent = `The phone system says ${message.payload.statusName ?? message.payload.statusId ?? 'nothing'}.`;
  });
  return place;
}
