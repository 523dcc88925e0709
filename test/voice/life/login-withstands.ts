import assert from 'node:assert/strict';
import { type Frame, type Page, type Response } from 'playwright-core';
import { names } from '../../../local/console/server/names';
import { faultReload, stateBecomes } from '../../console/omni';
import { type InConsole } from './in-console';

/** What others may try. */
export function loginWithstands({ world, atLogin, working, sessionsOf }: InConsole): void {
  it('takes a login from no frame beside it that says there was one', async () => {
    const rep = await atLogin();
    const stranger = await rep.page.evaluateHandle((source) => {
      const frame = document.createElement('iframe');
      frame.src = source;
      document.body.append(frame);
      return new Promise<HTMLIFrameElement>((resolve) => (frame.onload = () => resolve(frame)));
    }, `https://${names.stranger}/nothing`);
    const inside = await stranger.asElement().contentFrame();
    await inside!.evaluate((channel) => {
      for (const data of [
        { type: 'LOGIN_RESULT', success: true },
        { type: 'session-changed', code: 'x' }
      ]) {
        for (let place = 0; place < window.parent.length; place += 1) window.parent[place]!.postMessage(data, '*');
        new BroadcastChannel(channel).postMessage(data);
      }
    }, `ringdown-login-${world().orgId}`);
    // Whatever was said before this is dealt with when this is.
    await rep.logIn('wrong');
    assert.deepEqual(await rep.hears('LOGIN_RESULT'), { success: false });
    assert.equal((await rep.heard()).filter(({ name }) => name === 'LOGIN_RESULT').length, 1);
  });

  it('opens one session for a code, and none when it comes again or without the secret of its attempt', async () => {
    const rep = await atLogin();
    const answered = rep.page.waitForEvent('response', isLogin);
    await rep.logIn();
    const response = await answered;
    const { attemptId, secret } = response.request().postDataJSON() as Record<string, string>;
    const { code } = (await response.json()) as { readonly code: string };
    await stateBecomes(rep.page, 'READY');
    const redeem = (change: object): Promise<number> =>
      connectorOf(rep.page).evaluate(
        async ([org, body]) => {
          const headers = { 'X-Ringdown': '1', 'Content-Type': 'application/json' };
          const sent = { method: 'POST', headers, credentials: 'omit', body: JSON.stringify(body) } as const;
          return (await fetch(`/orgs/${org}/redeem`, sent)).status;
        },
        [world().orgId, { attemptId, secret, code, want: 'bearer', ...change }] as const
      );
    assert.ok((await redeem({ secret: 'of another attempt' })) >= 400);
    const before = await sessionsOf('priya');
    assert.deepEqual([await redeem({}), (await redeem({})) >= 400], [200, true]);
    assert.equal((await sessionsOf('priya')) - before <= 1, true);
  });

  it('is framed by Salesforce alone, as every page of it says', async () => {
    const pages: Response[] = [];
    const rep = await atLogin({
      prepare: async (context) =>
        void context.on('response', (response) => {
          if (/\/orgs\/\w+\/(login|connector)$/.test(new URL(response.url()).pathname)) pages.push(response);
        })
    });
    await rep.login.locator('#username').waitFor();
    assert.equal(pages.filter((page) => page.request().method() === 'GET').length, 2);
    for (const page of pages) {
      const headers = page.headers();
      const policy = headers['content-security-policy'] ?? '';
      assert.match(policy, new RegExp(`frame-ancestors ('self' )?https://${names.console}(;|$)`));
      for (const part of [
        /default-src 'none'|default-src 'self'/,
        /base-uri 'none'/,
        /object-src 'none'|default-src 'none'/
      ])
        assert.match(policy, part);
      assert.equal(headers['x-frame-options'], undefined, 'which cannot name several hosts');
      assert.equal(headers['x-content-type-options'], 'nosniff');
    }
  });

  it('puts no password, session or code into the log that the rep may download', async () => {
    const codes: string[] = [];
    const rep = await working({
      prepare: async (context) =>
        void context.on('response', (response) => {
          if (!isLogin(response)) return;
          const { secret } = response.request().postDataJSON() as { readonly secret: string };
          codes.push(secret);
        })
    });
    const download = rep.page.waitForEvent('download');
    await rep.send({ type: 'DOWNLOAD_VENDOR_LOGS' });
    const log = (await (await (await download).createReadStream()).toArray()).map(String).join('');
    assert.ok(log.includes('CONNECTOR_READY'));
    const cookies = (await rep.context.cookies()).filter(({ httpOnly }) => httpOnly).map(({ value }) => value);
    assert.ok(cookies.length > 0 && codes.length > 0);
    const secrets = [world().password, ...cookies, ...codes];
    assert.deepEqual(
      secrets.filter((secret) => log.includes(secret)),
      []
    );
  });

  it('is loaded anew as often as Salesforce likes, with every fault of a host', async () => {
    const rep = await working();
    for (const faults of [{ siblingFirst: true }, { nullFirst: true }, { twice: true }, { delay: 300 }]) {
      await faultReload(rep.page, faults);
      await stateBecomes(rep.page, 'READY', 25_000);
    }
  });
}

const isLogin = (response: Response): boolean =>
  response.request().method() === 'POST' && response.url().endsWith('/login');

function connectorOf(page: Page): Frame {
  const found = page.frames().find((frame) => new URL(frame.url()).pathname.endsWith('/connector'));
  if (!found) throw new Error('There is no connector.');
  return found;
}
