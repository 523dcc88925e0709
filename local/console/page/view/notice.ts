import type { Notice } from '../../protocol/host-notice';
import type { Omni } from '../host/omni';
import { make } from '../make';

const themes: Readonly<Record<Notice['kind'], string>> = {
  'login-failed': 'slds-theme_error',
  'session-ended': 'slds-theme_warning',
  error: 'slds-theme_error',
  info: 'slds-theme_info'
};

/** Shows what the rep is told: a failed login, an ended session, an error of the connector. */
export function showNotice(omni: Omni, place: Element): void {
  const region = make('div', { role: 'alert', class: 'omni-notice' });
  place.append(region);
  let shown: Notice | undefined;
  omni.onChange(({ notice }) => {
    if (notice === shown) return;
    shown = notice;
    region.replaceChildren();
    if (!notice) return;
    const close = make(
      'button',
      { type: 'button', class: 'slds-button slds-button_neutral omni-notice-close' },
      'Dismiss'
    );
    close.addEventListener('click', () => omni.tell({ type: 'notice-closed' }));
    region.append(
      make(
        'div',
        {
          class: `slds-scoped-notification slds-media slds-media_center ${themes[notice.kind]}`,
          'data-notice': notice.kind
        },
        make('p', { class: 'slds-media__body' }, notice.text),
        close
      )
    );
  });
}
