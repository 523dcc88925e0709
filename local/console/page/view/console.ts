import { make } from '../make';
import type { Omni } from '../host/omni';
import { showNotice } from './notice';
import { showLogin } from './login-frame';

/** Draws the Lightning service console around the host. */
export function showConsole(omni: Omni): void {
  const panel = make('section', { class: 'slds-utility-panel slds-is-open omni-panel', 'aria-label': 'Omni-Channel' });
  document.body.append(panel);
  showNotice(omni, panel);
  showLogin(omni, panel);
}
