import assert from 'node:assert/strict';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser } from 'playwright-core';
import { openRep, type RepConsole } from '../voice/rep-console';
import { openWholeWorld, type WholeWorld } from '../voice/whole-world';
import { pictures } from '../voice/pictures';
import { stateBecomes } from './omni';

describe('what the console looks like with our connector', function () {
  this.timeout(90_000);
  const album = pictures(path.join(__dirname, 'screenshots'));
  let world: WholeWorld;
  let browser: Browser;
  let priya: RepConsole;
  let sam: RepConsole;
  before(async function () {
    this.timeout(300_000);
    world = await openWholeWorld();
    browser = await world.browser();
    [priya, sam] = [await openRep(world, browser, 'priya'), await openRep(world, browser, 'sam')];
  });
  after(() => world?.close());

  /** What axe finds in the console, the connector's frame and the login page's. */
  const barriers = async (rep: RepConsole): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page: rep.page }).options({ preload: false }).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html}`));
  };
  /** Takes the Omni-Channel utility as it stands, and sees to it that nothing in it or around it is a barrier. */
  const look = async (name: string, rep: RepConsole): Promise<void> => {
    await rep.page.mouse.move(0, 0);
    await album.take(name, rep.page.locator('.slds-utility-panel.slds-is-open'));
    assert.deepEqual(await barriers(rep), []);
  };
  const party = (rep: RepConsole, who: string) => rep.page.locator(`.call-card[aria-label^="${who}"]`);

  it('shows the login page in the utility', async () => {
    await stateBecomes(priya.page, 'LOGIN_SHOWN', 15_000);
    await priya.login.locator('main[data-state=form]').waitFor();
    await look('login', priya);
  });

  it('says that a login failed, beside the page that says why', async () => {
    await priya.logIn('wrong');
    await priya.page.locator('[data-notice="login-failed"]').waitFor();
    await priya.login.locator('#problem:not(:empty)').waitFor();
    await look('login-failed', priya);
  });

  it('has the dialer of a rep who is available', async () => {
    await Promise.all([priya.work(), sam.work()]);
    await look('available', priya);
  });

  it('rings', async () => {
    await world.phone('POST', '/interactions', {
      ...{ channel: 'phone', from: '+14155550123', to: '+442079460000', agent: 'priya' }
    });
    await priya.card('ringing').waitFor();
    await look('ringing', priya);
  });

  it('is on a call', async () => {
    await priya.press('Accept');
    await priya.card('connected').waitFor();
    await look('on-a-call', priya);
  });

  it('is on hold', async () => {
    await priya.press('Hold');
    await party(priya, 'Customer').getByText('On hold').waitFor();
    await look('on-hold', priya);
    await priya.press('Resume');
    await party(priya, 'Customer').getByText('Connected').waitFor();
  });

  it('finds whom to hand the call to, and consults', async () => {
    await priya.page.getByRole('tab', { name: 'Contacts' }).click();
    await priya.page.getByRole('button', { name: 'Search' }).click();
    await priya.page.getByRole('button', { name: /^Add sam/i }).waitFor();
    await look('transfer', priya);
    await priya.page.getByRole('button', { name: /^Add sam/i }).click();
    await priya.card('transferring').waitFor();
    await sam.card('ringing').waitFor();
    await look('consult-ringing', priya);
    await sam.press('Accept');
    await party(priya, 'Third party').and(priya.card('connected')).waitFor();
    await look('consult', priya);
  });

  it('is in a conference', async () => {
    await party(priya, 'Customer').getByRole('button', { name: 'Merge', exact: true }).click();
    await party(priya, 'Customer').getByText('Conference').waitFor();
    await look('conference', priya);
  });

  it('works after the conversation', async () => {
    await party(priya, 'Customer').getByRole('button', { name: 'End Call', exact: true }).click();
    await priya.card('wrap-up').waitFor();
    await look('wrap-up', priya);
    await priya.press('Close');
    await sam.card('connected').first().waitFor();
    await sam.press('End Call');
    await sam.card('wrap-up').waitFor();
    await sam.press('Close');
  });

  it('says that the session ended, in the console and on the login page', async () => {
    world.pass(31 * 60_000);
    await stateBecomes(priya.page, 'LOGIN_SHOWN', 15_000);
    await priya.page.locator('[data-notice="session-ended"]').waitFor();
    await priya.login.locator('.notice:not(:empty)').waitFor();
    const room = await priya.login
      .locator('html')
      .evaluate(({ scrollHeight, clientHeight }) => [scrollHeight, clientHeight]);
    assert.ok(room[0]! <= room[1]!, `no scroll bar: ${room.join(' of ')}`);
    await look('session-ended', priya);
    for (const rep of [priya, sam]) await rep.done();
  });

  it('all of it looks as a person has reviewed it', async function () {
    if (!(await album.compare(browser))) this.skip();
  });
});
