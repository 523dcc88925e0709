import { type SessionServer } from '../shared/session-server';
import { languageOf } from './language';
import { openScreen } from './login-screen';
import { buildPage } from './page-view';
import { passwordLogin } from './password-login';

export const isLoginWindow = ({ location }: Window): boolean => location.pathname.endsWith('/login/window');

/** Makes this page the login page in a window of its own, which the one in Salesforce's frame opened. */
export function startLoginWindow(window: Window, server: SessionServer): void {
  const query = new URLSearchParams(window.location.search);
  const language = languageOf([query.get('language'), ...window.navigator.languages]);
  const attemptId = query.get('attempt') ?? '';
  const screen = openScreen(window, (state) => view.render(state));
  const signIn = passwordLogin({
    screen,
    logIn: (username, password) => server.logInForCode(attemptId, username, password),
    loggedIn: (code) => screen.become(handOver(window, code) ? { name: 'done' } : { name: 'done', code })
  });
  const nothing = (): void => undefined;
  const view = buildPage(window.document, language, {
    signIn,
    ...{ signInWith: nothing, useCode: nothing, openAgain: nothing, cancel: nothing },
    ...{ allowCookies: nothing, openWindow: nothing, goOnWithout: nothing }
  });
  view.offer([{ kind: 'password' }]);
  screen.become({ name: 'form' });
}

/** Gives the code to the page that opened this window, when that page is ours, and nowhere else; says whether it did. */
function handOver(window: Window, code: string): boolean {
  const opener = window.opener as Window | null;
  try {
    // A browser throws at the address of an opener of another origin.
    if (opener?.location.origin !== window.location.origin) return false;
  } catch {
    return false;
  }
  opener.postMessage({ type: 'login-code', code }, window.location.origin);
  window.close();
  return true;
}
