import assert from 'node:assert/strict';
import type { Tab } from './chromium';
import { openGround, type Ground } from './ground';
import { whatIsWrong } from './kept-log';
import { until } from './until';

type Waiting = { readonly callKey: string; readonly state: string; readonly problem?: { readonly message: string } };

/** The outbox as a tab hears of the others: opened again, it would look at the disk. */
const mine = '(globalThis.mine ??= openOutbox())';
const waiting = (tab: Tab): Promise<readonly Waiting[]> => tab.evaluate(`${mine}.then((outbox) => outbox.waiting())`);
const submit = (tab: Tab, callKey: string): Promise<string> =>
  tab.evaluate(`openOutbox().then((outbox) => outbox.submit(scenarioLog('${callKey}')))`);
const savedIn = async (tab: Tab, callKey: string): Promise<boolean> =>
  tab.evaluate(`${mine}.then((outbox) => outbox.saved('${callKey}') !== undefined)`);

const refusal = {
  status: 500,
  body: {
    pageErrors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Name a reason' }],
    fieldErrors: {},
    index: null,
    duplicateResults: []
  }
};

describe('the tabs of one rep', function () {
  this.timeout(60_000);
  let ground: Ground;
  let tabs: Tab[];

  before(async () => {
    ground = await openGround();
  });
  after(() => ground.close());
  beforeEach(() => {
    tabs = [];
  });
  afterEach(() => Promise.all(tabs.map((tab) => tab.close())));

  async function open(page: string, user: string, without: readonly string[] = []): Promise<Tab> {
    const tab = await ground.browser.openTab(ground.site.url(page, { user, without }));
    tabs.push(tab);
    await tab.evaluate(`${mine}.then(() => true)`);
    return tab;
  }

  it('send by one of them, whichever the log comes from, and all know that it is saved', async () => {
    const senders = new Set<string>();
    for (const page of ['first', 'second']) {
      ground.site.watch(page, {
        onApex: async () => {
          senders.add(page);
          return true;
        }
      });
    }
    const first = await open('first', '005000000000tabs');
    const second = await open('second', '005000000000tabs');
    for (const callKey of ['tabs-1', 'tabs-2']) {
      await submit(callKey === 'tabs-1' ? second : first, callKey);
      await until(async () => (await savedIn(first, callKey)) && (await savedIn(second, callKey)));
      assert.deepEqual(whatIsWrong(ground.org, callKey), []);
    }
    assert.deepEqual([...senders], ['first']);
    assert.deepEqual(await waiting(second), []);
  });

  it('show the same words when Salesforce refuses a log, keep it, and send it when the person asks', async () => {
    let isRefusing = true;
    const refuse = (method: string) => (method === 'CallLogs.save' && isRefusing ? refusal : undefined);
    for (const page of ['refused-1', 'refused-2', 'refused-3']) ground.site.watch(page, { refuse });
    const first = await open('refused-1', '005000000000refd');
    const second = await open('refused-2', '005000000000refd');
    await submit(first, 'refused');
    for (const tab of [first, second]) {
      await until(async () => (await waiting(tab))[0]?.state === 'blocked');
      assert.match((await waiting(tab))[0]?.problem?.message ?? '', /Name a reason/);
    }
    await first.open(ground.site.url('refused-3', { user: '005000000000refd' }));
    await until(async () => (await waiting(first))[0]?.state === 'blocked');
    isRefusing = false;
    await first.evaluate('openOutbox().then((outbox) => outbox.drain())');
    await until(() => savedIn(second, 'refused'));
    assert.deepEqual(whatIsWrong(ground.org, 'refused'), []);
  });

  it('know what is on the disk when the outbox is opened again, though nobody told them', async () => {
    const first = await open('untold-first', '00500000000untold', ['BroadcastChannel']);
    const second = await open('untold-second', '00500000000untold', ['BroadcastChannel']);
    await submit(first, 'untold');
    assert.deepEqual([await savedIn(second, 'untold'), await waiting(second)], [false, []]);
    const isKnown = await second.evaluate(
      `openOutbox().then((outbox) => outbox.saved('untold') !== undefined || outbox.waiting().length > 0)`
    );
    assert.equal(isKnown, true);
  });

  it('keep the draft that was written last', async () => {
    const first = await open('draft-1', '005000000000drft');
    const second = await open('draft-2', '005000000000drft');
    const put = (tab: Tab, notes: string): Promise<unknown> =>
      tab.evaluate(`openOutbox().then((outbox) => outbox.putDraft({ callKey: 'draft', notes: '${notes}' }))`);
    await put(first, 'one');
    await put(second, 'two');
    const notes = `openOutbox().then((outbox) => outbox.draft('draft')).then((draft) => draft.notes)`;
    assert.deepEqual(await Promise.all([first.evaluate(notes), second.evaluate(notes)]), ['two', 'two']);
    await submit(first, 'draft');
    await put(second, 'three');
    await until(() => savedIn(second, 'draft'));
    assert.equal(await second.evaluate(notes), 'three');
  });

  for (const without of ['', 'indexedDB']) {
    it(`write nothing over what another wrote since they looked${without ? ', in localStorage too' : ''}`, async () => {
      const callKey = `looked${without}`;
      const missing = without ? [without] : [];
      const first = await open(`look-1${without}`, '005000000000look', missing);
      const slow = await open(`look-2${without}`, '005000000000look', missing);
      const ask = <Result>(tab: Tab, words: string): Promise<Result> =>
        tab.evaluate(`openOutbox().then((outbox) => outbox.${words})`);
      const log = `{ ...scenarioLog('${callKey}'), subject: 'By itself' }`;
      await ask(first, `putDraft({ callKey: '${callKey}', notes: 'one' })`);
      await slow.evaluate(
        `openOutbox().then(async (outbox) => void (globalThis.seen = await outbox.draft('${callKey}')))`
      );
      await ask(first, `putDraft({ callKey: '${callKey}', notes: 'two' })`);
      // Browsers bring localStorage to the process of another tab in their own time.
      await until(async () => (await ask<{ notes: string }>(slow, `draft('${callKey}')`)).notes === 'two');
      assert.equal(await ask(slow, `submitOver(${log}, seen)`), false);
      assert.equal(await ask(slow, `putDraftOver({ callKey: '${callKey}', notes: 'slow' }, seen)`), false);
      assert.deepEqual(await ask(slow, `draft('${callKey}')`), { callKey, notes: 'two' });
      assert.deepEqual(
        ground.org.data.rows('Task').filter(({ Subject }) => Subject === 'By itself'),
        []
      );
      const now = `outbox.draft('${callKey}')`;
      const over = (what: string): Promise<boolean> =>
        slow.evaluate(`openOutbox().then(async (outbox) => outbox.${what.replace('NOW', `await ${now}`)})`);
      assert.equal(await over(`putDraftOver({ callKey: '${callKey}', notes: 'three' }, NOW)`), true);
      assert.equal(await over(`submitOver(scenarioLog('${callKey}'), NOW)`), true);
      await until(() => savedIn(slow, callKey));
      assert.deepEqual(await ask(first, `draft('${callKey}')`), { callKey, notes: 'three' });
      assert.deepEqual(whatIsWrong(ground.org, callKey), []);
    });
  }

  it('never show or send what another user of the computer wrote', async () => {
    ground.site.watch('ann', { refuse: () => 'lost-before' });
    const ann = await open('ann', '005000000000anna');
    await submit(ann, 'of-ann');
    const ben = await open('ben', '005000000000benn');
    await ben.evaluate('openOutbox().then((outbox) => outbox.drain())');
    assert.deepEqual(await waiting(ben), []);
    assert.equal((await waiting(ann)).length, 1);
    await ann.open(ground.site.url('ann-again', { user: '005000000000anna' }));
    await until(() => savedIn(ann, 'of-ann'));
    assert.deepEqual(whatIsWrong(ground.org, 'of-ann'), []);
  });

  it('send nothing once somebody else has signed in under them', async () => {
    ground.site.watch('taken', {
      refuse: (method) =>
        method === 'Agents.me' ? { status: 200, body: { returnValue: [{ Id: '005000000000else' }] } } : undefined
    });
    const tab = await open('taken', '005000000000mine');
    await submit(tab, 'taken');
    await until(async () => (await waiting(tab))[0]?.state === 'retrying');
    assert.equal(ground.org.data.rows('Task').filter((task) => task.CallKey__c === 'taken').length, 0);
  });

  it('hand over to the next when the sending one is closed', async () => {
    const first = await open('closing', '005000000000clos');
    const second = await open('staying', '005000000000clos');
    await first.close();
    tabs.shift();
    await submit(second, 'handed-over');
    await until(() => savedIn(second, 'handed-over'));
    assert.deepEqual(whatIsWrong(ground.org, 'handed-over'), []);
  });
});
