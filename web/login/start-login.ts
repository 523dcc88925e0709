import { type SessionServer } from '../shared/session-server';
import { type PageSettings } from '../shared/session-wire/page-settings';
import { automaticLogin } from './automatic-login';
import { openConnectorLine, type ConnectorLine } from './connector-line';
import { keepLogin } from './kept-login';
import { languageOf } from './language';
import { openScreen } from './login-screen';
import { noticeOf, type Notice } from './login-state';
import { buildPage } from './page-view';
import { passwordLogin } from './password-login';

const longWait = 8_000;

/** Makes this page the login page of its org. It learns from the connector beside it whom the login is for. */
export function startLogin(window: Window, settings: PageSettings, server: SessionServer): void {
  const { document } = window;
  const { orgId } = settings;
  const query = new URLSearchParams(window.location.search);
  const language = languageOf([query.get('language'), ...window.navigator.languages]);
  let notice: Notice | undefined;
  let isAutomatic = false;

  const screen = openScreen(window, (state) => view.render(state));
  const isSignedIn = async (): Promise<boolean> =>
    server.session().then(
      (answer) => answer.state === 'signed-in',
      () => false
    );
  const sayHeight = (): void => {
    const pixels = line.attempt() === undefined ? undefined : view.neededHeight();
    if (pixels !== undefined) line.say({ type: 'height', pixels });
  };
  const showForm = (said: Notice | undefined = notice): void =>
    screen.become({ name: 'form', ...(said ? { notice: said } : {}) });
  /** Whether the rep has not begun to log in by hand. */
  const isUntouched = (): boolean => ['waiting', 'form'].includes(screen.state().name);

  const line: ConnectorLine = openConnectorLine(window, orgId, {
    attempt: (message, isNew) => {
      if (isNew) {
        notice = noticeOf(message.reason);
        view.offer(message.methods);
        sayHeight();
      }
      const isTrying = message.isAutomatic === true && isUntouched() && tryAutomatically(message.methods);
      if (!isTrying && !isAutomatic) begin();
      isAutomatic ||= isTrying;
    },
    codeRefused: () => kept.codeRefused()
  });
  const kept = keepLogin({ window, orgId, server, screen, line: () => line, isSignedIn, showForm });

  /** The form after what was waited for. A provider's window is on its own site anyway, and asks for the cookie afterwards. */
  const begin = (): void => {
    if (screen.state().name !== 'waiting') return;
    if (line.attempt()?.methods.some(({ kind }) => kind === 'password')) kept.begin();
    else showForm();
  };
  const tryAutomatically = automaticLogin({
    window,
    orgId,
    isSignedIn,
    wasSignedIn: () => isUntouched() && kept.finish(),
    answered: async (given) => {
      isAutomatic = false;
      if (!isUntouched()) return;
      if (await kept.redeem(given)) return kept.finish();
      begin();
    }
  });
  const signIn = passwordLogin({
    screen,
    logIn: async (username, password) => {
      const attempt = line.attempt() ?? (await line.wantAttempt());
      return server.logIn(attempt, username, password);
    },
    newAttempt: line.wantAttempt,
    // The server knows that this login failed; the connector asks it, and tells Salesforce.
    refused: () => line.say({ type: 'session-changed' }),
    loggedIn: kept.loggedIn
  });

  const view = buildPage(document, language, {
    ...kept,
    signIn,
    signInWith: (method) => kept.open(method.startUrl),
    useCode: kept.takeCode
  });

  window.addEventListener('resize', sayHeight);
  screen.become({ name: 'waiting', isLong: false });
  void line.wantAttempt();
  screen.after(longWait, () => screen.become({ name: 'waiting', isLong: true }));
}
