import assert from 'node:assert/strict';
import { type Browser } from 'playwright-core';
import { type WindowOmni } from '../../local/console/page/host/window-omni';
import { faultReload, stateBecomes } from '../console/omni';
import { openRep, type RepConsole } from './rep-console';
import { guideSteps } from './guide-steps';
import { twoReps } from './two-reps';
import { openWholeWorld, type WholeWorld } from './whole-world';

const minutes = 60_000;
const hours = 60 * minutes;

/** Divided storage and the shorter part by `npm test`; everything by `npm run test:thorough`. */
const isThorough = process.env.THOROUGH === '1';

describe('Ringdown as a whole, in the console', function () {
  this.timeout(90_000);
  let world: WholeWorld;
  let browser: Browser;
  let priya: RepConsole | undefined;
  before(async function () {
    // The package is deployed into the local org when it is new, and its components are compiled.
    this.timeout(300_000);
    world = await openWholeWorld();
    browser = await world.browser();
  });
  after(() => world?.close());

  const working = async (): Promise<RepConsole> => {
    priya = await openRep(world, browser, 'priya');
    await priya.work();
    return priya;
  };
  const calls = async (rep: RepConsole, from = '+14155550123', agent = 'priya'): Promise<void> => {
    await world.phone('POST', '/interactions', { channel: 'phone', from, to: '+442079460000', agent });
    await rep.card('ringing').waitFor();
  };
  const inCall = async (): Promise<RepConsole> => {
    const rep = await working();
    const known = rep.page.waitForResponse(
      (response) =>
        response.url().endsWith('/session/activity') &&
        (response.request().postDataJSON() as { inCall?: boolean }).inCall === true
    );
    await calls(rep);
    await rep.press('Accept');
    await rep.card('connected').waitFor();
    await known;
    return rep;
  };
  const sessionEnded = async (rep: RepConsole): Promise<void> => {
    await stateBecomes(rep.page, 'LOGIN_SHOWN', 15_000);
    await rep.page.locator('[data-notice="session-ended"]').waitFor();
    assert.equal((await rep.heard()).filter(({ name }) => name === 'LOGOUT_RESULT').length, 1);
  };

  describe('the six steps of the guide', () => guideSteps(() => world, isThorough ? [true, false] : [true]));

  describe('two reps', () => twoReps(() => world));

  describe('the handshake in the console', () => {
    it('takes the handshake from Salesforce, whoever speaks first', async () => {
      const rep = await openRep(world, browser, 'priya');
      await stateBecomes(rep.page, 'LOGIN_SHOWN');
      for (const faults of [{ siblingFirst: true }, { nullFirst: true, twice: true }]) {
        await faultReload(rep.page, faults);
        await stateBecomes(rep.page, 'LOGIN_SHOWN', 25_000);
      }
      await rep.done();
      await rep.context.close();
    });

    it('takes nothing that is said past the port, and no claim of another frame', async () => {
      const rep = await openRep(world, browser, 'priya');
      await stateBecomes(rep.page, 'LOGIN_SHOWN');
      await rep.page.evaluate((channel) => {
        const { __omni: omni } = globalThis as unknown as { __omni: WindowOmni };
        for (const data of [null, { type: 'session-changed' }, { type: 'LOGIN_RESULT', success: true }])
          omni.faults.postToWindow(data);
        // The same name in another origin is another channel.
        new BroadcastChannel(channel).postMessage({ type: 'session-changed' });
      }, `ringdown-login-${world.orgId}`);
      // Whatever was said before this is dealt with when this is.
      await rep.logIn('wrong');
      assert.deepEqual(await rep.hears('LOGIN_RESULT'), { success: false });
      assert.equal((await rep.heard()).filter(({ name }) => name === 'LOGIN_RESULT').length, 1);
      await rep.done();
      await rep.context.close();
    });

    it('is nobody’s phone in a page of a stranger', async () => {
      const context = await browser.newContext({ ignoreHTTPSErrors: true });
      const page = await context.newPage();
      const refused = page.waitForEvent('console', {
        predicate: (message) => message.text().includes('frame-ancestors')
      });
      await page.goto(`https://evil.test/lightning?patience=500`);
      await refused;
      await stateBecomes(page, 'CONNECTOR_UNREACHABLE');
      await context.close();
    });
  });

  if (isThorough)
    describe('the session of a rep', () => {
      afterEach(async () => {
        const rep = priya;
        priya = undefined;
        await rep?.done();
        await world.hangUp();
        await rep?.context.close();
        await world.admin('DELETE', `users/${encodeURIComponent('priya@acme.test')}/sessions`);
      });
      it('outlives a reload of Salesforce: no login is shown', async () => {
        const rep = await working();
        await rep.page.reload();
        await stateBecomes(rep.page, 'READY');
        assert.deepEqual(
          (await rep.heard()).map(({ name }) => name).filter((name) => /LOGIN/.test(name)),
          []
        );
      });

      it('comes back with the call after a reload, from the phone system', async () => {
        const rep = await inCall();
        await rep.page.reload();
        await stateBecomes(rep.page, 'READY');
        await rep.card('connected').waitFor();
        assert.equal((await rep.hears('CALL_CONNECTED')).isReplayedCall, true);
        await rep.press('End Call');
        await rep.press('Close');
      });

      it('ends in the other tab when the rep logs out in one, on the server too', async () => {
        const rep = await working();
        const other = await rep.again();
        await stateBecomes(other.page, 'READY');
        await rep.press('Log Out');
        await stateBecomes(rep.page, 'LOGIN_SHOWN');
        await sessionEnded(other);
        const { sessions } = (await world.admin('GET', 'sessions')) as { sessions: readonly { userName: string }[] };
        assert.equal(
          sessions.some(({ userName }) => userName === 'priya@acme.test'),
          false
        );
        await other.done();
      });

      it('ends when an administrator ends it', async () => {
        const rep = await working();
        await world.admin('DELETE', `users/${encodeURIComponent('priya@acme.test')}/sessions`);
        await sessionEnded(rep);
      });

      it('ends when the phone system signs the rep out', async () => {
        const rep = await working();
        await world.phone('POST', '/agents/priya/sign-out', {});
        await sessionEnded(rep);
      });

      it('ends when it is not used, and the login page says why', async () => {
        const rep = await working();
        world.pass(31 * minutes);
        await sessionEnded(rep);
        await rep.login.locator('.notice:not(:empty)').waitFor();
        await rep.logIn();
        await stateBecomes(rep.page, 'READY');
      });

      it('waits for the end of the call and the work after it where the policy says so', async () => {
        await world.restart({ policy: { duringCall: 'defer', absoluteHours: 1, idleMinutes: 120 } });
        const rep = await inCall();
        world.pass(70 * minutes);
        await rep.press('Hold');
        await rep.hears('HOLD_TOGGLE');
        await rep.press('Resume');
        await rep.press('End Call');
        await rep.card('wrap-up').waitFor();
        await stateBecomes(rep.page, 'READY');
        await rep.press('Close');
        await sessionEnded(rep);
      });

      it('goes on when the service is killed and started again, in a call and without one', async () => {
        const rep = await inCall();
        await world.restart({ policy: {} });
        await rep.press('Hold');
        await rep.hears('HOLD_TOGGLE');
        await rep.press('End Call');
        await rep.press('Close');
        await calls(rep, '+442079460101');
        await rep.press('Decline');
        await stateBecomes(rep.page, 'READY');
        await world.admin('DELETE', `users/${encodeURIComponent('priya@acme.test')}/sessions`);
        await sessionEnded(rep);
      });

      it('ends in the middle of a call where the policy says so', async () => {
        await world.restart({ policy: { duringCall: 'cut' } });
        const rep = await inCall();
        world.pass(10.5 * hours);
        await sessionEnded(rep);
        assert.equal(await rep.card('connected').count(), 0);
        await world.restart({ policy: {} });
      });
    });
});
