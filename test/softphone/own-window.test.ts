import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';
import { voiceName } from '../voice/voice-world';
import { type SoftphoneConsole } from './softphone-console';
import { inWindow, openOwnWindow, openOut, press } from './own-window';
import { softphoneGround } from './softphone-tests';

describe('the softphone in a window of its own', function () {
  this.timeout(60_000);
  const { shown, signedIn, world } = softphoneGround();
  const click = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const isDocked = (tab: SoftphoneConsole): Promise<void> =>
    tab.softphone.getByRole('button', { name: openOut, exact: true }).waitFor();
  const lost = (page: Page): Promise<void> =>
    page.getByText('This window has lost the phone.', { exact: false }).waitFor();

  it('is worked there and in Salesforce, by one phone, without a login or a request of its own', async () => {
    const tab = await signedIn();
    const before = world().asked.length;
    const page = await openOwnWindow(tab);
    await inWindow(tab);
    await tab.withPhone((phone) => void phone.ring());
    await page.waitForFunction(() => document.title === 'Phone: ringing');
    await click(page, 'Accept');
    await tab.softphone.getByText('in a call', { exact: true }).waitFor();
    await press(tab, 'Mute');
    await click(page, 'Unmute');
    await click(page, 'Hang up');
    await press(tab, 'Finish wrap-up');
    await page.getByRole('article').waitFor({ state: 'detached' });
    await page.locator('#number').fill('020 7946 0111');
    await click(page, 'Call');
    await tab.softphone.getByText('calling', { exact: true }).waitFor();
    assert.deepEqual((await tab.withPhone((phone) => phone.done)).slice(-3), [
      'end call-1',
      'finish call-1',
      'dial +442079460111'
    ]);
    const own = world()
      .asked.slice(before)
      .filter((each) => !/(\/assets\/|favicon|activity|session)/.test(each));
    assert.equal(own.length, 1, own.join());
    assert.match(own[0]!, /^GET \/orgs\/\w+\/softphone\/window$/);
    assert.deepEqual(await page.evaluate(() => [document.cookie, Object.keys(localStorage)]), ['', []]);
    assert.deepEqual(await tab.context.cookies(page.url()).then((all) => all.filter((each) => !each.partitionKey)), []);
  });

  it('is one: pressed again it comes to the front, and closed the panel is as before', async () => {
    const tab = await signedIn();
    const page = await openOwnWindow(tab);
    await page.locator('#number').fill('typed');
    await press(tab, 'Show window');
    assert.equal(tab.context.pages().length, 2);
    assert.equal(await page.locator('#number').inputValue(), 'typed');
    await page.close();
    await isDocked(tab);
    const again = await openOwnWindow(tab);
    await press(tab, 'Close window');
    await isDocked(tab);
    assert.equal(again.isClosed(), true);
  });

  it('joins again by itself when Salesforce, the softphone or the window is loaded anew', async () => {
    const tab = await signedIn();
    const page = await openOwnWindow(tab);
    await page.reload();
    await page.locator('#presence').waitFor();
    await tab.page.reload();
    await lost(page);
    await page.locator('#presence').waitFor({ timeout: 20_000 });
    await inWindow(tab);
    await tab.frame().evaluate(() => location.reload());
    await lost(page);
    await page.locator('#presence').waitFor({ timeout: 20_000 });
    await tab.withPhone((phone) => void phone.ring());
    await click(page, 'Accept');
    await page.getByText('in a call', { exact: true }).waitFor();
    await press(tab, 'Show window');
    assert.equal(tab.context.pages().length, 2);
  });

  it('says that it has lost the phone when Salesforce is closed, and gives way to the window of another tab', async () => {
    const first = await signedIn();
    const page = await openOwnWindow(first);
    const second = await shown({ context: first.context });
    await second.softphone.locator('#presence').waitFor();
    const closed = page.waitForEvent('close');
    const other = await openOwnWindow(second);
    await closed;
    await isDocked(first);
    // The other tab is the phone, and the window works it all the same.
    await first.withPhone((phone) => void phone.ring());
    await click(other, 'Accept');
    await first.softphone.getByText('in a call', { exact: true }).waitFor();
    // When that tab goes, this one is the phone, and the window stays joined.
    await first.page.close({ runBeforeUnload: false });
    await second.frame().waitForFunction(() => globalThis.phone.done.includes('connect'));
    await second.withPhone((phone) => void phone.ring());
    await click(other, 'Accept');
    await second.softphone.getByText('in a call', { exact: true }).waitFor();
    await second.page.close({ runBeforeUnload: false });
    await lost(other);
    assert.equal(await other.getByRole('button').count(), 0);
  });

  it('shows that the session has ended, and the phone again after the login in Salesforce', async () => {
    const tab = await signedIn();
    const page = await openOwnWindow(tab);
    await click(page, 'Log out');
    await page.getByText('Log in to the phone in Salesforce.', { exact: false }).waitFor();
    assert.equal(await page.locator('iframe, input').count(), 0);
    await inWindow(tab);
    await tab.signIn();
    await page.locator('#presence').waitFor();
  });

  it('asks before Salesforce is left during a call that was taken in the window', async () => {
    const tab = await signedIn();
    const page = await openOwnWindow(tab);
    await tab.withPhone((phone) => void phone.ring());
    await click(page, 'Accept');
    await tab.softphone.getByText('in a call', { exact: true }).waitFor();
    let isAsked = false;
    tab.page.once('dialog', (dialog) => {
      isAsked = true;
      void dialog.accept();
    });
    await tab.page.reload();
    assert.equal(isAsked, true);
  });

  it('says in the panel that the browser blocked it', async () => {
    const tab = await signedIn({
      prepare: (context) => context.addInitScript(() => void (window.open = () => null))
    });
    await press(tab, openOut);
    await tab.softphone.getByText('The browser blocked the phone’s window.', { exact: false }).waitFor();
    await isDocked(tab);
  });

  it('opens where the rep put it last', async () => {
    const tab = await signedIn();
    const page = await openOwnWindow(tab);
    const session = await tab.context.newCDPSession(page);
    const { windowId } = await session.send('Browser.getWindowForTarget');
    await session.send('Browser.setWindowBounds', { windowId, bounds: { left: 40, top: 50, width: 500, height: 600 } });
    const size = await page.evaluate(() => [innerWidth, innerHeight]);
    await tab
      .frame()
      .waitForFunction(
        (width) =>
          Object.keys(localStorage).some(
            (key) =>
              key.startsWith('ringdown-window-') &&
              (JSON.parse(localStorage.getItem(key) ?? '') as { width: number }).width === width
          ),
        size[0]
      );
    await page.close();
    await isDocked(tab);
    const again = await openOwnWindow(tab);
    assert.deepEqual(await again.evaluate(() => [innerWidth, innerHeight]), size);
  });

  it('hears nobody but its phone, and the phone nobody but its window', async () => {
    const tab = await signedIn();
    const page = await openOwnWindow(tab);
    const evil = await tab.context.newPage();
    await evil.goto('https://evil.test/');
    const [victim] = await Promise.all([
      tab.context.waitForEvent('page'),
      evil.evaluate((address) => void Object.assign(window, { victim: window.open(address) }), page.url())
    ]);
    await lost(victim);
    await evil.evaluate((orgId) => {
      const { port2 } = new MessageChannel();
      const { victim: opened } = window as unknown as { victim: Window };
      opened.postMessage({ type: 'phone-here', orgId, name: 'evil' }, '*', [port2]);
    }, page.url().split('/')[4]);
    await lost(victim);
    assert.equal(await victim.getByRole('button').count(), 0);
    await tab.page.evaluate((orgId) => {
      window.addEventListener('message', ({ ports }) => ports.length > 0 && Object.assign(window, { got: true }));
      document.querySelector('iframe')?.contentWindow?.postMessage({ type: 'window-here', orgId }, '*');
    }, page.url().split('/')[4]);
    await click(page, 'Log out');
    await page.getByText('Log in to the phone in Salesforce.', { exact: false }).waitFor();
    assert.equal(await tab.page.evaluate(() => 'got' in window), false);
    assert.ok(page.url().startsWith(`https://${voiceName}/`));
  });
});
