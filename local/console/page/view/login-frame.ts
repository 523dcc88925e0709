import { make } from '../make';
import type { Omni } from '../host/omni';
import { settings } from '../settings';

/** Shows the vendor's login page while the connector wants one, as high as it asked, and loads it anew each time that it is asked for. */
export function showLogin(omni: Omni, place: Element): void {
  let frame: HTMLIFrameElement | undefined;
  let loads = 0;
  omni.onChange(({ state, loginFrameHeight, loginLoads }) => {
    const isShown = state === 'LOGIN_SHOWN' || state === 'LOGGED_IN_PENDING';
    if (!isShown && state !== 'SILENT_LOGIN') {
      frame?.remove();
      frame = undefined;
      return;
    }
    if (!frame || loads !== loginLoads) {
      frame?.remove();
      frame = make('iframe', {
        src: settings.loginUrl,
        title: 'Phone login',
        class: 'login-frame',
        allow: 'storage-access; publickey-credentials-get'
      });
      place.append(frame);
      loads = loginLoads;
    }
    frame.style.height = `${loginFrameHeight}px`;
    frame.hidden = !isShown;
  });
}
