import assert from 'node:assert/strict';
import { type SoftphoneConsole } from './softphone-console';
import { softphoneGround } from './softphone-tests';

describe('the softphone in several tabs', function () {
  this.timeout(60_000);
  const { shown, signedIn, world } = softphoneGround();
  const state = (tab: SoftphoneConsole, words: string): Promise<void> =>
    tab.softphone.getByText(words, { exact: true }).waitFor();
  const press = (tab: SoftphoneConsole, name: string): Promise<void> =>
    tab.softphone.getByRole('button', { name, exact: true }).click();

  it('is one phone: the second tab shows it, works it, and speaks to components of its own', async () => {
    const first = await signedIn();
    const second = await shown({ context: first.context });
    await second.softphone.locator('#presence').waitFor();
    await first.withPhone((phone) => void phone.ring());
    await press(second, 'Accept');
    await Promise.all([state(first, 'in a call'), state(second, 'in a call')]);
    const { interaction } = await second.message('interaction', 2);
    assert.equal((interaction as unknown as { state: string }).state, 'active');
    await second.withHost((host) => host.say({ type: 'hello', body: {} }));
    await second.message('presence');
    assert.deepEqual(await second.withPhone((phone) => phone.done), [], 'only one tab is connected');
    await press(second, 'Keypad');
    await press(second, '5');
    await first.frame().waitForFunction(() => globalThis.phone.done.some((each) => each.startsWith('digits')));
  });

  it('says a refusal in the tab where the rep asked', async () => {
    const first = await signedIn();
    const second = await shown({ context: first.context });
    await second.softphone.locator('#presence').waitFor();
    await first.withPhone((phone) => phone.failNext('busy'));
    await second.softphone.locator('#number').fill('020 7946 0111');
    await press(second, 'Call');
    await second.softphone.getByText('Your phone is busy.').waitFor();
    assert.equal(await first.softphone.getByRole('alert').textContent(), '');
  });

  it('goes on in the other tab when the tab that was the phone is closed, without a new login', async () => {
    const first = await signedIn();
    const second = await shown({ context: first.context });
    await second.softphone.locator('#presence').waitFor();
    await first.page.close();
    await second.frame().waitForFunction(() => globalThis.phone.done.includes('connect'));
    await second.softphone.locator('#presence').waitFor();
    await second.withPhone((phone) => void phone.ring());
    await press(second, 'Accept');
    await state(second, 'in a call');
    const logins = world().asked.filter((each) => each.startsWith('POST') && each.endsWith('/login'));
    assert.equal(logins.length, 1);
    assert.deepEqual(
      await second.withPhone((phone) => phone.done.filter((each) => each.startsWith('presence'))),
      [],
      'who takes over begins no break'
    );
  });

  it('asks before the tab that is the phone is left in a call, and no other', async () => {
    const first = await signedIn();
    const second = await shown({ context: first.context });
    await second.softphone.locator('#presence').waitFor();
    await first.withPhone((phone) => void phone.ring());
    await press(first, 'Accept');
    await press(second, 'Mute');
    const asked = async (tab: SoftphoneConsole): Promise<boolean> => {
      let isAsked = false;
      tab.page.once('dialog', (dialog) => {
        isAsked = true;
        void dialog.accept();
      });
      await tab.page.reload();
      return isAsked;
    };
    assert.equal(await asked(second), false);
    assert.equal(await asked(first), true);
  });

  it('signs out in every tab', async () => {
    const first = await signedIn();
    const second = await shown({ context: first.context });
    await second.softphone.locator('#presence').waitFor();
    await press(second, 'Log out');
    for (const tab of [first, second]) await tab.softphone.locator('iframe.login').waitFor();
    assert.equal(world().asked.filter((each) => each.startsWith('DELETE')).length, 1);
  });
});
