import assert from 'node:assert/strict';
import { type Locator } from 'playwright-core';
import { stateBecomes } from './omni';
import { openRep, type RepConsole } from '../voice/rep-console';
import { openWholeWorld, type WholeWorld } from '../voice/whole-world';

type Row = Readonly<Record<string, unknown>>;

describe('Ringdown in the console: a flow and the login page', function () {
  this.timeout(90_000);
  let world: WholeWorld;
  let priya: RepConsole;
  let sam: RepConsole;
  before(async function () {
    this.timeout(300_000);
    world = await openWholeWorld();
    const browsers = [await world.browser(), await world.browser()] as const;
    [priya, sam] = await Promise.all([openRep(world, browsers[0], 'priya'), openRep(world, browsers[1], 'sam')]);
    await Promise.all([priya.work(), sam.work()]);
  });
  after(() => world?.close());

  const button = (name: string): Locator => priya.page.getByRole('button', { name, exact: true });
  const find = async (kind: string): Promise<void> => {
    await priya.page.getByLabel('Kind of contact').selectOption({ label: kind });
    await priya.page.getByRole('button', { name: 'Search' }).click();
  };
  const calls = (): Promise<readonly Row[]> =>
    world.query(
      'SELECT Id, CallType, CallDisposition, PreviousCallId, QueueName FROM VoiceCall ORDER BY CreatedDate, Id'
    );
  const becomes = async (isIt: (rows: readonly Row[]) => boolean): Promise<readonly Row[]> => {
    for (const end = Date.now() + 20_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const rows = await calls();
      if (isIt(rows)) return rows;
      if (Date.now() > end) throw new Error(JSON.stringify(rows));
    }
  };

  it('offers a call the flows of the org, which no connector was asked for', async () => {
    const { page } = priya;
    await world.phone('POST', '/interactions', {
      ...{ channel: 'phone', from: '+14155550123', to: '+442079460000', agent: 'priya' }
    });
    await priya.card('ringing').waitFor();
    await priya.press('Accept');
    await priya.card('connected').waitFor();
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await find('Flows');
    await button('Transfer to Support routing').waitFor();
    const names = await page.locator('.phone-book-entry strong').allTextContents();
    assert.deepEqual(names, ['Support routing', 'Billing routing']);
    await find('Everybody');
    await button('Transfer to sam').or(button('Transfer to Sam Ortiz')).first().waitFor();
    assert.equal(await button('Transfer to Support routing').count(), 1);
    assert.equal(await button('Join Support routing').count(), 0);
  });

  it('leaves the call with the rep, who reads why, when the flow leads to nobody of the phone system', async () => {
    await find('Flows');
    await button('Transfer to Billing routing').click();
    await priya.page.getByText('The call could not be handed to this flow. It is still yours.').waitFor();
    await priya.hears('PARTICIPANT_REMOVED');
    await priya.card('connected').waitFor();
    const rows = await becomes((all) => all.length === 2 && all[1]?.CallDisposition === 'completed');
    assert.deepEqual([rows[0]?.CallDisposition === 'completed', rows[1]?.CallType], [false, 'Transfer']);
    await button('Dismiss').click();
  });

  it('rings who the flow leads to, where the call goes on', async () => {
    await find('Flows');
    await button('Transfer to Support routing').click();
    await priya.card('wrap-up').waitFor();
    await sam.card('ringing').waitFor();
    await sam.press('Accept');
    await sam.card('connected').waitFor();
    const rows = await becomes((all) => all.length === 3 && all[0]?.CallDisposition === 'completed');
    assert.deepEqual(
      rows.map(({ CallType, PreviousCallId, QueueName }) => [CallType, PreviousCallId, QueueName]),
      [
        ['Inbound', null, null],
        ['Transfer', rows[0]?.Id, null],
        ['Transfer', rows[0]?.Id, 'Support']
      ]
    );
    await priya.press('Close');
    await sam.press('End Call');
    await sam.card('wrap-up').waitFor();
    await sam.press('Close');
  });

  it('begins with the login page when the simulator is told so, and else as its session says', async () => {
    const { page } = priya;
    const simulator = page.locator('.simulator');
    const begin = simulator.getByRole('button', { name: 'Begin anew' });
    const loginPage = page.locator('iframe[title="Phone login"]');
    await simulator.getByRole('tab', { name: 'Host' }).click();
    await begin.click();
    await priya.hears('CONNECTOR_READY', 1);
    await simulator.getByLabel('Show Login Page').check();
    await begin.click();
    await priya.hears('SHOW_LOGIN', 1);
    await stateBecomes(page, 'LOGIN_SHOWN');
    await loginPage.waitFor();
    await priya.logIn();
    await stateBecomes(page, 'READY');
    await simulator.getByLabel('Show Login Page').uncheck();
    await simulator.getByRole('button', { name: 'Session timeout' }).click();
    await page.locator('[data-notice="session-ended"]').waitFor();
    await loginPage.waitFor();
  });

  it('leaves nothing behind that nobody understood', async () => {
    for (const rep of [priya, sam]) await rep.done();
  });
});
