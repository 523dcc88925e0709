import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';
import { nameIn, remember } from './givens';
import { logsOf } from './logs';
import { openUtility } from './open-utility';
import { type Phrase } from './phrase';
import { agentOf, type Stage } from './stage';
import { until } from './until';
import { comes, reaches } from './whens';

type Does = Phrase<Stage>['does'];
type Values = Readonly<Record<string, string | number | boolean>>;

const given = (words: string, does: Does): Phrase<Stage> => ({ keyword: 'Given', words, does });
const when = (words: string, does: Does): Phrase<Stage> => ({ keyword: 'When', words, does });
const then = (words: string, does: Does): Phrase<Stage> => ({ keyword: 'Then', words, does });

const rule = { Moment__c: 'Accepted', IsActive__c: true, OneMatch__c: 'Open', ManyMatches__c: 'Chooser' };
const byNumber = { ...rule, Attribute__c: 'caller-number', FieldName__c: 'Phone', NoMatch__c: 'Nothing' };
const channel = { AfterSave__c: 'LeaveClosed', AutoLog__c: true, OpensWrapUp__c: true };

/** The rules of the package that look for the number of the caller. */
const callerRules: Readonly<Record<string, Values>> = {
  ContactByPhone: { ...byNumber, SObjectName__c: 'Contact', Order__c: 30 },
  ContactByMobilePhone: { ...byNumber, SObjectName__c: 'Contact', FieldName__c: 'MobilePhone', Order__c: 40 },
  AccountByPhone: { ...byNumber, SObjectName__c: 'Account', Order__c: 50 },
  LeadByPhone: { ...byNumber, SObjectName__c: 'Lead', NoMatch__c: 'Search', Order__c: 60 }
};

const setCallerRules = async ({ org }: Stage, values: Values): Promise<void> => {
  for (const [name, own] of Object.entries(callerRules)) await org.set('ScreenPopRule', name, { ...own, ...values });
};

const setChannel = ({ org }: Stage, name: string, values: Values): Promise<void> =>
  org.set('ChannelSetting', name, { ...channel, Channel__c: name, ...values });

/** Who may call besides a contact with a phone, and what an administrator changed in rules and channels. */
export const ruleGivens: readonly Phrase<Stage>[] = [
  given('a contact {name} with the mobile phone {number}', (stage, { name = '', number }) =>
    remember(stage, name, 'Contact', { ...nameIn(name), MobilePhone: number })
  ),
  given('a contact {name} without a phone', (stage, { name = '' }) => remember(stage, name, 'Contact', nameIn(name))),
  given('a lead {name} with the phone {number}', (stage, { name = '', number }) =>
    remember(stage, name, 'Lead', { ...nameIn(name), Company: 'Northwind', Phone: number })
  ),
  given('an account {name} with the number {digits} in our books', (stage, { name = '', digits }) =>
    remember(stage, name, 'Account', { Name: name, AccountNumber: digits })
  ),
  given('callers open when a call is {moment}', (stage, { moment = '' }) =>
    setCallerRules(stage, { Moment__c: moment.replace(/^./, (first) => first.toUpperCase()) })
  ),
  given('callers open for a {channel} alone', (stage, { channel: named = '' }) =>
    setCallerRules(stage, { Channels__c: named })
  ),
  given('the attribute {attribute} opens the account with that number', ({ org }, { attribute = '' }) =>
    org.set('ScreenPopRule', 'ContactByEmail', {
      ...{ ...rule, Attribute__c: attribute, Order__c: 20, NoMatch__c: 'Nothing' },
      ...{ SObjectName__c: 'Account', FieldName__c: 'AccountNumber' }
    })
  ),
  given('records open for what is dialled too', ({ org }) => org.setOrg({ PopOutbound__c: 'on' })),
  given('a saved log of a {channel} is {shown}', (stage, { channel: named = '', shown = '' }) =>
    setChannel(stage, named, { AfterSave__c: { opened: 'Pop', edited: 'Edit' }[shown] ?? shown })
  )
];

/** What may come, and what a rep does in the list of logs that are about nobody. */
export const ruleWhens: readonly Phrase<Stage>[] = [
  when(
    '{number} calls {who} with the {attribute} {value}',
    async (stage, { number, who = '', attribute = '', value = '' }) => {
      const attributes = { [attribute]: value };
      await comes(stage, { channel: 'phone', from: number, agent: agentOf(who), attributes });
      await reaches(stage, who, 'ringing');
    }
  ),
  when('{who} links the log that is about nobody to {name}', async (stage, { who = '', name = '' }) => {
    const page = (await stage.rep(who)).page();
    await openUtility(page, 'callLog');
    const list = page.locator('c-unlinked-logs');
    const toggle = list.locator('[data-id="toggle"]');
    await toggle.waitFor();
    if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
    await list.locator('[data-id="link"] button').first().click();
    await list.locator('c-related-record-picker input[role="combobox"]').fill(name);
    await list.locator('[data-id="option"]', { hasText: name }).first().click();
    await list.locator('[data-id="save-link"] button').click();
  })
];

/** What is in front of a rep then. */
export const ruleThens: readonly Phrase<Stage>[] = [
  then('the page of the log is open in front of {who}', async (stage, { who = '' }) => {
    const tab = await logTab(stage, who, 'record');
    assert.equal(await tab.getAttribute('aria-selected'), 'true');
  })
];

async function logTab(stage: Stage, who: string, kind: string) {
  const page: Page = (await stage.rep(who)).page();
  const [log] = await until(
    () => logsOf(stage),
    (logs) => logs.length > 0,
    'a log is due'
  );
  const tab = page.locator(`[id="tab-${kind}-${log?.id ?? ''}"]`);
  await tab.waitFor();
  return tab;
}
