import assert from 'node:assert/strict';
import { type SoftphoneConsole } from './softphone-console';
import { softphoneGround } from './softphone-tests';

describe('calls in the softphone', function () {
  this.timeout(60_000);
  const { signedIn } = softphoneGround();
  const press = (tab: SoftphoneConsole, name: string): Promise<void> =>
    tab.softphone.getByRole('button', { name, exact: true }).click();
  const done = (tab: SoftphoneConsole, from: number): Promise<readonly string[]> =>
    tab.withPhone((phone) => phone.done).then((all) => all.slice(from));
  const ring = async (tab: SoftphoneConsole): Promise<void> => {
    await tab.withPhone((phone) => void phone.ring());
    await press(tab, 'Accept');
    await tab.softphone.getByText('in a call', { exact: true }).waitFor();
  };

  it('go from the ring to the end of the wrap-up, and the rep began in a break', async () => {
    const tab = await signedIn();
    await ring(tab);
    await press(tab, 'Hang up');
    await press(tab, 'Finish wrap-up');
    await tab.softphone.getByRole('article').waitFor({ state: 'detached' });
    assert.deepEqual(await done(tab, 1), ['presence Lunch now', 'accept call-1', 'end call-1', 'finish call-1']);
    assert.deepEqual(tab.said, []);
  });

  it('are muted, held, recorded and given digits, each where the phone system is told so once', async () => {
    const tab = await signedIn();
    await ring(tab);
    for (const name of ['Mute', 'Unmute', 'Hold', 'Resume', 'Pause recording', 'Resume recording'])
      await press(tab, name);
    await tab.softphone.getByRole('button', { name: 'Pause recording' }).waitFor();
    await press(tab, 'Keypad');
    for (const key of ['1', '1', '#']) await press(tab, key);
    assert.equal(await tab.softphone.locator('output').textContent(), '11#');
    const all = await done(tab, 3);
    const [id] = [await tab.withPhone((phone) => phone.snapshot().calls[0]!.callId)];
    const leg = await tab.withPhone((phone) => phone.snapshot().calls[0]!.legs[0]!.legId);
    assert.deepEqual(all, [
      `mute ${id} true`,
      `mute ${id} false`,
      `hold ${id} ${leg} true`,
      `hold ${id} ${leg} false`,
      `record ${id} paused`,
      `record ${id} running`,
      `digits ${id} 1`,
      `digits ${id} 1`,
      `digits ${id} #`
    ]);
  });

  it('are handed on at once, or after a word with somebody: swapped, joined, handed over', async () => {
    const tab = await signedIn();
    await ring(tab);
    await press(tab, 'Transfer');
    await tab.softphone.getByRole('searchbox').fill('020 7946 0111');
    await press(tab, 'Ask first: +442079460111');
    const id = await tab.withPhone((phone) => phone.snapshot().calls[0]!.callId);
    await tab.softphone.getByText('calling', { exact: true }).waitFor();
    await tab.withPhone((phone) => {
      const [call] = phone.snapshot().calls;
      const legs = call!.legs.map((leg) =>
        leg.role === 'third-party' ? { ...leg, state: 'connected' as const } : leg
      );
      phone.change(call!.callId, { legs });
    });
    await press(tab, 'Swap');
    await press(tab, 'Conference');
    await press(tab, 'Hand over');
    await press(tab, 'Finish wrap-up');
    const worked = (await done(tab, 3)).filter((each) => !each.startsWith('contacts'));
    assert.deepEqual(worked, [
      `transfer ${id} +442079460111 consulted`,
      `swap ${id}`,
      `conference ${id}`,
      `end ${id}`,
      `finish ${id}`
    ]);
    await ring(tab);
    await press(tab, 'Transfer');
    await press(tab, 'Transfer now: Bob');
    await press(tab, 'Finish wrap-up');
    assert.match((await done(tab, 9)).join(), /transfer call-\d+ c-1 blind/);
  });

  it('begin with a number that is typed, in the way of the country, or with a contact', async () => {
    const tab = await signedIn();
    await tab.softphone.locator('#number').fill('020 7946 0111');
    await press(tab, 'Call');
    await tab.softphone.getByText('calling', { exact: true }).waitFor();
    await press(tab, 'Hang up');
    await press(tab, 'Finish wrap-up');
    await press(tab, 'Contacts');
    await press(tab, 'Call Carol');
    await tab.softphone.getByText('calling', { exact: true }).waitFor();
    assert.deepEqual(
      (await done(tab, 2)).filter((each) => each.startsWith('dial')),
      ['dial +442079460111', 'dial c-3']
    );
  });

  it('say in a notice what did not work, and take it back when the rep goes on', async () => {
    const tab = await signedIn();
    await tab.withPhone((phone) => phone.failNext('invalid-destination'));
    await tab.softphone.locator('#number').fill('020 7946 0404');
    await press(tab, 'Call');
    const alert = tab.softphone.getByRole('alert');
    await tab.softphone.getByText('The phone system does not know +442079460404.').waitFor();
    await tab.softphone.locator('#number').fill('nonsense');
    await press(tab, 'Call');
    await tab.softphone.getByText('nonsense is no phone number.').waitFor();
    assert.equal(await alert.locator('.notice').count(), 1);
    await press(tab, 'Close');
    assert.equal(await alert.textContent(), '');
  });

  it('are shown beside each other, and a chat with what was said', async () => {
    const tab = await signedIn();
    await ring(tab);
    await tab.withPhone((phone) => void phone.ring({ channel: 'chat', from: 'Carol', text: 'Hello there' }));
    await tab.softphone.getByText('Hello there').waitFor();
    assert.equal(await tab.softphone.getByRole('article').count(), 2);
    assert.equal(await tab.softphone.getByRole('button', { name: 'Accept' }).count(), 1);
  });
});
