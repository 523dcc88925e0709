import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { happens, plain, problems, stateBecomes } from './omni';
import { openTestConsole, type TestConsole } from './open-console';

describe('The console and a call of many', function () {
  this.timeout(60_000);
  let console: TestConsole;
  let page: Page;
  before(async () => {
    console = await openTestConsole();
    page = await console.open('init=ready');
    await stateBecomes(page, 'READY');
    await plain(page, 'ring', '+14155550123', { name: 'Alex Kim' });
    await page.getByRole('button', { name: 'Accept' }).click();
    await card('Customer Alex Kim').waitFor();
    await page.getByRole('tab', { name: 'Contacts' }).click();
  });
  after(() => console.close());
  afterEach(async () => assert.deepEqual(await problems(page), []));

  const card = (name: string): Locator => page.getByRole('article', { name, exact: true });
  const thirds = (): Locator => page.getByRole('article', { name: /^Third party/ });
  const number = (index: number): string => `+1415555020${index}`;
  const join = async (index: number): Promise<void> => {
    await page.getByLabel('Search contacts').fill(number(index));
    await page.getByRole('button', { name: 'Use this number' }).click();
    await page.getByRole('button', { name: `Join ${number(index)}`, exact: true }).click();
    await card(`Third party ${number(index)}`).waitFor();
    await plain(page, 'connect', `plain-${index + 1}`);
    await page.locator(`[data-call="plain-${index + 1}"][data-state="connected"]`).waitFor();
  };

  it('joins five more, of whom nobody waits, and no sixth', async () => {
    for (const index of [1, 2, 3, 4, 5]) await join(index);
    assert.equal(await thirds().count(), 5);
    assert.equal(await page.locator('.call-card').getByText('On hold').count(), 0);
    await page.getByLabel('Search contacts').fill(number(6));
    await page.getByRole('button', { name: 'Use this number' }).click();
    for (const does of ['Join', 'Add'])
      assert.equal(await page.getByRole('button', { name: `${does} ${number(6)}`, exact: true }).isDisabled(), true);
  });

  it('holds and mutes one of them, and the others not', async () => {
    const one = card(`Third party ${number(2)}`);
    await one.getByRole('button', { name: 'Hold' }).click();
    await one.getByText('On hold').waitFor();
    await one.getByRole('button', { name: 'Mute Participant' }).click();
    await one.getByText('Muted').waitFor();
    assert.equal(await page.locator('.call-card').getByText('On hold').count(), 1);
    assert.equal(await page.locator('.call-card-state').getByText('Muted').count(), 1);
    await one.getByRole('button', { name: 'Unmute Participant' }).click();
    await one.getByRole('button', { name: 'Resume' }).click();
    await one.getByRole('button', { name: 'Hold' }).waitFor();
  });

  it('merges them, lets one go, and the others go on', async () => {
    await page.getByRole('button', { name: 'Merge' }).click();
    await happens(page, 'CONFERENCE');
    await page.getByText('Connected, Conference').nth(5).waitFor();
    await card(`Third party ${number(5)}`)
      .getByRole('button', { name: 'Remove' })
      .click();
    await card(`Third party ${number(5)}`).waitFor({ state: 'detached' });
    assert.equal(await page.getByText('Connected, Conference').count(), 5);
  });

  it('asks a colleague beside a call of two', async () => {
    for (const index of [1, 2, 3, 4]) {
      await card(`Third party ${number(index)}`)
        .getByRole('button', { name: 'Remove' })
        .click();
      await card(`Third party ${number(index)}`).waitFor({ state: 'detached' });
    }
    await page.getByLabel('Search contacts').fill('Sam');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('button', { name: 'Consult Sam Ortiz' }).click();
    await card('Consultation Sam Ortiz').waitFor();
  });

  it('offers none of it when the org has no calls of many', async () => {
    await page.locator('.simulator').getByRole('tab', { name: 'Says' }).click();
    for (const name of ['Calls of up to seven', 'Questions in a call of their own'])
      await page.getByLabel(name).uncheck();
    await page.locator('[data-key="apply-org"]').click();
    await stateBecomes(page, 'READY');
    const config = (await plain(page, 'config')) as Record<string, unknown>;
    assert.deepEqual([config['isSCVMultipartyAllowed'], config['isSCVMultipartyConsultAllowed']], [false, false]);
    await plain(page, 'ring', '+14155550123', { name: 'Alex Kim' });
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('button', { name: 'Add Sam Ortiz' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^(Join|Consult) Sam/ }).count(), 0);
  });
});

describe('The console and a number of a campaign', () => {
  let console: TestConsole;
  before(async () => {
    console = await openTestConsole();
  });
  after(() => console.close());

  it('shows it before anybody is called, and calls it when the rep wants', async () => {
    const page = await console.open('init=ready');
    await stateBecomes(page, 'READY');
    await plain(page, 'preview', '+14155550166');
    await page.getByText('Preview, not called yet').waitFor();
    await page.locator('.call-card').getByRole('button', { name: 'Call', exact: true }).click();
    await happens(page, 'ACCEPT_CALL');
    await happens(page, 'CALL_STARTED');
    assert.deepEqual(await problems(page), []);
    await page.close();
  });
});
