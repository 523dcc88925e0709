import assert from 'node:assert/strict';
import type { Tab } from './chromium';
import { openGround, type Ground } from './ground';
import { whatIsWrong } from './kept-log';
import type { Watch } from './outbox-site';
import { longText } from './scenario-log';
import { until } from './until';

/** Minutes of waiting become moments. */
const quick = [
  { file: 'send-schedule.ts', words: 'firstWait = 1000', become: 'firstWait = 5' },
  { file: 'send-schedule.ts', words: 'longestWait = 300_000', become: 'longestWait = 40' },
  { file: 'sendNewest.ts', words: 'settling = 15_000', become: 'settling = 1_500' },
  { file: 'partGroups.ts', words: 'requestBytes = 1_000_000', become: 'requestBytes = 150_000' }
];

const dml = (statusCode: string) => ({
  status: 500,
  body: { pageErrors: [{ statusCode, message: 'no' }], fieldErrors: {}, index: null, duplicateResults: [] }
});
const troubles: readonly ReturnType<NonNullable<Watch['refuse']>>[] = [
  'lost-before',
  'lost-after',
  dml('UNABLE_TO_LOCK_ROW'),
  dml('REQUEST_LIMIT_EXCEEDED'),
  { status: 503, body: { message: 'Server Unavailable' } },
  { status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] }
];

const seed = 20_261_121;

describe('the outbox under faults', function () {
  this.timeout(120_000);
  let ground: Ground;

  before(async () => {
    ground = await openGround(...quick);
  });
  after(() => ground.close());

  it('sends each of many logs once, its newest version, through lost answers, locks, limits, sign-outs and crashes', async () => {
    const random = randomFrom(seed);
    const user = '005000000000soak';
    let isStormy = true;
    let troubled = 0;
    const refuse: Watch['refuse'] = () => {
      if (!isStormy || random() < 0.6) return undefined;
      troubled += 1;
      return troubles[Math.floor(random() * troubles.length)];
    };
    let pages = 0;
    const url = (): string => {
      pages += 1;
      ground.site.watch(`soak-${pages}`, { refuse });
      return ground.site.url(`soak-${pages}`, { user });
    };
    const tabs: Tab[] = [await ground.browser.openTab(url()), await ground.browser.openTab(url())];
    const texts = new Map<string, number>();
    // On a busy machine the pages send more slowly than this loop submits.
    for (let step = 0; step < 40 || (troubled <= 15 && step < 400); step++) {
      const tab = tabs[Math.floor(random() * tabs.length)] as Tab;
      const callKey = `soak-${Math.floor(random() * 12)}`;
      const units = [50, 40_000, 140_000][Math.floor(random() * 3)] ?? 0;
      await tab.evaluate(`openOutbox().then((outbox) => outbox.submit(scenarioLog('${callKey}', longText(${units}))))`);
      texts.set(callKey, units);
      if (random() < 0.15) {
        tab.kill();
        await tab.gone();
        await tab.open(url());
      }
    }
    isStormy = false;
    for (const tab of tabs) await tab.evaluate('openOutbox().then((outbox) => outbox.drain())');
    for (const tab of tabs) {
      await until(async () => (await tab.evaluate(`openOutbox().then((outbox) => outbox.waiting().length)`)) === 0);
    }
    assert.ok(troubled > 15, `${troubled} requests were troubled`);
    for (const [callKey, units] of texts) {
      assert.deepEqual(whatIsWrong(ground.org, callKey, longText(units)), [], `${callKey} with seed ${seed}`);
    }
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it('sends a text of 5 MB whole and in order', async () => {
    const patient = await openGround();
    const tab = await patient.browser.openTab(patient.site.url('large'));
    const took = await tab.evaluate<number>(`(async () => {
      const outbox = await openOutbox();
      const done = confirmed(outbox, 'large');
      await outbox.submit(scenarioLog('large', longText(5 * 1024 * 1024)));
      return (await done).milliseconds;
    })()`);
    assert.deepEqual(whatIsWrong(patient.org, 'large', longText(5 * 1024 * 1024)), []);
    assert.ok(took > 0);
    process.stdout.write(`      5 MB from submit to confirmed: ${Math.round(took)} ms\n`);
    await patient.close();
  });

  it('sends at once when the network is back', async () => {
    const tab = await ground.browser.openTab(ground.site.url('train', { user: '005000000000trai' }));
    await tab.evaluate('openOutbox().then(() => true)');
    await tab.send('Network.enable');
    const network = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await tab.send('Network.emulateNetworkConditions', { ...network, offline: true });
    await tab.evaluate(`openOutbox().then((outbox) => outbox.submit(scenarioLog('train')))`);
    const state = `openOutbox().then((outbox) => outbox.waiting()[0]?.problem?.kind)`;
    await until(async () => (await tab.evaluate(state)) === 'offline');
    await tab.send('Network.emulateNetworkConditions', { ...network, offline: false });
    await until(() => tab.evaluate(`openOutbox().then((outbox) => outbox.saved('train') !== undefined)`));
    assert.deepEqual(whatIsWrong(ground.org, 'train'), []);
    await tab.close();
  });
});

/** The same numbers at every run. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
