import assert from 'node:assert/strict';
import { type WindowOmni } from '../../../local/console/page/host/window-omni';
import { names } from '../../../local/console/server/names';
import { faultReload, stateBecomes } from '../../console/omni';
import { type InConsole } from './in-console';

/** Whose phone the connector becomes. */
export function handshakeInConsole({ world, atLogin, newContext }: InConsole): void {
  it('takes the handshake from Salesforce, whoever speaks first', async () => {
    const rep = await atLogin();
    for (const faults of [{ siblingFirst: true }, { nullFirst: true, twice: true }]) {
      await faultReload(rep.page, faults);
      await stateBecomes(rep.page, 'LOGIN_SHOWN', 25_000);
    }
  });

  it('takes nothing that is said past the port, and no claim of another frame', async () => {
    const rep = await atLogin();
    await rep.page.evaluate((channel) => {
      const { __omni: omni } = globalThis as unknown as { __omni: WindowOmni };
      for (const data of [null, { type: 'session-changed' }, { type: 'LOGIN_RESULT', success: true }])
        omni.faults.postToWindow(data);
      // The same name in another origin is another channel.
      new BroadcastChannel(channel).postMessage({ type: 'session-changed' });
    }, `ringdown-login-${world().orgId}`);
    // Whatever was said before this is dealt with when this is.
    await rep.logIn('wrong');
    assert.deepEqual(await rep.hears('LOGIN_RESULT'), { success: false });
    assert.equal((await rep.heard()).filter(({ name }) => name === 'LOGIN_RESULT').length, 1);
  });

  it('is nobody’s phone in a page of a stranger', async () => {
    const page = await (await newContext()).newPage();
    const refused = page.waitForEvent('console', {
      predicate: (message) => message.text().includes('frame-ancestors')
    });
    await page.goto(`https://${names.stranger}/lightning?patience=500`);
    await refused;
    await stateBecomes(page, 'CONNECTOR_UNREACHABLE');
  });
}
