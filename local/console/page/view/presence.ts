import { offline } from '../../protocol/connector-config';
import { isReady } from '../../protocol/host-state';
import type { Desk } from '../host/desk';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { settings } from '../settings';
import { button } from './button';
import { drawn } from './region';

/** The status of the rep, what it can be changed to, and Log Out. */
export function showPresence(omni: Omni, desk: Desk): HTMLElement {
  const place = make('div', { class: 'presence' });
  const draw = drawn<{ status: string; pending: string | undefined; ready: boolean; leaving: boolean }>(
    place,
    ({ status, pending, ready, leaving }) => {
      const choice = make('select', { class: 'slds-select', id: 'presence', 'data-key': 'presence', disabled: !ready });
      for (const { statusId, statusName } of [...settings.presenceStatuses, offline])
        choice.append(make('option', { value: statusId, selected: statusId === (pending ?? status) }, statusName));
      choice.addEventListener('change', () => desk.setStatus(choice.value));
      const online = status !== offline.statusId;
      const words = pending === undefined || pending === status ? '' : 'Waiting for the phone system';
      return [
        make('span', { class: `presence-light ${online ? 'presence-light_online' : ''}`, 'aria-hidden': 'true' }),
        make('label', { class: 'slds-assistive-text', for: 'presence' }, 'Status'),
        choice,
        button('Log Out', desk.logOut, { isDisabled: !ready || leaving, key: 'log-out' }),
        make('p', { class: 'presence-wait', role: 'status' }, leaving ? 'Logging out' : words)
      ];
    }
  );
  const show = (): void => {
    const { status, pendingStatus } = desk.now();
    const host = omni.host();
    draw({
      status: status.statusId,
      pending: pendingStatus?.statusId,
      ready: isReady(host),
      leaving: host.isLoggingOut
    });
  };
  omni.onChange(show);
  desk.onChange(show);
  show();
  return place;
}
