import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { type Frame, type Response as Answer } from 'playwright-core';
import { languages } from '../../../web/login/words';
import { faultReload, stateBecomes } from '../../console/omni';
import { type RepConsole } from '../rep-console';
import { loginEvents, type InConsole } from './in-console';

const words = languages.en!;
const isLogin = (response: Answer): boolean =>
  response.request().method() === 'POST' && response.url().endsWith('/login');

/** From the load of Salesforce to the dialer, and what may come between. */
export function loginBegins({ world, atLogin, open, another, working, stopService, startService }: InConsole): void {
  it('shows the login page, and nothing else is heard', async () => {
    const rep = await atLogin();
    await rep.login.locator('#username').waitFor();
    assert.deepEqual(
      (await rep.heard()).map(({ name }) => name),
      ['LOG', 'SHOW_LOGIN', 'LOG']
    );
  });

  it('goes from a wrong password to the dialer', async () => {
    const rep = await atLogin();
    await rep.logIn('wrong');
    await rep.page.locator('[data-notice="login-failed"]').waitFor();
    await rep.login.getByText(words.refused).waitFor();
    await rep.logIn();
    await stateBecomes(rep.page, 'READY');
    await rep.page.getByRole('tab', { name: 'Dial Pad' }).waitFor();
    assert.deepEqual(await loginEvents(rep), ['SHOW_LOGIN', 'LOGIN_RESULT', 'LOGIN_RESULT', 'CONNECTOR_READY']);
  });

  it('locks the rep out after too many wrong passwords, for the seconds that it says', async () => {
    const rep = await open('sam');
    await stateBecomes(rep.page, 'LOGIN_SHOWN', 25_000);
    const first = rep.page.waitForEvent('response', isLogin);
    await rep.logIn('wrong');
    const { url, body } = { url: (await first).url(), body: (await first).request().postData() };
    // An attacker is faster than whoever types, and waits as long as the service says.
    let seconds = 0;
    while (seconds < 4) {
      world().pass(seconds * 1_000);
      seconds = await guesses(rep, url, body);
    }
    await rep.logIn();
    await rep.login.locator('main[data-state=locked]').waitFor();
    assert.match((await rep.login.locator('#problem').textContent()) ?? '', /Too many tries/);
    await rep.login.getByText(words.canTryAgain).waitFor();
    await rep.logIn();
    await stateBecomes(rep.page, 'READY');
  });

  it('is worked by the keyboard alone, and names all that it has for a screen reader', async () => {
    const rep = await atLogin();
    const { page, login } = rep;
    await login.locator('main[data-state=form]').waitFor();
    for (const [role, name] of [
      ['textbox', words.userName],
      ['textbox', words.password],
      ['button', words.show],
      ['button', words.signIn]
    ] as const)
      await login.getByRole(role, { name, exact: true }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include(['iframe[title="Phone login"]', 'main']).analyze();
    assert.deepEqual(violations, []);
    await pressTabUntil(rep, 'username');
    await page.keyboard.type('priya');
    await pressTabUntil(rep, 'password');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await login.getByText(words.refused).waitFor();
    // The focus stays where the rep goes on.
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(world().password);
    await page.keyboard.press('Enter');
    await stateBecomes(page, 'READY');
  });

  it('takes a reload in the middle of the login as if nothing had been typed', async () => {
    const rep = await atLogin();
    await rep.login.locator('#username').fill('priya');
    await rep.login.locator('#password').fill(world().password);
    await rep.page.reload();
    await stateBecomes(rep.page, 'LOGIN_SHOWN', 25_000);
    await rep.login.locator('main[data-state=form]').waitFor();
    assert.equal(await rep.login.locator('#password').inputValue(), '');
    await rep.logIn();
    await stateBecomes(rep.page, 'READY');
  });

  it('keeps a login that is done when a reload comes before the dialer', async () => {
    const rep = await atLogin();
    const answered = rep.page.waitForEvent('response', isLogin);
    await rep.logIn();
    await answered;
    await rep.page.reload();
    await stateBecomes(rep.page, 'READY', 25_000);
  });

  it('is ready at once with a session that is still valid, in a reload and in another tab', async () => {
    const rep = await working();
    await rep.page.reload();
    await stateBecomes(rep.page, 'READY', 25_000);
    const other = await another(rep);
    await stateBecomes(other.page, 'READY', 25_000);
    for (const each of [rep, other]) assert.deepEqual(await loginEvents(each), ['CONNECTOR_READY']);
  });

  it('begins in every tab of the rep', async () => {
    const rep = await atLogin();
    const other = await another(rep);
    await stateBecomes(other.page, 'LOGIN_SHOWN', 25_000);
    await rep.logIn();
    await stateBecomes(rep.page, 'READY');
    await stateBecomes(other.page, 'READY', 15_000);
  });

  it('is nobody’s who shares the browser but not the name', async () => {
    const rep = await working();
    const sam = await open('sam', { context: rep.context });
    await stateBecomes(sam.page, 'LOGIN_SHOWN', 25_000);
  });

  it('refuses a configuration that names no user', async () => {
    const rep = await atLogin();
    await faultReload(rep.page, { missingKeys: ['userId'] });
    await stateBecomes(rep.page, 'LOGIN_ERROR', 25_000);
    assert.deepEqual(await rep.hears('ERROR'), { message: 'INVALID_PARAMS' });
  });

  it('says that the server is lost at init, and shows the login page when it is back', async () => {
    const rep = await atLogin();
    await rep.context.route('**/session', (route) => route.abort());
    await faultReload(rep.page, {});
    await stateBecomes(rep.page, 'LOGIN_ERROR', 25_000);
    await rep.page.locator('[data-notice="error"]').waitFor();
    await rep.context.unroute('**/session');
    await stateBecomes(rep.page, 'LOGIN_SHOWN', 15_000);
    // No document promises that Salesforce takes this (docs/assumptions.md), and the console says so.
    rep.expectProblem('LOGOUT_RESULT came while the host was LOGIN_ERROR');
    await rep.logIn();
    await stateBecomes(rep.page, 'READY');
  });

  it('comes with a reload after a time without any server', async () => {
    await stopService();
    const rep = await open('priya', { query: { patience: '1500' } });
    await stateBecomes(rep.page, 'CONNECTOR_UNREACHABLE');
    await startService();
    await rep.page.reload();
    await stateBecomes(rep.page, 'LOGIN_SHOWN', 25_000);
  });

  it('says that the server is lost at the login, and logs in when it is back', async () => {
    const rep = await atLogin();
    await rep.login.locator('main[data-state=form]').waitFor();
    await stopService();
    await rep.logIn();
    await rep.login.getByText(words.lost).waitFor();
    await startService();
    await rep.logIn();
    await stateBecomes(rep.page, 'READY', 15_000);
  });
}

/** Sends six wrong passwords at once from the login page, and gives the seconds for which the service takes no more. */
const guesses = (rep: RepConsole, url: string, body: string | null): Promise<number> =>
  frameOf(rep, '/login').evaluate(
    async ([place, sent]) => {
      const headers = { 'X-Ringdown': '1', 'Content-Type': 'application/json' };
      const once = (): Promise<Response> => fetch(place, { method: 'POST', headers, body: sent });
      const answers = await Promise.all(Array.from({ length: 6 }, once));
      const refused = answers.find(({ status }) => status === 429);
      return refused ? ((await refused.json()) as { retryAfterSeconds: number }).retryAfterSeconds : 0;
    },
    [url, body] as const
  );

function frameOf({ page }: RepConsole, end: string): Frame {
  const found = page.frames().find((frame) => new URL(frame.url()).pathname.endsWith(end));
  if (!found) throw new Error(`There is no frame of ${end}.`);
  return found;
}

/** Goes on from where the focus is, as somebody without a mouse does. */
async function pressTabUntil({ page, login }: RepConsole, id: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if ((await login.locator(`#${id}:focus`).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab comes to ${id}.`);
}
