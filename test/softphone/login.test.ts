import assert from 'node:assert/strict';
import { orgId, voiceName } from '../voice/voice-world';
import { softphoneGround } from './softphone-tests';

describe('the login in the softphone', function () {
  this.timeout(60_000);
  const { shown, signedIn, world } = softphoneGround();
  const minutes = (count: number): number => count * 60_000;

  it('is behind a link where the rep wants no automatic login', async () => {
    const tab = await shown({ query: { auto: 'no' } });
    await tab.softphone.getByText('You are not logged in to the phone.').waitFor();
    assert.equal(await tab.softphone.locator('iframe').count(), 0);
    await tab.softphone.getByRole('button', { name: 'Log in to the phone' }).click();
    await tab.signIn();
    await tab.softphone.locator('#presence').waitFor();
    await tab.softphone.getByRole('button', { name: 'Log out' }).click();
    await tab.softphone.getByRole('button', { name: 'Log in to the phone' }).waitFor();
  });

  it('outlives a reload, and nobody is put into a break by it', async () => {
    const tab = await signedIn();
    await tab.page.reload();
    await tab.softphone.locator('#presence').waitFor();
    assert.deepEqual(await tab.withPhone((phone) => phone.done), ['connect']);
  });

  it('opens when a component asks for it, and the panel with it', async () => {
    const tab = await shown({ query: { auto: 'no' } });
    await tab.called('subscribe');
    await tab.softphone.getByRole('button', { name: 'Log in to the phone' }).waitFor();
    await tab.withHost((host) => host.say({ type: 'sign-in', body: {} }));
    await tab.softphone.locator('iframe.login').waitFor();
    assert.deepEqual(await tab.called('setSoftphonePanelVisibility'), { visible: true });
  });

  it('is announced to end, can be kept, and says why when it has ended', async () => {
    await world().restart({ idleMinutes: 10, warnMinutes: 5 });
    const tab = await signedIn();
    await world().service().clock.pass(minutes(6));
    await tab.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await tab.frame().evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await tab.softphone.getByRole('button', { name: 'Stay logged in' }).click();
    await tab.softphone.getByRole('button', { name: 'Stay logged in' }).waitFor({ state: 'detached' });
    await world().service().clock.pass(minutes(11));
    await tab.frame().evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await tab.softphone.frameLocator('iframe.login').locator('#notice:not(:empty)').waitFor();
    const { session } = await tab.message('session');
    assert.equal((session as unknown as { state: string }).state, 'signed-out');
  });

  it('is done with one click in the window of an identity provider, which hands its code to the login page in the softphone', async () => {
    const methods = [{ kind: 'oidc', label: 'Salesforce', startUrl: `/orgs/${orgId}/oidc/start?attempt=x` }];
    const tab = await shown({
      prepare: (context) =>
        context.addInitScript((offered) => {
          const real = window.fetch;
          window.fetch = async (...given) => {
            const answer = await real(...given);
            if (!String(given[0]).endsWith('/attempts')) return answer;
            const attempt = (await answer.json()) as object;
            Object.assign(window, { attempt });
            return Response.json({ ...attempt, methods: offered }, { status: 201 });
          };
        }, methods)
    });
    const button = tab.softphone.frameLocator('iframe.login').getByText('Sign in with Salesforce');
    await button.waitFor();
    const attempt = await tab.frame().evaluate(() => (window as unknown as { attempt: object }).attempt);
    const { attemptId, secret } = attempt as Record<string, string>;
    const body = { attemptId, secret, username: 'ada', password: 'correct horse' };
    const headers = { origin: `https://${voiceName}` };
    const answer = await world().service().browser().ask('POST', `/orgs/${orgId}/login`, { body, headers });
    world().endSignInWithCode(answer.body.code);
    await button.click();
    await tab.softphone.locator('#presence').waitFor();
    assert.equal(tab.context.pages().length, 1, 'the window is closed');
  });

  it('goes on while the service is lost, and comes back when it is there again', async () => {
    const tab = await signedIn();
    world().lose(true);
    await tab.frame().evaluate(() => window.dispatchEvent(new Event('online')));
    await tab.softphone.getByText('The phone service does not answer.', { exact: false }).waitFor();
    await tab.withPhone((phone) => void phone.ring());
    await tab.softphone.getByRole('button', { name: 'Accept' }).click();
    await tab.softphone.getByText('in a call', { exact: true }).waitFor();
    world().lose(false);
    await tab.softphone
      .getByText('The phone service does not answer.', { exact: false })
      .waitFor({ state: 'detached' });
    await tab.softphone.getByText('in a call', { exact: true }).waitFor();
  });
});
