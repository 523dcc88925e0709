import assert from 'node:assert/strict';
import { type LoginMessage } from '../shared/login-message';
import { type SessionServer } from '../shared/session-server';
import { keepLogin, type KeptLogin } from './kept-login';
import { type LoginScreen } from './login-screen';
import { type LoginState } from './login-state';

type Browser = {
  /** Whether a frame keeps a cookie now. */
  keeps: boolean;
  /** Whether Storage Access says yes; undefined: there is none. */
  allows: boolean | undefined;
  blocksWindows: boolean;
};

describe('how a login is kept', () => {
  let browser: Browser;
  let kept: KeptLogin;
  let state: LoginState;
  let said: LoginMessage[];
  let opened: string[];
  let redeemed: string[];

  const start = (given: Partial<Browser> = {}): void => {
    browser = { keeps: false, allows: false, blocksWindows: false, ...given };
    [said, opened, redeemed] = [[], [], []];
    state = { name: 'waiting', isLong: false };
    const ask = (): Promise<void> => {
      if (browser.allows !== true) return Promise.reject(new Error('denied'));
      browser.keeps = true;
      return Promise.resolve();
    };
    const document = {
      documentElement: { lang: 'de' },
      get cookie() {
        return browser.keeps ? '__Host-ringdown-try=1' : '';
      },
      set cookie(_: string) {},
      requestStorageAccess: browser.allows === undefined ? undefined : ask
    };
    const window = {
      document,
      location: { origin: 'https://voice.example', href: 'https://voice.example/orgs/1/login' },
      open: (url: string) => {
        opened.push(url);
        return browser.blocksWindows ? null : { closed: false, close: () => undefined };
      },
      ...{ addEventListener: () => undefined, removeEventListener: () => undefined },
      ...{ setInterval: () => 1, clearInterval: () => undefined }
    };
    const screen: LoginScreen = {
      state: () => state,
      become: (next) => (state = next),
      failed: (problem) => (state = { name: 'form', problem }),
      countDown: () => undefined,
      after: () => undefined
    };
    const server = {
      redeem: (_attempt: unknown, code: string) => {
        redeemed.push(code);
        return code === 'right' ? Promise.resolve({}) : Promise.reject(new Error('refused'));
      }
    };
    kept = keepLogin({
      window: window as unknown as Window,
      orgId: '1',
      server: server as unknown as SessionServer,
      screen,
      line: () => ({
        attempt: () => ({ attemptId: 'a/1', secret: 'hush', methods: [] }),
        wantAttempt: () => new Promise(() => undefined),
        say: (message) => said.push(message)
      }),
      isSignedIn: () => Promise.resolve(browser.keeps),
      showForm: (notice) => (state = { name: 'form', ...(notice ? { notice } : {}) })
    });
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('asks nothing where cookies are kept, or were allowed before', async () => {
    start({ keeps: true });
    kept.begin();
    assert.deepEqual(state, { name: 'form' });
    start({ allows: true });
    kept.begin();
    await settled();
    assert.deepEqual(state, { name: 'form' });
  });

  it('asks the browser, then offers a window, whose address holds no secret', async () => {
    start();
    kept.begin();
    await settled();
    assert.deepEqual(state, { name: 'cookies', step: 'blocked' });
    kept.allowCookies();
    assert.deepEqual(state, { name: 'cookies', step: 'asking' });
    await settled();
    assert.deepEqual(state, { name: 'cookies', step: 'refused' });
    kept.openWindow();
    assert.deepEqual(state, { name: 'pop-up', isBlocked: false });
    assert.deepEqual(opened, ['https://voice.example/orgs/1/login/window?attempt=a%2F1&language=de']);
    kept.cancel();
    assert.deepEqual(state, { name: 'cookies', step: 'refused' });
  });

  it('offers the window at once where the browser cannot be asked, and says when that is blocked', async () => {
    start({ allows: undefined, blocksWindows: true });
    kept.begin();
    await settled();
    assert.deepEqual(state, { name: 'cookies', step: 'refused' });
    kept.openWindow();
    assert.deepEqual(state, { name: 'pop-up', isBlocked: true });
    browser.blocksWindows = false;
    kept.openAgain();
    assert.deepEqual(state, { name: 'pop-up', isBlocked: false });
  });

  it('asks again after the window, without a click and with one, and keeps the session in a cookie then', async () => {
    start({ allows: true });
    kept.takeCode('right');
    await settled();
    assert.deepEqual([state, redeemed], [{ name: 'finishing', isWithoutCookie: false }, ['right']]);
    assert.deepEqual(said, [{ type: 'session-changed' }]);
    start();
    kept.takeCode(' right ');
    await settled();
    assert.deepEqual(state, { name: 'cookies', step: 'signed-in' });
    browser.allows = true;
    kept.allowCookies();
    await settled();
    assert.deepEqual([state, redeemed], [{ name: 'finishing', isWithoutCookie: false }, ['right']]);
  });

  it('hands the code over where nothing helps, once, and asks no more after a code that was wrong', async () => {
    start();
    kept.takeCode('wrong');
    await settled();
    kept.allowCookies();
    await settled();
    assert.deepEqual(state, { name: 'finishing', isWithoutCookie: true });
    assert.deepEqual(said, [{ type: 'session-changed', code: 'wrong' }]);
    kept.codeRefused();
    assert.deepEqual(state, { name: 'form', notice: 'expired' });
    kept.takeCode('right');
    await settled();
    assert.deepEqual(state, { name: 'finishing', isWithoutCookie: true });
    assert.deepEqual(said.at(-1), { type: 'session-changed', code: 'right' });
  });

  it('says that a code of the window is wrong, where a cookie is kept and where the connector says so', async () => {
    start({ keeps: true });
    kept.openWindow();
    for (const code of ['wrong', '  ']) {
      kept.takeCode(code);
      await settled();
      assert.deepEqual(state, { name: 'pop-up', isBlocked: false, problem: 'wrongCode' });
    }
    start();
    kept.openWindow();
    kept.takeCode('wrong');
    await settled();
    kept.goOnWithout();
    kept.codeRefused();
    assert.deepEqual(state, { name: 'pop-up', isBlocked: false, problem: 'wrongCode' });
  });

  it('goes on without when the rep wants that: before the login with a word, after it at once', async () => {
    start();
    kept.begin();
    await settled();
    kept.goOnWithout();
    assert.deepEqual(state, { name: 'form', notice: 'withoutCookies' });
    kept.loggedIn('right');
    await settled();
    assert.deepEqual(state, { name: 'finishing', isWithoutCookie: true });
    assert.deepEqual(redeemed, []);
  });
});
