import assert from 'node:assert/strict';
import { type Locator, type Page } from 'playwright-core';
import { reps } from '../../local/console/server/demo-settings';
import { completeLogs, logsOf, type Log } from './logs';
import { countOf, type Phrase } from './phrase';
import { type OmniStatus } from './rep';
import { agentOf, type Stage } from './stage';
import { until } from './until';
import { longText } from './whens';

const then = (words: string, does: Phrase<Stage>['does']): Phrase<Stage> => ({ keyword: 'Then', words, does });

const idOf = ({ records }: Stage, name: string): string => {
  const id = records.get(name)?.id;
  if (id === undefined) throw new Error(`Nobody said who or what ${name} is`);
  return id;
};
const tabOf = async (stage: Stage, who: string, name: string): Promise<Locator> =>
  (await stage.rep(who)).page().locator(`[id="tab-record-${idOf(stage, name)}"]`);

/** What may be true then. */
export const thens: readonly Phrase<Stage>[] = [
  then('the record of {name} is open in front of {who}', async (stage, { name = '', who = '' }) => {
    const tab = await tabOf(stage, who, name);
    await tab.waitFor();
    assert.equal(await tab.getAttribute('aria-selected'), 'true');
  }),
  then('the record of {name} is not open in front of {who}', async (stage, { name = '', who = '' }) =>
    assert.equal(await (await tabOf(stage, who, name)).count(), 0)
  ),
  then('no record is open in front of {who}', async (stage, { who = '' }) => {
    const page = (await stage.rep(who)).page();
    for (const [name, { id }] of stage.records)
      assert.equal(await page.locator(`[id="tab-record-${id}"]`).count(), 0, `the record of ${name}`);
  }),
  then('the record of {name} is open once in the tabs of {who}', async (stage, { name = '', who = '' }) => {
    const rep = await stage.rep(who);
    const open = async (): Promise<number> => {
      const tab = `[id="tab-record-${idOf(stage, name)}"]`;
      const counts = await Promise.all(rep.context.pages().map((page) => page.locator(tab).count()));
      return counts.reduce((sum, count) => sum + count, 0);
    };
    await until(open, (count) => count > 0, `the record of ${name} is to be open`);
    assert.equal(await open(), 1);
  }),
  then('the record of {name} is offered to {who}', async (stage, { name = '', who = '' }) => {
    const page = (await stage.rep(who)).page();
    const entry = page.locator('c-screen-pops [data-id="entry"]', { hasText: name });
    await entry.locator('[data-id="words"]', { hasText: 'Ready to open' }).waitFor({ state: 'attached' });
  }),
  then('{who} is still on the home page', async (stage, { who = '' }) => {
    const { url } = await viewOf((await stage.rep(who)).page());
    assert.match(url, /\/lightning\/page\/home$/);
  }),
  then(
    'the record of {name} is open in a window of {who}',
    async (stage, { name = '', who = '' }) => void (await windowOf(stage, name, who))
  ),
  then('no window of {who} has the record of {name}', async (stage, { who = '', name = '' }) =>
    assert.equal((await windowsWith(stage, name, who)).length, 0)
  ),
  then(
    'the window of {who} with the record of {name} has {count} by {count2} pixels',
    async (stage, { who = '', name = '', count = '', count2 = '' }) => {
      const page = await windowOf(stage, name, who);
      assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [countOf(count), countOf(count2)]);
    }
  ),
  then('{who} may choose between {one} and {other}', async (stage, { who = '', one = '', other = '' }) => {
    const choices = (await stage.rep(who)).page().locator('c-screen-pops [data-id="page"] .name');
    await choices.nth(1).waitFor({ state: 'attached' });
    assert.deepEqual([...(await choices.allTextContents())].sort(), [one, other].sort());
  }),
  then(
    'a new {object} with the phone {number} is in front of {who}',
    async (stage, { object = '', number, who = '' }) => {
      const page = (await stage.rep(who)).page();
      const [form, shown] = [`[aria-label="New ${object}"]`, 'dd[data-field="Phone"]'];
      await page.locator(form).first().waitFor();
      const input = page.locator(`${form} input[name="Phone"]`);
      const value =
        (await input.count()) > 0 ? await input.inputValue() : await page.locator(`${form} ${shown}`).textContent();
      assert.equal(value, number);
    }
  ),
  then('the phone of {who} says {words}', async (stage, { who = '', words = '' }) => {
    const page = (await stage.rep(who)).page();
    const line = page.frameLocator('iframe[title="Softphone"]').locator('.log');
    await line.filter({ hasText: words }).waitFor({ state: 'attached' });
  }),
  then('there is no log', async (stage) => assert.deepEqual(await logsOf(stage), [])),
  then('there is one log', (stage) => completeLogs(stage, 1).then(() => undefined)),
  then('there are {count} logs', (stage, { count = '' }) => completeLogs(stage, countOf(count)).then(() => undefined)),
  then('{who} has one of the logs', async (stage, { who = '' }) => {
    const { userName } = reps[agentOf(who)];
    const [user] = await stage.org.query(`SELECT Id FROM User WHERE Username = '${userName}'`);
    const owners = (await logsOf(stage)).map(({ ownerId }) => ownerId);
    assert.equal(
      owners.filter((owner) => owner === user?.Id).length,
      1,
      `${who} is ${user?.Id} among ${owners.join(', ')}`
    );
  }),
  then('{count} legs have one log each', async (stage, { count = '' }) => {
    const isWhole = (logs: readonly Log[]): boolean =>
      logs.length >= countOf(count) && logs.every((log) => log.isComplete);
    const logs = await until(() => logsOf(stage), isWhole, `${count} legs are to have a complete log each`);
    assert.equal(logs.length, countOf(count), JSON.stringify(logs));
  }),
  then('the logs are of one conversation', async (stage) => {
    const logs = await logsOf(stage);
    const tasks = logs.filter(({ object }) => object === 'Task');
    assert.equal(new Set(tasks.map(({ interactionKey }) => interactionKey)).size, tasks.length === 0 ? 0 : 1);
    const calls = await stage.org.query('SELECT Id, PreviousCallId FROM VoiceCall ORDER BY CreatedDate, Id');
    const [first, ...rest] = calls.filter(({ Id }) => !stage.before.has(Id));
    assert.deepEqual(
      rest.map(({ PreviousCallId }) => PreviousCallId),
      rest.map(() => first?.Id)
    );
  }),
  then('the log is about {name}', async (stage, { name = '' }) => {
    const about = idOf(stage, name);
    await until(
      () => logsOf(stage),
      ([log]) => log?.about === about,
      `the log is to be about ${name}`
    );
  }),
  then('the log has the outcome {outcome} and the notes {notes}', async (stage, { outcome = '', notes = '' }) => {
    const isSo = (log: { readonly outcome?: string; readonly text?: string } | undefined): boolean =>
      log?.outcome === outcome && log.text?.includes(notes) === true;
    await until(
      () => logsOf(stage),
      ([log]) => isSo(log),
      `the log is to have ${outcome} and ${notes}`
    );
  }),
  then('the log keeps all {count} characters', async (stage, { count = '' }) => {
    const wanted = longText(countOf(count));
    const kept = async (): Promise<string> => {
      const [log] = await logsOf(stage);
      const parts = await stage.org.query('SELECT Id, Text__c FROM CallLogPart__c ORDER BY PartNumber__c');
      return [log?.text ?? '', ...parts.map(({ Text__c }) => String(Text__c))].join('');
    };
    await until(kept, (text) => text.includes(wanted), `all ${count} characters are to be kept`);
  }),
  then('the page of the log shows {who} all {count} characters', async (stage, { who = '', count = '' }) => {
    const page = (await stage.rep(who)).page();
    // The panel may be closed under the tab that opens.
    await page
      .locator('c-call-log [data-id="open-task"] button')
      .first()
      .evaluate((link) => (link as HTMLElement).click());
    // On Voice the tab of the call shows it too, behind the one that opened.
    const text = page.locator('c-call-log-text').last();
    await text.locator('[data-id="text"]').waitFor();
    const more = text.locator('[data-id="more"] button');
    const wanted = longText(countOf(count));
    const shown = async (): Promise<string> => {
      if (await more.isVisible()) await more.click();
      return (await text.locator('[data-id="text"]').textContent()) ?? '';
    };
    await until(shown, (seen) => seen.includes(wanted), `all ${count} characters are to be shown`);
  }),
  then('an activity of {who} says that the call was {outcome}', async (stage, { who = '', outcome }) => {
    const soql = `SELECT Id, Outcome__c FROM AgentActivity__c WHERE Kind__c = 'QueueCall'`;
    const fresh = async (): Promise<readonly unknown[]> =>
      (await stage.org.query(soql)).filter(({ Id }) => !stage.before.has(Id)).map(({ Outcome__c }) => Outcome__c);
    const seen = await until(fresh, (outcomes) => outcomes.length > 0, `${who} is to have an activity`);
    assert.deepEqual(seen, [outcome]);
  }),
  then('{who} is shown as {status}', async (stage, { who = '', status = '' }) =>
    (await stage.rep(who)).isShown(status as 'Available' | 'Break')
  ),
  then('Omni-Channel has {who} as {status}', async (stage, { who = '', status = '' }) =>
    (await stage.rep(who)).isInOmni(status as OmniStatus)
  ),
  then('the phone system has {who} as {status}', async ({ world }, { who = '', status = '' }) => {
    const state = async (): Promise<unknown> => {
      const { agents } = (await world.phone('GET', '')) as { readonly agents: readonly PhoneAgent[] };
      return agents.find(({ agentId }) => agentId === agentOf(who))?.presence.id;
    };
    await until(state, (seen) => seen === status.toLowerCase(), `${who} is to be ${status}`);
  }),
  then('{who} has no call', async (stage, { who = '' }) => assert.deepEqual(await stage.calls(agentOf(who)), [])),
  then('{who} is told that {number} may not be called', async (stage, { who = '', number = '' }) => {
    const rep = await stage.rep(who);
    const words = new RegExp(
      `${number.replace('+', String.raw`\+`)} may not be called|not.*called|does not want calls`,
      'i'
    );
    const frames = rep
      .page()
      .frames()
      .map((frame) => frame.getByText(words).first());
    await Promise.any(frames.map((found) => found.waitFor({ state: 'attached' })));
  })
];

type PhoneAgent = { readonly agentId: string; readonly presence: { readonly id: string } };

type View = { readonly url: string };

/** Where a page of the app of Open CTI is. */
const viewOf = (page: Page): Promise<View> =>
  page.evaluate(() => (globalThis as unknown as { readonly __opencti: { view(): View } }).__opencti.view());

/** Other windows of a rep's browser with this record in them. */
async function windowsWith(stage: Stage, name: string, who: string): Promise<readonly Page[]> {
  const rep = await stage.rep(who);
  const pages = rep.context.pages().filter((page) => page !== rep.page());
  const views = await Promise.all(pages.map((page) => viewOf(page).catch(() => undefined)));
  return pages.filter((_, index) => views[index]?.url.endsWith(`/lightning/r/Contact/${idOf(stage, name)}/view`));
}

async function windowOf(stage: Stage, name: string, who: string): Promise<Page> {
  const found = await until(
    () => windowsWith(stage, name, who),
    (pages) => pages.length > 0,
    `the record of ${name} is to be in a window`
  );
  assert.equal(found.length, 1, 'one window');
  return found[0]!;
}
