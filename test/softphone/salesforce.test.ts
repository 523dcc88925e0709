import assert from 'node:assert/strict';
import { type SoftphoneConsole } from './softphone-console';
import { softphoneGround } from './softphone-tests';

describe('the softphone and Salesforce', function () {
  this.timeout(60_000);
  const { shown, signedIn } = softphoneGround();
  const dialled = (tab: SoftphoneConsole): Promise<readonly string[]> =>
    tab.withPhone((phone) => phone.done.filter((each) => each.startsWith('dial')));
  const click = (tab: SoftphoneConsole, number: string): Promise<void> =>
    tab.withHost(
      (host, given: string) =>
        host.click({ number: given, recordId: '003000000000001AAA', recordName: 'Carol', objectType: 'Contact' }),
      number
    );

  it('says that it is ready, and what it is doing on its button, and opens its panel when it rings', async () => {
    const tab = await shown();
    await tab.called('notifyInitializationComplete');
    await tab.signIn();
    await tab.softphone.locator('#presence').waitFor();
    const labels = (): Promise<readonly unknown[]> =>
      tab.withHost((host) =>
        host.calls.filter(({ name }) => name === 'setSoftphoneItemLabel').map(({ given }) => given.label)
      );
    await tab.withHost((host) => void host.calls.splice(0));
    await tab.withPhone((phone) => void phone.ring());
    assert.deepEqual(await tab.called('setSoftphonePanelVisibility'), { visible: true });
    assert.deepEqual(await tab.called('setSoftphoneItemIcon'), { key: 'incoming_call' });
    await tab.softphone.getByRole('button', { name: 'Accept' }).click();
    await tab.softphone.getByRole('button', { name: 'Hang up' }).click();
    await tab.softphone.getByRole('button', { name: 'Finish wrap-up' }).click();
    await tab.called('setSoftphoneItemLabel', 4);
    assert.deepEqual(await labels(), ['Phone: ringing', 'Phone: in a call', 'Phone: wrap-up', 'Phone']);
  });

  it('dials a clicked number when a component allows it, and tells the phone of which record', async () => {
    const tab = await signedIn();
    await tab.withHost((host) => void (host.guard = 'allows'));
    await click(tab, '020 7946 0111');
    await tab.softphone.getByText('calling', { exact: true }).waitFor();
    assert.deepEqual(await dialled(tab), ['dial +442079460111']);
    const { request } = await tab.message('dial-request');
    const { requestId: _, ...rest } = request as unknown as Record<string, string>;
    assert.deepEqual(rest, { number: '020 7946 0111', recordId: '003000000000001AAA', objectName: 'Contact' });
  });

  it('dials after two seconds where no component listens at all', async () => {
    const tab = await signedIn();
    await click(tab, '020 7946 0111');
    await tab.softphone.getByText('calling', { exact: true }).waitFor();
    assert.deepEqual(await dialled(tab), ['dial +442079460111']);
  });

  it('leaves it to the rep where components are there and none of them answers', async () => {
    const tab = await signedIn();
    await tab.withHost((host) => host.say({ type: 'hello', body: {} }));
    await click(tab, '020 7946 0111');
    await tab.softphone.getByText('Nobody could check whether 020 7946 0111 may be called.').waitFor();
    assert.deepEqual(await dialled(tab), []);
    await tab.softphone.getByRole('button', { name: 'Call anyway' }).click();
    await tab.softphone.getByText('calling', { exact: true }).waitFor();
    assert.deepEqual(await dialled(tab), ['dial +442079460111']);
  });

  it('says why it does not dial a clicked number, and opens its panel for it', async () => {
    const tab = await shown();
    await tab.called('onClickToDial');
    await click(tab, '020 7946 0111');
    await tab.softphone.getByText('Log in to the phone before you call.').waitFor();
    await tab.signIn();
    await tab.softphone.locator('#presence').waitFor();
    await click(tab, 'extension 5');
    await tab.softphone.getByText('extension 5 is no phone number.').waitFor();
    await tab.withHost((host) => void (host.guard = 'refuses'));
    await click(tab, '020 7946 0111');
    await tab.softphone.getByText('020 7946 0111 may not be called.').waitFor();
    await tab.withPhone((phone) => void phone.ring());
    await click(tab, '020 7946 0111');
    await tab.softphone.getByText('You are in a call.', { exact: false }).waitFor();
    await tab.withPhone((phone) => phone.emit({ type: 'connection', connection: 'reconnecting' }));
    assert.deepEqual(await dialled(tab), []);
    assert.deepEqual(await tab.called('setSoftphonePanelVisibility', 4), { visible: true });
  });

  it('judges a number that a component wants dialled as one that was clicked', async () => {
    const tab = await signedIn();
    const ask = (): Promise<void> =>
      tab.withHost((host) =>
        host.say({ type: 'dial', body: { number: '020 7946 0111', recordId: '003000000000001AAA' } })
      );
    await tab.withHost((host) => void (host.guard = 'refuses'));
    await ask();
    await tab.softphone.getByText('020 7946 0111 may not be called.').waitFor();
    assert.deepEqual(await dialled(tab), []);
    await tab.withHost((host) => void (host.guard = 'allows'));
    await ask();
    await tab.softphone.getByText('calling', { exact: true }).waitFor();
    await ask();
    await tab.softphone.getByText('You are in a call.', { exact: false }).waitFor();
    assert.deepEqual(await dialled(tab), ['dial +442079460111']);
  });

  it('speaks to components on the channel of the package’s namespace, and does what they ask', async () => {
    const tab = await signedIn({ query: { namespace: 'pkg' } });
    assert.deepEqual(await tab.called('runApex'), {
      apexClass: 'pkg.PhoneUser',
      methodName: 'current',
      methodParams: ''
    });
    const channels = await tab.withHost((host) => [...new Set(host.said.map(({ channelName }) => channelName))]);
    assert.deepEqual(channels, ['pkg__RingdownPhone__c']);
    await tab.withPhone((phone) => void phone.ring());
    const { interaction } = await tab.message('interaction');
    assert.equal((interaction as unknown as { state: string }).state, 'ringing');
    await tab.withHost((host) => {
      host.say({ type: 'set-presence', body: { status: 'Available' } });
      host.say({
        type: 'screen-pop',
        body: { interactionKey: 'i-1', target: { kind: 'record', recordId: '003000000000001AAA' } }
      });
    });
    assert.deepEqual(await tab.called('screenPop'), { type: 'sobject', params: { recordId: '003000000000001AAA' } });
    await tab.softphone.locator('.presence.available').waitFor();
    await tab.withPhone((phone) => phone.emit({ type: 'message', text: 'Please help', attributes: {} }));
    const { notice } = await tab.message('notice');
    assert.equal((notice as unknown as { text: string }).text, 'Please help');
  });

  it('says to a user in no call center that they are in none, here and to components, and tries again', async () => {
    const tab = await shown({ query: { fail: 'getCallCenterSettings' } });
    await tab.softphone.getByText('You are in no call center.', { exact: false }).waitFor();
    assert.deepEqual(await tab.message('failure'), { failure: { kind: 'not-in-call-center' } });
    await tab.withHost((host) => void (host.answers.getCallCenterSettings = { '/reqGeneralInfo/reqUseApi': 'true' }));
    await tab.softphone.getByRole('button', { name: 'Try again' }).click();
    await tab.softphone.locator('iframe.login').waitFor();
  });

  it('says that Salesforce does not know the rep, or sends no library', async () => {
    const unknown = await shown({ query: { fail: 'runApex' } });
    await unknown.softphone.getByText('Salesforce did not say who you are.', { exact: false }).waitFor();
    await unknown.called('notifyInitializationComplete');
    const context = await unknown.context.browser()!.newContext({ ignoreHTTPSErrors: true, locale: 'en-US' });
    await context.route('**/opencti_min.js', (route) => route.fulfill({ status: 404 }));
    const bare = await shown({ context });
    await bare.softphone.getByText('could not be loaded', { exact: false }).waitFor();
    await context.close();
  });

  it('does not take a Salesforce that says nothing for one that refuses', async () => {
    const tab = await shown({ query: { silent: 'getCallCenterSettings' } });
    await tab.softphone.getByText('could not be loaded', { exact: false }).waitFor({ timeout: 15_000 });
    assert.equal(await tab.withHost((host) => host.said.length), 0);
  });

  it('believes no session of another user of the org', async () => {
    const first = await signedIn();
    const second = await shown({ context: first.context, query: { user: '005000000000002AAA' } });
    await second.softphone.locator('iframe.login').waitFor();
    assert.equal(await second.softphone.locator('#presence').count(), 0);
  });
});
