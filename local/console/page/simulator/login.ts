import { nextLoginWish, type LoginWish } from '../../protocol/login-wish';
import type { Omni } from '../host/omni';
import { make } from '../make';
import { settings } from '../settings';
import { button } from '../view/button';
import { buttons, checkField, section } from './form';
import { phoneControl } from './phone-control';
import type { World } from './world';

const key = 'console-shows-login';

/** Whether the connector begins with its login page, and the end of a session that nobody in the page wanted. */
export function showLoginControls(omni: Omni, world: World): HTMLElement {
  let wish: LoginWish = { isWanted: sessionStorage.getItem(key) === 'true' };
  const box = checkField('Show Login Page', wish.isWanted);
  const said = make('p', { role: 'status' });
  box.input.addEventListener('change', () => {
    wish = { isWanted: box.input.checked };
    sessionStorage.setItem(key, String(wish.isWanted));
    said.textContent = '';
  });
  omni.onChange(({ state }, before) => {
    const next = nextLoginWish(wish, before.state, state);
    ({ wish } = next);
    if (next.step === undefined) return;
    // Everybody else hears of this state before it becomes another.
    queueMicrotask(() => {
      switch (next.step) {
        case 'log-out':
          omni.tell({ type: 'log-out' });
          return omni.send({ type: 'LOGOUT' });
        case 'begin-anew':
          return omni.reload();
        default:
          said.textContent = 'It was logged out, and began without a login page all the same.';
      }
    });
  });
  const endSession = (): void => {
    const agent = world.agent()?.agentId;
    if (settings.hasPhone && agent !== undefined) return world.does(() => phoneControl.signOut(agent));
    const telephonyEventPayload = { success: true, loginFrameHeight: omni.host().loginFrameHeight };
    omni.pretend({
      type: 'TELEPHONY_EVENT_DISPATCHED',
      payload: { telephonyEventType: 'LOGOUT_RESULT', telephonyEventPayload }
    });
  };
  return section(
    'Login',
    make(
      'p',
      {},
      'When it begins, a connector that is logged in is logged out and begins anew. Without the tick it begins as its session says.'
    ),
    box.row,
    buttons(
      button('Begin anew', () => omni.reload(), { key: 'begin-anew' }),
      button('Session timeout', endSession, { key: 'session-timeout', look: 'destructive' })
    ),
    said
  );
}
