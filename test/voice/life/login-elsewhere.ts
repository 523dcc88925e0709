import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { type Locator } from 'playwright-core';
import { type WindowOmni } from '../../../local/console/page/host/window-omni';
import { languages } from '../../../web/login/words';
import { type RepConsole } from '../rep-console';
import { endedSoonAfter, sessionEnded, type InConsole } from './in-console';

/** A rep who is logged in in two browsers, and ends one login from the other. */
export function loginElsewhere({ world, open, working, sessionsOf, stopService, startService }: InConsole): void {
  /** The places in the utility that shows the phone session. */
  const placesOf = async ({ page }: RepConsole): Promise<Locator> => {
    await page.getByRole('button', { name: 'Phone', exact: true }).click();
    const places = page.locator('c-phone-places');
    await places.getByRole('button', { name: 'Where am I logged in?' }).click();
    return places;
  };
  const said = (rep: RepConsole): Promise<readonly unknown[]> =>
    rep
      .heard()
      .then((heard) =>
        heard.flatMap(({ name, payload }) =>
          name === 'MESSAGE' && (payload as { type?: string }).type === 'places' ? [payload] : []
        )
      );

  it('ends in the other browser at once, which shows its login page', async () => {
    const rep = await working();
    const other = await open();
    await other.work();
    assert.equal(await sessionsOf('priya'), 2);
    const places = await placesOf(rep);
    await places.getByText('Logged in elsewhere: 1').waitFor();
    await places.getByText('This browser').waitFor();
    const { violations } = await new AxeBuilder({ page: rep.page })
      .include('[data-utility="telephonySession"]')
      .analyze();
    assert.deepEqual(violations, []);
    const began = Date.now();
    await places.getByRole('button', { name: /^Log out there: .+, Linux, / }).click();
    await sessionEnded(other);
    await endedSoonAfter(other, began);
    await other.login.getByText(languages.en!.revoked).waitFor();
    await places.getByText('You are logged in nowhere else.').waitFor();
    assert.equal(await sessionsOf('priya'), 1);
    const [ofRep, text] = [await secretsOf(rep), JSON.stringify(await said(rep))];
    assert.ok(ofRep.length > 0 && text.includes('placeId'));
    for (const secret of [...ofRep, ...(await secretsOf(other))])
      assert.equal(text.includes(secret), false, 'no session reaches a component');
    assert.equal(text.includes('127.0.0.1'), false, 'nor an address');
  });

  it('may be meant without being done while the server is lost: the rep is told, and tries again', async () => {
    const rep = await working();
    const other = await open();
    await other.work();
    const places = await placesOf(rep);
    const logOut = places.getByRole('button', { name: /^Log out there/ });
    await logOut.waitFor();
    await stopService();
    await logOut.click();
    await places.getByText('you may still be logged in there').waitFor();
    await startService();
    await places.getByRole('button', { name: 'Try Again' }).click();
    await sessionEnded(other);
    await places.getByText('You are logged in nowhere else.').waitFor();
  });

  it('is told to the components of the connector’s own page alone', async () => {
    const rep = await working();
    const wanted = { type: 'MESSAGE', message: { type: 'places-wanted', body: {} } };
    await rep.page.evaluate(
      ([message, channel]) => {
        const { __omni: omni } = globalThis as unknown as { __omni: WindowOmni };
        for (const data of [message, message.message]) {
          omni.faults.postToWindow(data);
          new BroadcastChannel(channel).postMessage(data);
        }
      },
      [wanted, `ringdown-login-${world().orgId}`] as const
    );
    // Whatever was said before this is dealt with when this is.
    const places = await placesOf(rep);
    await places.getByText('You are logged in nowhere else.').waitFor();
    assert.equal((await said(rep)).length, 1);
  });
}

const secretsOf = async ({ context }: RepConsole): Promise<readonly string[]> =>
  (await context.cookies()).filter(({ httpOnly }) => httpOnly).map(({ value }) => value);
