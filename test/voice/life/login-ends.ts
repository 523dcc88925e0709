import assert from 'node:assert/strict';
import { reps } from '../../../local/console/server/demo-settings';
import { languages } from '../../../web/login/words';
import { stateBecomes } from '../../console/omni';
import { endedSoonAfter, loginEvents, sessionEnded, type InConsole } from './in-console';

const words = languages.en!;
const minutes = 60_000;
const hours = 60 * minutes;

/** Every way in which a login ends, and what it waits for. */
export function loginEnds(suite: InConsole): void {
  const { world, working, inCall, another, policy, sessionsOf, stopService, startService } = suite;
  const revoke = (): Promise<unknown> =>
    world().admin('DELETE', `users/${encodeURIComponent(reps.priya.userName)}/sessions`);

  it('ends on the server when the rep logs out, so that a reload shows the login page', async () => {
    const rep = await working();
    assert.equal(await sessionsOf('priya'), 1);
    await rep.press('Log Out');
    await stateBecomes(rep.page, 'LOGIN_SHOWN');
    assert.equal((await rep.hears('LOGOUT_RESULT')).success, true);
    assert.equal(await rep.page.locator('[data-notice]').count(), 0, 'the rep knows why');
    assert.equal(await sessionsOf('priya'), 0);
    await rep.page.reload();
    await stateBecomes(rep.page, 'LOGIN_SHOWN', 25_000);
  });

  it('begins again after a logout without a new handshake', async () => {
    const rep = await working();
    await rep.press('Log Out');
    await stateBecomes(rep.page, 'LOGIN_SHOWN');
    await rep.logIn();
    await stateBecomes(rep.page, 'READY');
    const began = ['SHOW_LOGIN', 'LOGIN_RESULT', 'CONNECTOR_READY'];
    assert.deepEqual(await loginEvents(rep), [...began, 'LOGOUT_RESULT', 'LOGIN_RESULT', 'CONNECTOR_READY']);
  });

  it('ends in the other tab when the rep logs out in one', async () => {
    const rep = await working();
    const other = await another(rep);
    await stateBecomes(other.page, 'READY', 25_000);
    await rep.press('Log Out');
    await stateBecomes(rep.page, 'LOGIN_SHOWN');
    await sessionEnded(other);
    assert.equal(await sessionsOf('priya'), 0);
  });

  it('refuses a logout during a call where the policy defers, and says so', async () => {
    const rep = await inCall();
    await rep.press('Log Out');
    await rep.page.locator('[data-notice="error"]').waitFor();
    await stateBecomes(rep.page, 'READY');
    await rep.card('connected').waitFor();
    assert.equal(await sessionsOf('priya'), 1);
    await rep.press('End Call');
    await rep.press('Close');
    await rep.card('wrap-up').waitFor({ state: 'detached' });
    await rep.press('Log Out');
    await stateBecomes(rep.page, 'LOGIN_SHOWN');
  });

  it('logs out during a call where the policy cuts', async () => {
    await policy({ duringCall: 'cut' });
    const rep = await inCall();
    await rep.press('Log Out');
    await stateBecomes(rep.page, 'LOGIN_SHOWN');
    assert.equal(await rep.card('connected').count(), 0);
    assert.equal(await sessionsOf('priya'), 0);
  });

  it('logs out at once when the server is lost, and lets nobody in before the server has heard it', async () => {
    const rep = await working();
    await stopService();
    await rep.press('Log Out');
    await stateBecomes(rep.page, 'LOGIN_SHOWN', 15_000);
    await startService();
    await rep.page.reload();
    await stateBecomes(rep.page, 'LOGIN_SHOWN', 25_000);
    assert.equal(await sessionsOf('priya'), 0);
    await rep.logIn();
    await stateBecomes(rep.page, 'READY', 15_000);
  });

  it('ends when it is not used, and the login page says why', async () => {
    const rep = await working();
    world().pass(31 * minutes);
    await sessionEnded(rep);
    await rep.login.getByText(words.idle).waitFor();
    await rep.logIn();
    await stateBecomes(rep.page, 'READY');
  });

  it('ends at its absolute end, however much it is used', async () => {
    await policy({ absoluteHours: 1, idleMinutes: 120 });
    const rep = await working();
    world().pass(61 * minutes);
    await sessionEnded(rep);
    await rep.login.getByText(words.expired).waitFor();
  });

  it('waits for the end of the call and the work after it where the policy says so', async () => {
    await policy({ duringCall: 'defer', absoluteHours: 1, idleMinutes: 120 });
    const rep = await inCall();
    world().pass(70 * minutes);
    await rep.press('Hold');
    await rep.hears('HOLD_TOGGLE');
    await rep.press('Resume');
    await rep.press('End Call');
    await rep.card('wrap-up').waitFor();
    await stateBecomes(rep.page, 'READY');
    await rep.press('Close');
    await sessionEnded(rep);
  });

  it('ends in the middle of a call where the policy says so', async () => {
    await policy({ duringCall: 'cut' });
    const rep = await inCall();
    world().pass(10.5 * hours);
    await sessionEnded(rep);
    assert.equal(await rep.card('connected').count(), 0);
  });

  it('ends at once when an administrator ends it, and the login page says so', async () => {
    const rep = await working();
    const began = Date.now();
    await revoke();
    await sessionEnded(rep);
    await endedSoonAfter(rep, began);
    await rep.login.getByText(words.revoked).waitFor();
  });

  it('ends when the phone system signs the rep out', async () => {
    const rep = await working();
    await world().phone('POST', '/agents/priya/sign-out', {});
    await sessionEnded(rep);
  });
}
