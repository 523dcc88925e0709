import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import { type FrameLocator, type Locator, type Page } from 'playwright-core';
import { openStage, type Stage } from '../scenarios/stage';
import { type Rep } from '../scenarios/rep';

/** What a supervisor does all day, in front of the package's own app page. */
for (const bridge of ['Open CTI', 'Voice'] as const)
  describe(`The monitor of a supervisor on ${bridge}`, function () {
    this.timeout(140_000);
    let stage: Stage;
    let priya: Rep;
    let sam: Rep;
    before(async function () {
      this.timeout(300_000);
      stage = await openStage(bridge);
      [priya, sam] = [await stage.rep('priya'), await stage.rep('sam')];
      await serves('sam', ['Support'], { isSupervisor: true });
      await serves('priya', ['Billing']);
      // A connector tells Salesforce nothing while its rep is Offline.
      await sam.chooses('Break');
      await sam.isShown('Break');
      await priya.chooses('Available');
      await priya.isShown('Available');
    });
    after(() => stage?.close());

    const serves = (agent: string, queues: readonly string[], more: object = {}): Promise<unknown> =>
      stage.world.phone('PUT', `/agents/${agent}`, { name: agent, queues, ...more });
    const comes = (from: string, more: object): Promise<unknown> =>
      stage.world.phone('POST', '/interactions', { channel: 'phone', from, to: '+442079460000', ...more });
    const monitor = (): Locator => page().locator('[id="panel-app-page-RingdownMonitor"] c-agent-monitor');
    const page = (): Page => sam.page();
    const row = (): Locator => monitor().locator('[data-id="agent"]', { hasText: 'priya' });
    const press = (action: string): Promise<void> => row().locator(`[data-action="${action}"]`).click();
    const mine = (words: string): Locator => row().locator('[data-id="mine"]', { hasText: words });
    const offered = (): Promise<readonly unknown[]> =>
      row()
        .locator('[data-id="action"]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('data-action')));
    /** Whether the phone system has the supervisor in the rep's call. */
    const joined = async (): Promise<boolean> =>
      (await stage.calls('priya')).some(({ legs }) => legs.some(({ role }) => role === 'supervisor'));
    const softphone = (rep: Rep): FrameLocator => rep.page().frameLocator('iframe[title="Softphone"]');
    /** What stands on a call's card beside its state. */
    const said = (rep: Rep, words: string): Locator =>
      bridge === 'Voice'
        ? rep.page().locator('.call-card-state', { hasText: words })
        : softphone(rep).locator('.supervision', { hasText: words });
    /** How the softphone shows the supervised call; on Voice Omni-Channel is Salesforce's own. */
    const cardIs = async (rep: Rep, words: string, buttons: readonly string[]): Promise<void> => {
      if (bridge === 'Voice') return;
      await said(rep, words).waitFor({ state: 'attached' });
      await softphone(rep).locator('.call button', { hasText: buttons[0] }).waitFor({ state: 'attached' });
      assert.deepEqual(await softphone(rep).locator('.call button').allTextContents(), buttons);
    };
    const pressOnPhone = (name: string): Promise<void> =>
      softphone(sam).getByRole('button', { name, exact: true }).click();
    const queue = (name: string): Locator => monitor().locator('[data-id="queue"]', { hasText: name });

    it('is a tab of the app, and says once that it is live', async () => {
      // The phone's panel lies over a part of the page, as in Salesforce.
      await page().locator('.slds-utility-panel.slds-is-open').getByRole('button', { name: 'Minimize' }).click();
      await page().getByRole('button', { name: 'Show Navigation Menu' }).click();
      const { violations } = await new AxeBuilder({ page: page() }).include('.app-menu').analyze();
      assert.deepEqual(violations, [], 'of the menu');
      await page().getByRole('button', { name: 'Ringdown Monitor' }).click();
      await page().getByRole('tab', { name: 'Ringdown Monitor', selected: true }).waitFor();
      await row().getByText('Available').waitFor();
      assert.equal(await monitor().getByText('Live', { exact: true }).count(), 1);
      assert.deepEqual(await offered(), [], 'nobody to listen to');
    });

    it('shows who talks with whom, and who waits in the queue', async () => {
      await comes('+14155550123', { agent: 'priya' });
      await priya.accept();
      await comes('+442079460101', { queue: 'Billing' });
      await row().locator('[data-id="number"]', { hasText: '+1 415 555 0123' }).waitFor();
      await row().locator('[data-id="status"]', { hasText: 'On a call' }).waitFor();
      await queue('Billing').locator('[data-id="waiting"]', { hasText: '1' }).waitFor();
      assert.equal(await queue('Billing').locator('[data-id="agents"]').textContent(), '0 of 1');
      assert.deepEqual(await offered(), ['listen']);
    });

    it('lets the supervisor listen unheard, barge in, and stop', async () => {
      await press('listen');
      await mine('You are listening').waitFor();
      assert.deepEqual([await offered(), await joined()], [['barge-in', 'stop'], false]);
      await cardIs(sam, 'You are listening to priya. Nobody hears you.', ['Barge in', 'Stop']);
      assert.equal(await said(priya, 'sam joined').count(), 0, 'the rep is told nothing');
      await press('barge-in');
      await mine('You are in the call').waitFor();
      await cardIs(sam, 'You are taking part in priya’s call.', ['Mute', 'Stop']);
      await said(priya, 'sam joined').waitFor({ state: 'attached' });
      assert.deepEqual([await offered(), await joined()], [['stop'], true]);
      await press('stop');
      await mine('').waitFor({ state: 'detached' });
      assert.deepEqual([await offered(), await joined()], [['listen'], false]);
      assert.deepEqual(await stage.calls('sam'), []);
      // The SDK of Voice has no event that a supervisor left; Omni-Channel keeps the words.
      if (bridge === 'Open CTI') await said(priya, 'sam joined').waitFor({ state: 'detached' });
    });

    if (bridge === 'Open CTI')
      it('lets the supervisor barge in, be silent, and stop on the phone itself', async () => {
        await press('listen');
        await mine('You are listening').waitFor();
        const phone = page().locator('[data-key="utility-softphone"]');
        await phone.filter({ hasText: 'Phone: listening' }).click();
        await pressOnPhone('Barge in');
        await mine('You are in the call').waitFor();
        await pressOnPhone('Mute');
        await cardIs(sam, 'You are taking part in priya’s call.', ['Unmute', 'Stop']);
        assert.equal(await joined(), true);
        await pressOnPhone('Stop');
        await mine('').waitFor({ state: 'detached' });
        assert.deepEqual([await stage.calls('sam'), await joined()], [[], false]);
        await phone.click();
      });

    it('shows that the call is over, and who is taken from the queue', async () => {
      await press('listen');
      await mine('You are listening').waitFor();
      await priya.hangUp();
      await row().locator('[data-id="number"]').waitFor({ state: 'detached' });
      assert.deepEqual(await stage.calls('sam'), [], 'the supervisor hears nobody any more');
      await priya.finish();
      await queue('Billing').locator('[data-id="waiting"]', { hasText: '0' }).waitFor();
      assert.deepEqual([...priya.said, ...sam.said], [], 'a page had a mistake');
    });
  });
