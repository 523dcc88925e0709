import { type Locator, type Page } from 'playwright-core';
import { logsOf } from './logs';
import { openUtility } from './open-utility';
import { type Phrase } from './phrase';
import { type Stage } from './stage';
import { until } from './until';

/** The line of a call with a number in the list of logs without a record, which is opened as a person opens it. */
async function lineOf(page: Page, number: string): Promise<Locator> {
  await openUtility(page, 'callLog');
  const list = page.locator('c-unlinked-logs');
  const toggle = list.locator('[data-id="toggle"]');
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
  return list
    .locator('[data-id="unlinked"]', { has: page.locator(`c-dial-number`, { hasText: shownAs(number) }) })
    .first();
}

/** `+1 415-555-0177`, however its parts are kept apart. */
function shownAs(number: string): RegExp {
  return new RegExp([...number.replace('+', '')].join(String.raw`\D*`));
}

export const unlinkedWhens: readonly Phrase<Stage>[] = [
  {
    keyword: 'When',
    words: '{who} calls {number} from the logs without a record',
    does: async (stage, { who = '', number = '' }) => {
      const line = await lineOf((await stage.rep(who)).page(), number);
      await line.getByRole('button', { name: /^Call / }).click();
    }
  },
  {
    keyword: 'When',
    words: '{who} links the log of {number} to {name}',
    does: async (stage, { who = '', number = '', name = '' }) => {
      const page = (await stage.rep(who)).page();
      const line = await lineOf(page, number);
      await line.locator('[data-id="link"] button').click();
      const list = page.locator('c-unlinked-logs');
      await list.locator('c-related-record-picker input').fill(name);
      await list.locator('[data-id="option"]', { hasText: name }).first().click();
      await list.locator('[data-id="save-link"] button').click();
    }
  }
];

export const unlinkedThens: readonly Phrase<Stage>[] = [
  {
    keyword: 'Then',
    words: 'one of the logs is about {name}',
    does: async (stage, { name = '' }) => {
      const about = stage.records.get(name)?.id;
      await until(
        () => logsOf(stage),
        (logs) => logs.filter((log) => about !== undefined && log.about === about).length === 1,
        `one of the logs is to be about ${name}`
      );
    }
  }
];
