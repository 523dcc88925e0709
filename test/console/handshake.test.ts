import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { frameOf, openTestConsole, type TestConsole } from './open-console';
import { problems, stateBecomes, wire } from './omni';

describe('The console and a connector on the unmodified SDK', () => {
  let console: TestConsole;
  let page: Page | undefined;
  before(async () => {
    console = await openTestConsole({ labels: { 'plain.PhoneDown': 'The phone system is down.' } });
  });
  afterEach(async () => {
    await page?.close();
    page = undefined;
  });
  after(() => console.close());

  it('shows the login page at the height that the connector asks for', async () => {
    page = await console.open('height=420');
    await stateBecomes(page, 'LOGIN_SHOWN');
    await frameOf(page, 'login');
    assert.equal(await page.locator('iframe.login-frame').evaluate((frame) => frame.clientHeight), 420);
    assert.deepEqual(await wire(page, 'from-connector'), ['LOG', 'SHOW_LOGIN', 'LOG']);
    assert.deepEqual(await problems(page), []);
  });

  it('goes from the login page to the dialer', async () => {
    page = await console.open('');
    await stateBecomes(page, 'LOGIN_SHOWN');
    const login = await frameOf(page, 'login');
    await login.getByLabel('User name').fill('nobody');
    await login.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('You could not be logged in.').waitFor();
    await login.getByLabel('User name').fill('priya');
    await login.getByRole('button', { name: 'Log in' }).click();
    await stateBecomes(page, 'READY');
    assert.equal(await page.locator('iframe.login-frame').count(), 0);
    assert.deepEqual(await problems(page), []);
  });
});
