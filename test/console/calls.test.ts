import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { openTestConsole, type TestConsole } from './open-console';
import { happens, plain, problems, stateBecomes, wire } from './omni';

describe('The console and the calls of a connector', () => {
  let console: TestConsole;
  let page: Page;
  before(async () => {
    console = await openTestConsole();
  });
  afterEach(async () => {
    if (page.isClosed()) return;
    assert.deepEqual(await problems(page), []);
    await page.close();
  });
  after(() => console.close());

  const available = async (query = ''): Promise<void> => {
    page = await console.open(`init=ready&${query}`);
    await stateBecomes(page, 'READY');
    await happens(page, 'SET_AGENT_STATUS_RESULT');
    await page.getByLabel('Status', { exact: true }).selectOption({ label: 'Available' });
    await happens(page, 'AGENT_AVAILABLE');
  };
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const card = (state: string): Locator => page.locator(`.call-card[data-state="${state}"]`);
  const answered = async (query = ''): Promise<void> => {
    await available(query);
    await plain(page, 'ring', '+14155550123', { name: 'Alex Kim' });
    await press('Accept');
    await card('connected').waitFor();
  };
  const consult = async (): Promise<void> => {
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await page.getByRole('button', { name: 'Search' }).click();
    await press('Add Sam Ortiz');
    await card('transferring').waitFor();
    await plain(page, 'connect', 'plain-2');
    await page.locator('.call-card[data-state="connected"]').nth(1).waitFor();
  };

  it('offers what the connector can do and what the call allows, and no more', async () => {
    await answered('without=hasMute,hasBlindTransfer');
    const shown = await card('connected').getByRole('button').allTextContents();
    assert.deepEqual(shown, ['End Call', 'Hold', 'Pause Recording']);
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('button', { name: 'Add Sam Ortiz' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /^Transfer to/ }).count(), 0);
  });

  it('accepts a call, opens its tab, and ends in work afterwards', async () => {
    await answered();
    const tab = page.getByRole('tab', { name: 'Alex Kim' });
    assert.equal(await tab.getAttribute('aria-selected'), 'true');
    await press('End Call');
    await card('wrap-up').waitFor();
    await press('Close');
    await happens(page, 'WRAP_UP_CALL');
    assert.deepEqual(await plain(page, 'wrappedUp'), ['plain-1']);
    const work = (await plain(page, 'work')) as readonly { readonly workEvent: string }[];
    assert.deepEqual(
      work.map(({ workEvent }) => workEvent),
      ['ASSIGNED', 'ACCEPTED', 'CLOSED']
    );
    await tab.press('Delete');
    assert.equal(await tab.count(), 0);
  });

  it('declines a call', async () => {
    await available();
    await plain(page, 'ring');
    await press('Decline');
    await card('ringing').waitFor({ state: 'detached' });
    assert.equal(await card('wrap-up').count(), 0);
  });

  it('mutes, holds, pauses the recording and sends digits', async () => {
    await answered();
    for (const [there, back] of [
      ['Mute', 'Unmute'],
      ['Hold', 'Resume'],
      ['Pause Recording', 'Resume Recording']
    ] as const) {
      await press(there);
      await page.getByRole('button', { name: back, exact: true }).click();
      await page.getByRole('button', { name: there, exact: true }).waitFor();
    }
    for (const key of ['4', '#']) await press(key);
    await happens(page, 'SEND_DIGITS', 2);
    assert.equal(await plain(page, 'digits'), '4#');
  });

  it('consults a colleague, swaps, merges and lets go', async () => {
    await answered();
    await consult();
    await press('Swap');
    await happens(page, 'HOLD_TOGGLE');
    await press('Merge');
    await happens(page, 'CONFERENCE');
    await page.getByText('Connected, Conference').first().waitFor();
    await press('Remove');
    await happens(page, 'PARTICIPANT_REMOVED');
    assert.equal(await card('connected').count(), 1);
  });

  it('goes on with the third party when the customer leaves', async () => {
    await answered();
    await consult();
    await plain(page, 'leave', 'plain-1');
    await page.getByRole('article', { name: 'Customer Alex Kim' }).waitFor({ state: 'detached' });
    assert.equal(await card('connected').count(), 1);
  });

  it('gives a call away', async () => {
    await answered();
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await page.getByLabel('Search contacts').fill('+14155550177');
    await press('Use this number');
    await press('Transfer to +14155550177');
    await card('wrap-up').waitFor();
    assert.equal(await card('connected').count(), 0);
  });

  it('says when somebody cannot be added or called', async () => {
    await answered();
    await page.getByRole('tab', { name: 'Contacts' }).click();
    await page.getByLabel('Search contacts').fill('000');
    await press('Use this number');
    await press('Add 000');
    await page.locator('[data-notice="error"]').waitFor();
    assert.equal(await card('connected').count(), 1);
    await press('Dismiss');
    await press('End Call');
    await page.getByRole('tab', { name: 'Dial Pad' }).click();
    await page.getByLabel('Number', { exact: true }).fill('000');
    await press('Dial');
    await happens(page, 'CALL_FAILED');
    await page.locator('[data-notice="error"]').waitFor();
  });

  it('places a call from the dial pad, and opens its tab', async () => {
    await available();
    for (const key of '4155550188') await press(key);
    await press('Dial');
    await card('dialing').waitFor();
    await page.getByRole('tab', { name: '4155550188' }).waitFor();
    await plain(page, 'connect', 'plain-1');
    await card('connected').waitFor();
  });

  it('brings calls and status back after the page is loaded anew', async () => {
    await answered();
    await page.reload();
    await stateBecomes(page, 'READY');
    await happens(page, 'AGENT_AVAILABLE');
    // The memory of a plain vendor is gone with its page: a call comes back only from a server, which plays here.
    assert.equal(await page.getByLabel('Status', { exact: true }).inputValue(), '0N5000000000001AAA');
    const call = await plain(page, 'ring', '+14155550123', { name: 'Alex Kim' });
    await plain(page, 'connect', call);
    await page.evaluate(() =>
      (globalThis as unknown as { __omni: { send(message: object): void } }).__omni.send({
        type: 'AGENT_AVAILABLE',
        isAvailable: true
      })
    );
    await page.getByText('Back after a reload').waitFor();
  });
});

describe('The console and the status of a rep', () => {
  let console: TestConsole;
  let page: Page;
  before(async () => {
    console = await openTestConsole();
  });
  afterEach(() => page.close());
  after(() => console.close());

  const opened = async (query: string): Promise<Locator> => {
    page = await console.open(`init=ready&${query}`);
    await stateBecomes(page, 'READY');
    await happens(page, 'SET_AGENT_STATUS_RESULT');
    return page.getByLabel('Status', { exact: true });
  };

  it('stays Offline when the connector refuses another', async () => {
    const status = await opened('status=refuse');
    await status.selectOption({ label: 'Available' });
    await happens(page, 'SET_AGENT_STATUS_RESULT', 2);
    assert.equal(await status.inputValue(), '0');
    assert.ok(!(await wire(page, 'to-connector')).includes('AGENT_AVAILABLE'));
  });

  it('follows the phone system', async () => {
    const status = await opened('');
    const Info = { statusId: '0N5000000000002AAA' };
    await page
      .frameLocator('iframe[title="Connector"]')
      .locator('body')
      .evaluate((_, info) => {
        const { plain } = globalThis as unknown as {
          plain: { sdk: Record<string, new (given: object) => object>; publish(type: string, payload: object): void };
        };
        plain.publish('SET_AGENT_STATUS', new plain.sdk['AgentStatusInfo']!(info));
      }, Info);
    await happens(page, 'SET_AGENT_STATUS', 2);
    assert.equal(await status.inputValue(), Info.statusId);
  });

  it('waits for the end of the call when the connector can queue it', async () => {
    const status = await opened('pending=1');
    await status.selectOption({ label: 'Available' });
    await happens(page, 'AGENT_AVAILABLE');
    await plain(page, 'ring');
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.locator('.call-card[data-state="connected"]').waitFor();
    await status.selectOption({ label: 'On Break' });
    await page.getByText('Waiting for the phone system').waitFor();
    await page.getByRole('button', { name: 'End Call' }).click();
    await page.getByText('Waiting for the phone system').waitFor({ state: 'detached' });
    assert.equal(await status.inputValue(), '0N5000000000003AAA');
  });
});

describe('The console for everybody', () => {
  let console: TestConsole;
  before(async () => {
    console = await openTestConsole();
  });
  after(() => console.close());

  const violations = async (page: Page): Promise<readonly string[]> => {
    const { violations: found } = await new AxeBuilder({ page })
      .exclude('iframe')
      .options({ preload: false })
      .analyze();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };

  for (const [query, state] of [
    ['', 'LOGIN_SHOWN'],
    ['init=reject', 'LOGIN_ERROR'],
    ['init=ready', 'READY'],
    ['init=storage', 'STORAGE_PROMPT']
  ] as const)
    it(`has no barrier when it is ${state}`, async () => {
      const page = await console.open(query);
      await stateBecomes(page, state);
      assert.deepEqual(await violations(page), []);
      await page.close();
    });

  it('has no barrier during a call, in any tab', async function () {
    // Six looks of the whole page, on a computer that may be busy.
    this.timeout(90_000);
    const page = await console.open('init=ready');
    await stateBecomes(page, 'READY');
    await plain(page, 'ring', '+14155550123', { name: 'Alex Kim' });
    await page.getByRole('button', { name: 'Accept' }).click();
    for (const tab of ['Contacts', 'Settings', 'Wire', 'Host', 'Says', 'Faults']) {
      await page.getByRole('tab', { name: tab }).click();
      assert.deepEqual(await violations(page), [], tab);
    }
    await page.close();
  });

  it('is worked with keys alone', async () => {
    const page = await console.open('init=ready');
    await stateBecomes(page, 'READY');
    await page.getByRole('tab', { name: 'Dial Pad' }).focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.getByRole('tab', { name: 'Contacts' }).getAttribute('aria-selected'), 'true');
    await page.keyboard.press('ArrowLeft');
    await page.getByLabel('Number', { exact: true }).focus();
    await page.keyboard.type('4155550188');
    await page.keyboard.press('Enter');
    await page.locator('.call-card[data-state="dialing"]').waitFor();
    await page.close();
  });
});
