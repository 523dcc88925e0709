import { askForCookies, keepsCookies } from '../shared/keeps-cookies';
import { loginChannelName, parseLoginMessage, type AttemptPass, type LoginMessage } from '../shared/login-message';
import { ServerRefused, type SessionServer } from '../shared/session-server';
import { type LoginMethod } from '../shared/session-wire/login-attempt';
import { type PageSettings } from '../shared/session-wire/page-settings';
import { automaticLogin } from './automatic-login';
import { languageOf } from './language';
import { noticeOf, stateAfterRefusal, type LoginState, type Notice, type Problem } from './login-state';
import { openSignInWindow, type SignInWindow } from './sign-in-window';
import { buildPage } from './page-view';

const askAgainAfter = 2_000;
const longWait = 8_000;
/** By then Salesforce has hidden the page of a rep who is logged in. */
const longStart = 20_000;

/** Makes this page the login page of its org. It learns from the connector beside it whom the login is for. */
export function startLogin(window: Window, settings: PageSettings, server: SessionServer): void {
  const { document } = window;
  const query = new URLSearchParams(window.location.search);
  const language = languageOf([query.get('language'), ...window.navigator.languages]);
  const channel = new BroadcastChannel(loginChannelName(settings.orgId));
  const say = (message: LoginMessage): void => channel.postMessage(message);

  let state: LoginState = { name: 'waiting', isLong: false };
  let attempt: AttemptPass | undefined;
  let arrived: (() => void)[] = [];
  let code: string | undefined;
  let signInWindow: SignInWindow | undefined;
  let notice: Notice | undefined;
  let isAutomatic = false;
  let clock = 0;

  const become = (next: LoginState): void => {
    window.clearInterval(clock);
    state = next;
    view.render(state);
  };
  const sayHeight = (): void => {
    const pixels = attempt === undefined ? undefined : view.neededHeight();
    if (pixels !== undefined) say({ type: 'height', pixels });
  };
  const failed = (problem: Problem): LoginState => ({
    name: 'form',
    problem: window.navigator.onLine ? problem : 'offline'
  });

  /** Asks the connector for an attempt until it gives one. */
  const wantAttempt = (): Promise<void> =>
    new Promise((resolve) => {
      attempt = undefined;
      say({ type: 'attempt-wanted' });
      const again = window.setInterval(() => say({ type: 'attempt-wanted' }), askAgainAfter);
      arrived.push(() => {
        window.clearInterval(again);
        resolve();
      });
    });

  channel.onmessage = ({ data }: MessageEvent) => {
    const message = parseLoginMessage(data);
    // Every connector of this browser hears the question; the first answer counts, and may be said again.
    if (message?.type !== 'attempt' || (attempt !== undefined && attempt.attemptId !== message.attemptId)) return;
    if (attempt === undefined) {
      attempt = message;
      notice = noticeOf(message.reason);
      view.offer(message.methods);
      sayHeight();
      for (const each of arrived) each();
      arrived = [];
    }
    const isTrying = message.isAutomatic === true && isUntouched() && tryAutomatically(message.methods);
    if (!isTrying && !isAutomatic) showForm();
    isAutomatic ||= isTrying;
  };

  /** The form after what was waited for. */
  const showForm = (): void => {
    if (state.name === 'waiting') become({ name: 'form', ...(notice ? { notice } : {}) });
  };
  /** Whether the rep has not begun to log in by hand. */
  const isUntouched = (): boolean => state.name === 'waiting' || state.name === 'form';

  const signIn = async (username: string, password: string, isSecond = false): Promise<void> => {
    if (username === '' || password === '') return become({ name: 'form', problem: 'missing' });
    become({ name: 'sending' });
    try {
      if (attempt === undefined) await wantAttempt();
      code = await server.logIn(attempt!, username, password);
    } catch (error) {
      if (!(error instanceof ServerRefused)) return become(failed('lost'));
      if (error.code === 'ATTEMPT_OVER' && !isSecond) {
        await wantAttempt();
        return signIn(username, password, true);
      }
      // The server knows that this login failed; the connector asks it, and tells Salesforce.
      say({ type: 'session-changed' });
      return refused(error);
    }
    if (await isSignedIn()) return finish();
    offerCookies();
  };

  const refused = (error: ServerRefused): void => {
    const next = stateAfterRefusal(error.code, error.retryAfterSeconds);
    become(next);
    if (next.name === 'locked') countDown(next.seconds);
  };

  const countDown = (seconds: number): void => {
    const until = performance.now() + seconds * 1000;
    clock = window.setInterval(() => {
      const left = Math.ceil((until - performance.now()) / 1000);
      if (left <= 0) return become({ name: 'form', notice: 'canTryAgain' });
      state = { name: 'locked', seconds: left };
      view.render(state);
    }, 1000);
  };

  const isSignedIn = async (): Promise<boolean> =>
    server.session().then(
      (answer) => answer.state === 'signed-in',
      () => false
    );

  /** The login went well, and this browser kept no cookie of it. */
  const offerCookies = (): void => {
    if (typeof document.requestStorageAccess === 'function') become({ name: 'cookies', isAsking: false });
    else void handOver();
  };

  const allowCookies = async (): Promise<void> => {
    become({ name: 'cookies', isAsking: true });
    // Asked first: the browser listens to a click only for a moment.
    const isAllowed = await askForCookies(document);
    if (isAllowed && keepsCookies(document) && (await redeem())) return finish();
    handOver();
  };

  /** Without a cookie only the connector can hold the session, in its memory. */
  const handOver = (): void => {
    const handed = code;
    code = undefined;
    if (handed === undefined) return become({ name: 'form', problem: 'lost' });
    become({ name: 'finishing', isWithoutCookie: true });
    say({ type: 'session-changed', code: handed });
    watchStart();
  };

  const finish = (): void => {
    code = undefined;
    become({ name: 'finishing', isWithoutCookie: false });
    say({ type: 'session-changed' });
    watchStart();
  };

  const watchStart = (): void => {
    signInWindow?.close();
    clock = window.setInterval(() => {
      become({ name: 'form', problem: 'notStarted' });
      void wantAttempt();
    }, longStart);
  };

  const redeem = async (): Promise<boolean> => {
    if (code === undefined || attempt === undefined) return false;
    try {
      await server.redeem(attempt, code, 'cookie');
      code = undefined;
      return await isSignedIn();
    } catch {
      return false;
    }
  };

  const signInWith = (method: Extract<LoginMethod, { kind: 'oidc' }>): void => {
    signInWindow?.close();
    signInWindow = openSignInWindow(window, method.startUrl, (given) => void takeCode(given));
    become({ name: 'pop-up', isBlocked: signInWindow === undefined });
  };

  const takeCode = async (given: string): Promise<void> => {
    code = given.trim();
    if (code === '') return become({ name: 'pop-up', isBlocked: false, problem: 'wrongCode' });
    if (!keepsCookies(document)) return offerCookies();
    if (await redeem()) return finish();
    become({ name: 'pop-up', isBlocked: false, problem: 'wrongCode' });
  };

  const tryAutomatically = automaticLogin({
    window,
    orgId: settings.orgId,
    isSignedIn,
    wasSignedIn: () => isUntouched() && finish(),
    answered: async (given) => {
      isAutomatic = false;
      if (!isUntouched()) return;
      code = given;
      if (await redeem()) return finish();
      showForm();
    }
  });

  const view = buildPage(document, language, {
    signIn: (username, password) => void signIn(username, password),
    signInWith,
    useCode: (given) => void takeCode(given),
    cancel: () => {
      signInWindow?.close();
      become({ name: 'form' });
    },
    allowCookies: () => void allowCookies(),
    goOnWithout: handOver
  });

  window.addEventListener('resize', sayHeight);
  window.addEventListener('offline', () => state.name === 'form' && become({ name: 'form', problem: 'offline' }));
  window.addEventListener(
    'online',
    () => state.name === 'form' && state.problem === 'offline' && become({ name: 'form' })
  );
  become(state);
  void wantAttempt();
  clock = window.setInterval(() => state.name === 'waiting' && become({ name: 'waiting', isLong: true }), longWait);
}
