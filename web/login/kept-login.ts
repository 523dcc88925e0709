import { askForCookies, keepsCookies } from '../shared/keeps-cookies';
import { type SessionServer } from '../shared/session-server';
import { type ConnectorLine } from './connector-line';
import { type LoginScreen } from './login-screen';
import { openSignInWindow, type SignInWindow } from './sign-in-window';

/** By which way a login is kept: a cookie, one that the rep allows, one after a sign-in window, or the connector's memory. */
export type KeptLogin = {
  /** Shows the form, or first asks for what the login would need to be kept. */
  readonly begin: () => void;
  /** The rep logged in on this page; the code stands for the login where the browser kept no cookie of it. */
  readonly loggedIn: (code: string) => void;
  /** Opens a session by a code in this frame; says whether it is kept. */
  readonly redeem: (code: string | undefined) => Promise<boolean>;
  /** Takes the code of a sign-in window, which opens the session. */
  readonly takeCode: (code: string) => void;
  readonly finish: () => void;
  /** Opens a sign-in window at an address of ours; call it within a click. */
  readonly open: (startUrl: string) => void;
  readonly openAgain: () => void;
  readonly cancel: () => void;
  readonly allowCookies: () => void;
  readonly openWindow: () => void;
  readonly goOnWithout: () => void;
  /** The connector could not use the code that it was handed. */
  readonly codeRefused: () => void;
};

export type KeptLoginOptions = {
  readonly window: Window;
  readonly orgId: string;
  readonly server: SessionServer;
  readonly screen: LoginScreen;
  readonly line: () => ConnectorLine;
  readonly isSignedIn: () => Promise<boolean>;
  /** Shows the form; the rep goes on without a cookie when that is said. */
  readonly showForm: (notice?: 'withoutCookies') => void;
};

/** By then Salesforce has hidden the page of a rep who is logged in. */
const longStart = 20_000;

export function keepLogin(options: KeptLoginOptions): KeptLogin {
  const { window, orgId, server, screen, line, isSignedIn, showForm } = options;
  const { document } = window;
  const canAsk = typeof document.requestStorageAccess === 'function';
  let code: string | undefined;
  let isWithout = false;
  let startUrl: string | undefined;
  let signInWindow: SignInWindow | undefined;

  const isAllowed = async (): Promise<boolean> => (await askForCookies(document)) && keepsCookies(document);

  const begin = async (): Promise<void> => {
    // What the rep allowed before needs no click in most browsers.
    if (isWithout || keepsCookies(document) || (await isAllowed())) return showForm();
    if (screen.state().name === 'waiting') screen.become({ name: 'cookies', step: canAsk ? 'blocked' : 'refused' });
  };

  const redeem = async (): Promise<boolean> => {
    const attempt = line().attempt();
    if (code === undefined || attempt === undefined) return false;
    try {
      await server.redeem(attempt, code, 'cookie');
      code = undefined;
      return await isSignedIn();
    } catch {
      return false;
    }
  };

  const finish = (): void => {
    code = undefined;
    screen.become({ name: 'finishing', isWithoutCookie: false });
    line().say({ type: 'session-changed' });
    watchStart();
  };

  /** Without a cookie only the connector can hold the session, in its memory. */
  const handOver = (): void => {
    const handed = code;
    code = undefined;
    isWithout = true;
    if (handed === undefined) return screen.failed('lost');
    screen.become({ name: 'finishing', isWithoutCookie: true });
    line().say({ type: 'session-changed', code: handed });
    watchStart();
  };

  const watchStart = (): void => {
    signInWindow?.close();
    screen.after(longStart, () => {
      screen.become({ name: 'form', problem: 'notStarted' });
      void line().wantAttempt();
    });
  };

  /** The login went well, and this browser kept no cookie of it. */
  const askAfterLogin = (): void => {
    if (canAsk && !isWithout) screen.become({ name: 'cookies', step: 'signed-in' });
    else handOver();
  };

  const takeCode = async (given: string): Promise<void> => {
    code = given.trim();
    if (code === '') return screen.become({ name: 'pop-up', isBlocked: false, problem: 'wrongCode' });
    // Some browsers allow the cookie once the rep has been on a page of ours.
    if (!keepsCookies(document) && !(await isAllowed())) return askAfterLogin();
    if (await redeem()) return finish();
    screen.become({ name: 'pop-up', isBlocked: false, problem: 'wrongCode' });
  };

  const allowCookies = async (): Promise<void> => {
    screen.become({ name: 'cookies', step: 'asking' });
    // Asked first: the browser listens to a click only for a moment.
    const isKept = await isAllowed();
    if (code !== undefined) return isKept && (await redeem()) ? finish() : handOver();
    if (isKept) showForm();
    else screen.become({ name: 'cookies', step: 'refused' });
  };

  const open = (url: string): void => {
    signInWindow?.close();
    startUrl = url;
    signInWindow = openSignInWindow(window, url, {
      taken: (given) => void takeCode(given),
      closed: () => {
        if (screen.state().name === 'pop-up')
          screen.become({ name: 'pop-up', isBlocked: false, problem: 'windowClosed' });
      }
    });
    screen.become({ name: 'pop-up', isBlocked: signInWindow === undefined });
  };

  /** The window of our own is for whoever would have to go on without a cookie. */
  const isOwnWindow = (): boolean => startUrl?.startsWith(ownWindow) === true;
  const ownWindow = `/orgs/${orgId}/login/window?attempt=`;

  return {
    begin: () => void begin(),
    loggedIn: (given) => {
      code = given;
      void isSignedIn().then((isKept) => (isKept ? finish() : askAfterLogin()));
    },
    redeem: (given) => {
      code = given;
      return redeem();
    },
    takeCode: (given) => void takeCode(given),
    finish,
    open,
    openAgain: () => startUrl !== undefined && open(startUrl),
    cancel: () => {
      signInWindow?.close();
      if (isOwnWindow()) screen.become({ name: 'cookies', step: 'refused' });
      else screen.become({ name: 'form' });
      // The next window shall have the whole life of an attempt before it.
      void line().wantAttempt();
    },
    allowCookies: () => void allowCookies(),
    openWindow: () => {
      const attempt = line().attempt();
      if (attempt === undefined) screen.failed('lost');
      else open(`${ownWindow}${encodeURIComponent(attempt.attemptId)}`);
    },
    goOnWithout: () => {
      isWithout = true;
      if (code === undefined) showForm('withoutCookies');
      else handOver();
    },
    codeRefused: () => {
      if (screen.state().name !== 'finishing') return;
      if (startUrl === undefined) return screen.become({ name: 'form', notice: 'expired' });
      screen.become({ name: 'pop-up', isBlocked: false, problem: 'wrongCode' });
    }
  };
}
