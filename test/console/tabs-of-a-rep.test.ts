import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { openTestConsole, type TestConsole } from './open-console';
import { happens, problems, stateBecomes, wire } from './omni';

const available = '0N5000000000001AAA';

describe('Several tabs of one rep', () => {
  let console: TestConsole;
  const pages: Page[] = [];
  before(async () => {
    console = await openTestConsole();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) {
      if (page.isClosed()) continue;
      assert.deepEqual(await problems(page), []);
      await page.close();
    }
  });
  after(() => console.close());

  const open = async (who: Readonly<Record<string, string>> = {}): Promise<Page> => {
    const page = await console.open('init=ready', who);
    pages.push(page);
    await ready(page);
    return page;
  };
  const ready = async (page: Page): Promise<void> => {
    await stateBecomes(page, 'READY');
    await happens(page, 'SET_AGENT_STATUS_RESULT');
  };
  const status = (page: Page): Locator => page.getByLabel('Status', { exact: true });
  const choose = async (page: Page, label: string): Promise<void> => void (await status(page).selectOption({ label }));
  const shows = (page: Page, label: string): Promise<void> =>
    page.locator('#presence option:checked', { hasText: label }).waitFor({ state: 'attached' });
  const told = (page: Page): Promise<unknown> =>
    page.evaluate(() =>
      (globalThis as unknown as { __omni: { transcript(): readonly Entry[] } }).__omni
        .transcript()
        .filter(({ name, direction }) => name === 'SET_AGENT_STATUS' && direction === 'to-connector')
        .map(({ payload }) => payload.statusInfo.statusId)
    );

  it('have one status, which a new one begins with', async () => {
    const first = await open();
    await choose(first, 'Available');
    await happens(first, 'AGENT_AVAILABLE');
    const second = await open();
    await shows(second, 'Available');
    assert.deepEqual(await told(second), [available]);
    assert.ok((await wire(second, 'to-connector')).includes('AGENT_AVAILABLE'));
    await choose(second, 'On Break');
    await shows(first, 'On Break');
    // The connector of the second tab told the phone; a word of the first one could only come too late.
    assert.deepEqual(await told(first), ['0', available]);
  });

  it('leave each other the status when one is loaded anew or closed', async () => {
    const [first, second] = [await open(), await open()];
    await choose(first, 'Available');
    await shows(second, 'Available');
    await choose(first, 'Busy');
    await shows(second, 'Busy');
    await first.close();
    await second.reload();
    await ready(second);
    await shows(second, 'Busy');
  });

  it('take the status along: a tab after the last one begins Offline', async () => {
    const first = await open();
    await choose(first, 'Available');
    await happens(first, 'AGENT_AVAILABLE');
    await first.close();
    await shows(await open(), 'Offline');
  });

  it('are of one rep: another one has a status of their own', async () => {
    const first = await open();
    await choose(first, 'Available');
    await happens(first, 'AGENT_AVAILABLE');
    const other = await open({ userName: 'sam@acme.test', userId: '005000000000002AAA' });
    await shows(other, 'Offline');
    await shows(first, 'Available');
  });
});

type Entry = {
  readonly name: string;
  readonly direction: string;
  readonly payload: { readonly statusInfo: { readonly statusId: string } };
};
