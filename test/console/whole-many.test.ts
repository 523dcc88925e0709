import assert from 'node:assert/strict';
import { type Browser, type Locator } from 'playwright-core';
import { openRep, type RepConsole } from '../voice/rep-console';
import { openWholeWorld, type WholeWorld } from '../voice/whole-world';

const number = (index: number): string => `+1415555030${index}`;

describe('A call of many between Ringdown, the phone system and the console', function () {
  this.timeout(90_000);
  let world: WholeWorld;
  let browser: Browser;
  let rep: RepConsole;
  before(async function () {
    this.timeout(300_000);
    world = await openWholeWorld();
    browser = await world.browser();
    rep = await openRep(world, browser, 'priya');
    await rep.work();
  });
  after(() => world?.close());
  const comes = (more: object): Promise<unknown> =>
    world.phone('POST', '/interactions', { channel: 'phone', to: '+442079460000', agent: 'priya', ...more });

  it('joins five people to a call, holds and mutes one, lets one go, and ends', async () => {
    const { page } = rep;
    await comes({ from: '+14155550123' });
    await rep.card('ringing').waitFor();
    await rep.press('Accept');
    await rep.card('connected').waitFor();
    await page.getByRole('tab', { name: 'Contacts' }).click();
    const party = (index: number): Locator =>
      page.getByRole('article', { name: `Third party ${number(index)}`, exact: true });
    const joining = async (index: number): Promise<Locator> => {
      await page.getByLabel('Search contacts').fill(number(index));
      await page.getByRole('button', { name: 'Use this number' }).click();
      return page.getByRole('button', { name: `Join ${number(index)}`, exact: true });
    };
    for (const index of [1, 2, 3, 4, 5]) {
      await (await joining(index)).click();
      await party(index).and(page.locator('[data-state="connected"]')).waitFor();
    }
    await page.getByText('Connected, Conference').nth(5).waitFor();
    assert.equal(await (await joining(6)).isDisabled(), true);
    await party(2).getByRole('button', { name: 'Hold' }).click();
    await party(2).getByText('On hold').waitFor();
    assert.equal(await page.locator('.call-card-state').getByText('On hold').count(), 1);
    await party(3).getByRole('button', { name: 'Mute Participant' }).click();
    await party(3).getByText('Muted').waitFor();
    await party(4).getByRole('button', { name: 'Remove' }).click();
    await party(4).waitFor({ state: 'detached' });
    assert.equal(await (await joining(6)).isDisabled(), false);
    await rep.press('End Call');
    await rep.card('wrap-up').waitFor();
    await rep.press('Close');
    await rep.card('wrap-up').waitFor({ state: 'detached' });
  });

  it('looks at a number of a campaign, and calls it', async () => {
    await comes({ from: '+14155550166', dialer: 'preview' });
    await rep.page.getByText('Preview, not called yet').waitFor();
    await rep.page.locator('.call-card').getByRole('button', { name: 'Call', exact: true }).click();
    await rep.card('connected').waitFor();
    await rep.press('End Call');
    await rep.card('wrap-up').waitFor();
    await rep.done();
  });
});
