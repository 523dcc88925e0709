import assert from 'node:assert/strict';
import { reps } from '../../../local/console/server/demo-settings';
import { stateBecomes } from '../../console/omni';
import { type RepConsole } from '../rep-console';
import { loginEvents, sessionEnded, type InConsole } from './in-console';

const minutes = 60_000;

type PhoneAgents = {
  readonly agents: readonly { readonly agentId: string; readonly presence: { readonly kind: string } }[];
};

/** What a login outlives, and what keeps it alive. */
export function loginLasts(suite: InConsole): void {
  const { world, working, inCall, another, ring, policy, stopService, startService } = suite;

  const phoneSays = async (kind: string): Promise<void> => {
    for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const { agents } = (await world().phone('GET', '')) as PhoneAgents;
      const found = agents.find(({ agentId }) => agentId === 'priya')?.presence.kind;
      if (found === kind) return;
      if (Date.now() > end) throw new Error(`The phone says ${found}.`);
    }
  };
  const chooses = (rep: RepConsole, label: string): Promise<unknown> =>
    rep.page.getByLabel('Status', { exact: true }).selectOption({ label });
  const renewed = (rep: RepConsole): Promise<unknown> =>
    rep.page.waitForResponse((response) => response.url().endsWith('/session/activity') && response.ok());
  /** The rep says in a component that they stay, and the service hears of it. */
  const stays = async (rep: RepConsole): Promise<void> => {
    const heard = renewed(rep);
    await rep.send({ type: 'MESSAGE', message: { type: 'sign-in', body: {} } });
    await heard;
  };

  it('is online and offline at the phone system as the rep says', async () => {
    const rep = await working();
    await phoneSays('available');
    await chooses(rep, 'Offline');
    await phoneSays('offline');
    await chooses(rep, 'On Break');
    await phoneSays('break');
    await stateBecomes(rep.page, 'READY');
  });

  it('outlives a reload of Salesforce in a call, which comes back from the phone system', async () => {
    const rep = await inCall();
    await rep.page.reload();
    await stateBecomes(rep.page, 'READY', 25_000);
    await rep.card('connected').waitFor();
    assert.equal((await rep.hears('CALL_CONNECTED')).isReplayedCall, true);
    await rep.press('End Call');
    await rep.press('Close');
  });

  it('is renewed by work, and ends when there is none', async () => {
    const rep = await working();
    world().pass(26 * minutes);
    const heard = renewed(rep);
    await ring(rep);
    await heard;
    await rep.press('Accept');
    await rep.card('connected').waitFor();
    await rep.press('End Call');
    await rep.press('Close');
    world().pass(26 * minutes);
    await stays(rep);
    assert.deepEqual(await loginEvents(rep), ['SHOW_LOGIN', 'LOGIN_RESULT', 'CONNECTOR_READY']);
    world().pass(31 * minutes);
    await sessionEnded(rep);
  });

  for (const off of [-10, 10])
    it(`does not care that the computer’s clock is ${off} minutes off`, async () => {
      const rep = await working({
        prepare: (context) =>
          context.addInitScript((by) => {
            const real = Date.now;
            Date.now = () => real() + by;
          }, off * minutes)
      });
      world().pass(26 * minutes);
      await stays(rep);
      assert.equal((await loginEvents(rep)).includes('LOGOUT_RESULT'), false);
      world().pass(31 * minutes);
      await sessionEnded(rep);
    });

  it('keeps the rep at work while the server is lost, and takes up again where it was', async () => {
    const rep = await working();
    await stopService();
    await chooses(rep, 'On Break');
    await phoneSays('break');
    await stateBecomes(rep.page, 'READY');
    const back = rep.page.waitForResponse((response) => response.url().endsWith('/session/events') && response.ok());
    await startService();
    await back;
    assert.deepEqual(await loginEvents(rep), ['SHOW_LOGIN', 'LOGIN_RESULT', 'CONNECTOR_READY']);
    await world().admin('DELETE', `users/${encodeURIComponent(reps.priya.userName)}/sessions`);
    await sessionEnded(rep);
  });

  it('goes on when the service is killed and started again, in a call and without one', async () => {
    const rep = await inCall();
    await policy({});
    await rep.press('Hold');
    await rep.hears('HOLD_TOGGLE');
    await rep.press('End Call');
    await rep.press('Close');
    await ring(rep, '+442079460101');
    await rep.press('Decline');
    await stateBecomes(rep.page, 'READY');
    await world().admin('DELETE', `users/${encodeURIComponent(reps.priya.userName)}/sessions`);
    await sessionEnded(rep);
  });

  it('is one login in two tabs, of which one may be closed', async () => {
    const rep = await working();
    const other = await another(rep);
    await stateBecomes(other.page, 'READY', 25_000);
    await other.done();
    await stays(rep);
    await stateBecomes(rep.page, 'READY');
    assert.equal(await suite.sessionsOf('priya'), 1);
    await stateBecomes((await another(rep)).page, 'READY', 25_000);
  });
}
