import type { OmniDesk } from '../../opencti/omni-channel';
import { make } from '../make';
import { button } from '../view/button';
import { drawn } from '../view/region';

/** What the Omni-Channel utility holds in the app of Open CTI: the rep's status, Log Out, and how much work they have. */
export function showOmniChannel(desk: OmniDesk): HTMLElement {
  const place = make('div', { class: 'presence' });
  const draw = drawn<{ readonly state: ReturnType<OmniDesk['state']>; readonly choices: readonly unknown[] }>(
    place,
    ({ state: { status, workload, capacity } }) => {
      const choice = make('select', { class: 'slds-select', id: 'omni-status', 'data-key': 'omni-status' });
      if (!status) choice.append(make('option', { value: '', selected: true }, 'Offline'));
      for (const { id, label } of desk.choices())
        choice.append(make('option', { value: id, selected: id === status?.id }, label));
      choice.addEventListener('change', () => void desk.choose(choice.value));
      return [
        make('span', { class: `presence-light ${status ? 'presence-light_online' : ''}`, 'aria-hidden': 'true' }),
        make('label', { class: 'slds-assistive-text', for: 'omni-status' }, 'Status in Omni-Channel'),
        choice,
        button('Log Out', () => desk.leave(), { isDisabled: !status, key: 'omni-log-out' }),
        make('p', { class: 'omni-workload', role: 'status' }, `Workload ${workload} of ${capacity}`)
      ];
    }
  );
  const show = (): void => draw({ state: desk.state(), choices: desk.choices() });
  desk.onEvent(show);
  show();
  return place;
}
