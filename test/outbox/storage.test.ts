import assert from 'node:assert/strict';
import type { Tab } from './chromium';
import { openGround, type Ground } from './ground';
import { whatIsWrong } from './kept-log';
import { until } from './until';

const submit = (tab: Tab, callKey: string): Promise<string> =>
  tab.evaluate(`openOutbox().then((outbox) => outbox.submit(scenarioLog('${callKey}')))`);
const savedIn = (tab: Tab, callKey: string): Promise<boolean> =>
  tab.evaluate(`openOutbox().then((outbox) => outbox.saved('${callKey}') !== undefined)`);
const durability = (tab: Tab): Promise<string> => tab.evaluate(`openOutbox().then((outbox) => outbox.durability)`);

describe('the disk of the outbox', function () {
  this.timeout(60_000);
  let ground: Ground;

  before(async () => {
    ground = await openGround();
  });
  after(() => ground.close());

  const browsers: readonly (readonly [string, readonly string[], string])[] = [
    ['a browser with everything', [], 'indexed-db'],
    ['a browser without locks', ['locks'], 'indexed-db'],
    ['a browser without channels between tabs', ['BroadcastChannel'], 'indexed-db'],
    ['a browser without IndexedDB', ['indexedDB'], 'local-storage'],
    ['a browser without IndexedDB and locks', ['indexedDB', 'locks'], 'local-storage'],
    ['a browser that stores nothing', ['indexedDB', 'localStorage'], 'memory']
  ];
  browsers.forEach(([title, without, expected], at) => {
    it(`is named and works in ${title}`, async () => {
      const name = `browser-${at}`;
      const options = { user: `005000000000br${at}x`, without };
      ground.site.watch(name, { refuse: () => 'lost-before' });
      const tab = await ground.browser.openTab(ground.site.url(name, options));
      assert.equal(await submit(tab, name), expected);
      assert.equal(await durability(tab), expected);
      if (expected !== 'memory') {
        tab.kill();
        await tab.gone();
        await tab.open(
          ground.site.url(`${name}-again`, { ...options, without: without.filter((it) => it !== 'locks') })
        );
      } else {
        ground.site.watch(name, {});
        await tab.evaluate('openOutbox().then((outbox) => outbox.drain())');
      }
      await until(() => savedIn(tab, name));
      assert.deepEqual(whatIsWrong(ground.org, name), []);
      await tab.close();
    });
  });

  it('says when it is full, and the log goes from memory to Salesforce', async () => {
    const tab = await ground.browser.openTab(ground.site.url('full', { host: 'full', user: '005000000000full' }));
    await tab.evaluate('openOutbox().then(() => true)');
    ground.site.watch('full', { refuse: () => 'lost-before' });
    const origin = await tab.evaluate<string>('location.origin');
    await tab.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    assert.equal(await submit(tab, 'full'), 'memory');
    assert.equal(await durability(tab), 'memory');
    const problem = `openOutbox().then((outbox) => outbox.storageProblem ?? '')`;
    assert.match(await tab.evaluate(problem), /quota/i);
    ground.site.watch('full', {});
    await tab.evaluate('openOutbox().then((outbox) => outbox.drain())');
    await until(() => savedIn(tab, 'full'));
    assert.deepEqual(whatIsWrong(ground.org, 'full'), []);
    assert.equal(await tab.evaluate(problem), '');
    await tab.close();
  });
});
