import assert from 'node:assert/strict';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContextOptions, type Page } from 'playwright-core';
import { languages } from '../../web/softphone/words';
import { pictures } from '../voice/pictures';
import { openOwnWindow, openOut } from './own-window';
import { softphoneGround } from './softphone-tests';

describe('what the window of the softphone looks like', function () {
  this.timeout(120_000);
  const album = pictures(path.join(__dirname, 'screenshots'));
  const { browser, signedIn } = softphoneGround();

  const overflow = (page: Page): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const barriers = async (page: Page): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  };
  const looks: readonly (readonly [string, keyof typeof languages, BrowserContextOptions])[] = [
    ['en', 'en', {}],
    ['dark', 'en', { colorScheme: 'dark' }],
    ['forced', 'en', { forcedColors: 'active' }],
    ['de', 'de', {}],
    ['fr', 'fr', {}],
    ['es', 'es', {}],
    ['ja', 'ja', {}]
  ];
  for (const [name, language, options] of looks)
    it(`has no barrier and fits a window of 320 pixels, with a call, without the login and lost: ${name}`, async () => {
      const words = languages[language]!;
      const locale = language === 'en' ? 'en-US' : language;
      const context = await browser().newContext({ ignoreHTTPSErrors: true, locale, ...options });
      const tab = await signedIn({ context });
      // An app with our components: they log, and the phone says nothing of it.
      await tab.withHost((host) => host.say({ type: 'hello', body: {} }));
      const page = await openOwnWindow(tab, words.openWindow);
      await page.setViewportSize({ width: 320, height: 600 });
      const checked = async (state: string): Promise<void> => {
        assert.equal(await overflow(page), 0, `${state}.${name}`);
        if (name === 'en' || name === 'dark') assert.deepEqual(await barriers(page), [], `${state}.${name}`);
        if (name === 'en' || name === 'ja')
          await album.take(`window-${state}.${name}`, page.locator('main'), [page.locator('.time')]);
      };
      await checked('idle');
      await tab.softphone.getByText(words.inWindow).waitFor();
      if (name === 'en' || name === 'ja') await album.take(`in-window.${name}`, tab.page.locator('#softphone'), []);
      const wide = await tab
        .frame()
        .evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `docked.${name}`);
      await tab.withPhone((phone) => void phone.ring());
      await page.getByRole('button', { name: words.accept }).click();
      await page.getByRole('button', { name: words.hangUp }).waitFor();
      await checked('call');
      // Written from right to left it must fit too.
      await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
      assert.equal(await overflow(page), 0, `rtl.${name}`);
      await page.evaluate(() => document.documentElement.removeAttribute('dir'));
      await page.getByRole('button', { name: words.hangUp }).click();
      await page.getByRole('button', { name: words.finishWrapUp }).click();
      await page.getByRole('button', { name: words.logOut }).click();
      await page.getByText(words.logInInSalesforce).waitFor();
      await checked('signed-out');
      await tab.page.close();
      await page.getByText(words.windowLost).waitFor();
      await checked('lost');
      await context.close();
    });

  it('is opened, worked and closed by the keyboard alone', async () => {
    const tab = await signedIn();
    await tab.softphone.getByRole('button', { name: openOut }).focus();
    const [page] = await Promise.all([tab.context.waitForEvent('page'), tab.page.keyboard.press('Enter')]);
    await page.locator('#presence').waitFor();
    await tab.withPhone((phone) => void phone.ring());
    await page.getByRole('button', { name: 'Accept' }).waitFor();
    await page.locator('#presence').focus();
    for (let tabs = 0; tabs < 2; tabs += 1) await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Accept');
    await page.keyboard.press('Enter');
    await page.getByText('in a call', { exact: true }).waitFor();
    await tab.softphone.getByRole('button', { name: 'Close window' }).focus();
    await Promise.all([page.waitForEvent('close'), tab.page.keyboard.press('Space')]);
  });

  it('looks as it was reviewed', async function () {
    if (!(await album.compare(browser()))) this.skip();
  });
});
