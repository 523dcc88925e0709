import { happened } from './happenings';
import { make } from './make';

type Toast = { readonly title: string; readonly message?: string; readonly variant?: string; readonly mode?: string };

/** Shows the toasts that components ask for, as Lightning Experience would: at the top, and said by a screen reader. */
export function showToasts(): void {
  const place = make('div', { class: 'page-toasts', role: 'status', 'aria-live': 'polite' });
  document.body.append(place);
  document.addEventListener('lightning__showtoast', (event) => {
    const toast = (event as CustomEvent<Toast>).detail;
    const { title, message = '', variant = 'info' } = toast;
    happened('toast', toast);
    const words = make('h2', { class: 'slds-text-heading_small' }, title);
    place.append(
      make(
        'div',
        { class: `slds-notify slds-notify_toast slds-theme_${variant}` },
        make('div', {}, words, make('p', {}, message))
      )
    );
  });
}
