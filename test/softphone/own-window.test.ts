import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';
import { type SoftphoneConsole } from './softphone-console';
import { softphoneGround } from './softphone-tests';

describe('the softphone in a window of its own', function () {
  this.timeout(60_000);
  const { shown, signedIn } = softphoneGround();
  const press = (tab: SoftphoneConsole, name: string): Promise<void> =>
    tab.softphone.getByRole('button', { name, exact: true }).click();
  const opened = async (tab: SoftphoneConsole): Promise<Page> => {
    const [page] = await Promise.all([tab.context.waitForEvent('page'), press(tab, 'Open in a window')]);
    await page.locator('#presence').waitFor();
    return page;
  };
  const click = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

  it('is worked there, and the phone stays in Salesforce', async () => {
    const tab = await signedIn();
    const page = await opened(tab);
    await tab.softphone.getByText('The phone is in a window of its own.', { exact: false }).waitFor();
    await tab.withPhone((phone) => void phone.ring());
    await click(page, 'Accept');
    await tab.softphone.getByText('in a call', { exact: true }).waitFor();
    await click(page, 'Hang up');
    await click(page, 'Finish wrap-up');
    await page.getByRole('article').waitFor({ state: 'detached' });
  });

  it('joins again by itself when Salesforce is loaded anew', async () => {
    const tab = await signedIn();
    const page = await opened(tab);
    await tab.page.reload();
    await page.getByText('This window has lost the phone.', { exact: false }).waitFor();
    await tab.softphone.locator('#presence').waitFor();
    await page.locator('#presence').waitFor();
    await tab.softphone.getByText('The phone is in a window of its own.', { exact: false }).waitFor();
    assert.ok(page);
    assert.ok(shown);
  });
});
