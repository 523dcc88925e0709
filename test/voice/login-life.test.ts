import assert from 'node:assert/strict';
import { inVoiceWorld } from './in-voice-world';
import { type ConsoleOptions, type VoiceConsole } from './voice-console';
import { languages } from '../../web/login/words';
import { orgId } from './voice-world';

/** `npm test` tries it as browsers are today; the guide's steps are tried both ways there too. */
const ways = process.env.THOROUGH === '1' ? [true, false] : [true];

for (const partitioning of ways) {
  describe(`the life of a login, with storage partitioning ${partitioning ? 'on' : 'off'}`, function () {
    this.timeout(60_000);
    const { world, open: console } = inVoiceWorld(partitioning);

    it('shows the login page in the height that the org says, and nothing else', async () => {
      const host = await console();
      await host.setUp();
      assert.deepEqual(await host.event('SHOW_LOGIN'), { loginFrameHeight: 350 });
      assert.deepEqual(await host.heard(), [
        {
          type: 'LOG',
          payload: {
            eventType: 'SETUP_CONNECTOR',
            payload: { '/internalNameLabel': 'x', '/reqHvcc/reqLongDistPrefix': '+1', isACWAllowed: true },
            isError: false
          }
        },
        {
          type: 'TELEPHONY_EVENT_DISPATCHED',
          payload: { telephonyEventType: 'SHOW_LOGIN', telephonyEventPayload: { loginFrameHeight: 350 } }
        },
        { type: 'LOG', payload: { eventType: 'SHOW_LOGIN', payload: { loginFrameHeight: 350 }, isError: false } }
      ]);
      await host.login.locator('#username').waitFor();
      assert.deepEqual(host.said, []);
    });

    it('takes the rep from a wrong password to the dialer', async () => {
      const host = await console();
      await host.setUp();
      await host.signIn('ada', 'wrong');
      assert.deepEqual(await host.event('LOGIN_RESULT'), { success: false });
      await host.login.locator('#problem:not(:empty)').waitFor();
      await host.signIn();
      assert.deepEqual(await host.event('LOGIN_RESULT', 1), { success: true });
      const ready = (await host.message('CONNECTOR_READY')) as { agentConfig: unknown; capabilities: object };
      assert.deepEqual(ready.agentConfig, {
        PHONES: ['SOFT_PHONE', 'DESK_PHONE'],
        SELECTED_PHONE: { type: 'SOFT_PHONE' }
      });
      assert.equal(Object.keys(ready.capabilities).length, 26);
      assert.deepEqual(await host.events(), ['SHOW_LOGIN', 'LOGIN_RESULT', 'LOGIN_RESULT', 'CONNECTOR_READY']);
    });

    const signedIn = async (options: ConsoleOptions = {}): Promise<VoiceConsole> => {
      const host = await console(options);
      await host.setUp();
      await host.signIn();
      await host.message('CONNECTOR_READY');
      return host;
    };

    it('answers init with ready when the session is still valid, and shows no login', async () => {
      const first = await signedIn();
      const second = await console({ context: first.context });
      await second.setUp();
      await second.message('CONNECTOR_READY');
      assert.equal((await second.events())[0], 'CONNECTOR_READY');
      assert.equal((await second.events()).includes('SHOW_LOGIN'), false);
    });

    it('logs out on the server when the rep logs out in Omni-Channel, and in again without a new handshake', async () => {
      const host = await signedIn();
      await host.send({ type: 'LOGOUT' });
      const { success, loginFrameHeight } = (await host.event('LOGOUT_RESULT')) as Record<string, unknown>;
      assert.equal(success, true);
      // What the login page measured, not what the org said.
      assert.ok(typeof loginFrameHeight === 'number' && loginFrameHeight > 150 && loginFrameHeight < 350);
      assert.ok(world().asked.includes(`DELETE /orgs/${orgId}/session`));
      assert.deepEqual(await world().service().store.sessionsOfUser(orgId, 'ada'), []);
      await host.signIn();
      await host.message('CONNECTOR_READY', 1);
      assert.deepEqual(loginEvents(await host.events()), [
        'SHOW_LOGIN',
        'LOGIN_RESULT',
        'CONNECTOR_READY',
        'LOGOUT_RESULT',
        'LOGIN_RESULT',
        'CONNECTOR_READY'
      ]);
      assert.equal((await host.withPhone((phone) => phone.done.filter((each) => each === 'connect'))).length, 2);
    });

    it('publishes LOGOUT_RESULT once when the session times out, and says why on the login page', async () => {
      const host = await signedIn();
      await world()
        .service()
        .clock.pass(31 * 60_000);
      await host.event('LOGOUT_RESULT');
      await host.login.locator('main[data-state=form]').waitFor();
      assert.equal(await host.login.locator('#notice').textContent(), languages.en?.idle);
      await host.signIn();
      await host.message('CONNECTOR_READY', 1);
      assert.equal((await host.events()).filter((type) => type === 'LOGOUT_RESULT').length, 1);
    });

    it('ends when an administrator ends it, within a second', async () => {
      const host = await signedIn();
      const [session] = await world().service().store.sessionsOfUser(orgId, 'ada');
      const browser = world().service().browser();
      const began = performance.now();
      await browser.ask('DELETE', `/admin/orgs/${orgId}/sessions/${session!.handle}`, {
        headers: { authorization: 'Bearer admin-token' }
      });
      await host.event('LOGOUT_RESULT');
      assert.ok(performance.now() - began < 1_500, `${performance.now() - began} ms`);
      await host.login.locator('#notice:not(:empty)').waitFor();
      assert.equal(await host.login.locator('#notice').textContent(), languages.en?.revoked);
    });

    it('ends in every tab when it ends in one, and begins in every tab', async () => {
      const first = await console();
      const second = await console({ context: first.context });
      await first.setUp();
      await second.setUp();
      await first.signIn();
      await first.message('CONNECTOR_READY');
      await second.message('CONNECTOR_READY');
      await first.send({ type: 'LOGOUT' });
      await second.event('LOGOUT_RESULT');
    });

    it('waits with the end of the session for the end of the call and its wrap-up, where the policy says so', async () => {
      await world().restart({ absoluteHours: 1, duringCall: 'defer' });
      const host = await signedIn();
      const { callId } = await host.withPhone((phone) => phone.ring());
      await until(() => world().asked.includes(`POST /orgs/${orgId}/session/activity`));
      await world()
        .service()
        .clock.pass(65 * 60_000);
      await host.send({ type: 'ACCEPT_CALL', call: { callId, callType: 'Inbound' } });
      await host.event('CALL_CONNECTED');
      await host.send({ type: 'LOGOUT' });
      assert.deepEqual(await host.event('ERROR'), { message: 'CAN_NOT_LOG_OUT' });
      await host.connector().evaluate((id) => globalThis.phone.change(id, { state: 'wrap-up' }), callId);
      assert.equal((await host.events()).includes('LOGOUT_RESULT'), false);
      await host.connector().evaluate((id) => globalThis.phone.change(id, { state: 'ended' }), callId);
      await host.event('LOGOUT_RESULT');
    });

    it('ends in the middle of a call where the policy says cut, and closes the phone', async () => {
      await world().restart({ absoluteHours: 1, duringCall: 'cut' });
      const host = await signedIn();
      await host.withPhone((phone) => phone.ring());
      await world()
        .service()
        .clock.pass(61 * 60_000);
      await host.event('LOGOUT_RESULT');
      assert.equal(await host.withPhone((phone) => phone.done.at(-1)), 'disconnect');
    });

    for (const minutes of [-10, 10])
      it(`does not care that the computer's clock is ${minutes} minutes off`, async () => {
        const host = await signedIn({
          prepare: (context) =>
            context.addInitScript((off) => {
              const real = Date.now;
              Date.now = () => real() + off;
            }, minutes * 60_000)
        });
        await world()
          .service()
          .clock.pass(26 * 60_000);
        await host.send({
          type: 'AGENT_WORK_EVENT',
          agentWork: { workItemId: 'w', workId: 'v', workEvent: 'ACCEPTED' }
        });
        await until(() => world().asked.includes(`POST /orgs/${orgId}/session/activity`));
        await world()
          .service()
          .clock.pass(26 * 60_000);
        assert.equal((await host.events()).includes('LOGOUT_RESULT'), false);
        await world()
          .service()
          .clock.pass(31 * 60_000);
        await host.event('LOGOUT_RESULT');
      });

    it('keeps the rep at work while the server is lost, and takes up again where it was', async () => {
      const host = await signedIn();
      world().lose(true);
      await host.connector().waitForFunction(() => performance.now() > 0);
      await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Online', statusInfo: { statusId: '0N5000000000001' } });
      await host.event('SET_AGENT_STATUS_RESULT');
      world().asked.length = 0;
      world().lose(false);
      await until(() => world().asked.includes(`GET /orgs/${orgId}/session/events`));
      assert.deepEqual(loginEvents(await host.events()), ['SHOW_LOGIN', 'LOGIN_RESULT', 'CONNECTOR_READY']);
    });

    it('tells Salesforce when the server is lost at init, and goes on when it is back', async () => {
      const host = await console();
      world().lose(true);
      await host.setUp();
      assert.deepEqual(await host.event('ERROR'), { message: 'CAN_NOT_LOG_IN' });
      world().lose(false);
      await host.event('LOGOUT_RESULT');
      await host.signIn();
      await host.message('CONNECTOR_READY');
    });

    it('names the failure by a label where the contact center names the package', async () => {
      const host = await console();
      world().lose(true);
      await host.setUp({ '/ringdown/labelNamespace': 'ringdown' });
      assert.deepEqual(await host.event('ERROR'), {
        customError: { labelName: 'VoiceServerLost', namespace: 'ringdown', message: 'VoiceServerLost' }
      });
    });

    it('logs out at once when the server is lost, and lets nobody in before the server has heard it', async () => {
      const host = await signedIn();
      world().lose(true);
      await host.send({ type: 'LOGOUT' });
      assert.equal(((await host.event('LOGOUT_RESULT')) as { success: boolean }).success, true);
      assert.equal((await world().service().store.sessionsOfUser(orgId, 'ada')).length, 1);
      world().lose(false);
      await host.page.reload();
      await host.page.waitForSelector('body[data-connector=loaded]', { state: 'attached' });
      await host.setUp();
      await host.event('SHOW_LOGIN');
      assert.deepEqual(await world().service().store.sessionsOfUser(orgId, 'ada'), []);
    });

    it('refuses a session of another user', async () => {
      const first = await signedIn();
      const second = await console({ context: first.context });
      await second.setUp({ userId: '005000000000002AAA' });
      await second.event('SHOW_LOGIN');
    });

    for (const [what, changes] of Object.entries({
      'names no user': { userId: undefined },
      'is of another org': { organizationId: '00D000000000009AAA' }
    }))
      it(`refuses a configuration that ${what}`, async () => {
        const host = await console();
        await host.setUp(changes);
        assert.deepEqual(await host.event('ERROR'), { message: 'INVALID_PARAMS' });
      });

    it('puts no password, session or ticket into the log that the rep may download', async () => {
      const host = await signedIn();
      await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Online', statusInfo: { statusId: '0N5000000000001' } });
      await host.event('SET_AGENT_STATUS_RESULT');
      const download = host.page.waitForEvent('download');
      await host.send({ type: 'DOWNLOAD_VENDOR_LOGS' });
      const stream = await (await download).createReadStream();
      const log = (await stream.toArray()).map(String).join('');
      assert.ok(log.includes('CONNECTOR_READY'));
      const cookies = await host.context.cookies();
      const secrets = ['correct horse', ...cookies.map(({ value }) => value)].filter((secret) => secret.length > 5);
      assert.deepEqual(
        secrets.filter((secret) => log.includes(secret)),
        []
      );
    });
  });
}

const loginEvents = (events: readonly string[]): readonly string[] =>
  events.filter((type) => ['SHOW_LOGIN', 'LOGIN_RESULT', 'LOGOUT_RESULT', 'CONNECTOR_READY'].includes(type));

async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error('It did not come to that.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
