import { type Locator, type Page } from 'playwright-core';
import { type Phrase } from './phrase';
import { agentOf, type Stage } from './stage';

type Does = Phrase<Stage>['does'];

/** Where a supervisor writes, on the app's own page; it is opened as a person opens it. */
async function board(page: Page): Promise<Locator> {
  const found = page.locator('[id="panel-app-page-RingdownMonitor"] c-message-board');
  if (await found.isVisible()) return found;
  // A panel that is open lies over a part of the page, as in Salesforce.
  const open = page.locator('.slds-utility-panel.slds-is-open');
  if (await open.isVisible()) await open.getByRole('button', { name: 'Minimize' }).click();
  await page.getByRole('button', { name: 'Show Navigation Menu' }).click();
  await page.getByRole('button', { name: 'Ringdown Monitor' }).click();
  await found.locator('section').waitFor();
  return found;
}

const send = async (within: Locator, text: string): Promise<void> => {
  await within.locator('textarea').fill(text);
  await within.getByRole('button', { name: 'Send', exact: true }).click();
  await within.locator('[data-id="sent-text"]', { hasText: text }).waitFor();
};

const supervisor: Does = async (stage, { who = '' }) => {
  const agent = agentOf(who);
  await stage.world.phone('PUT', `/agents/${agent}`, { name: agent, queues: ['Support'], isSupervisor: true });
};

/** The messages in the rep's Phone Session, or in the panel of whatever name that holds it. */
const panel = (page: Page): Locator => page.locator('.slds-utility-panel', { has: page.locator('c-rep-messages') });
const messages = (page: Page): Locator => panel(page).locator('[data-id="message"]');
const onSoftphone = (page: Page): Locator => page.frameLocator('iframe[title="Softphone"]').locator('.message');

export const messageGivens: readonly Phrase<Stage>[] = [
  { keyword: 'Given', words: '{who} is a supervisor', does: supervisor }
];

export const messageWhens: readonly Phrase<Stage>[] = [
  {
    keyword: 'When',
    words: '{who} writes {text} to everybody',
    does: async (stage, { who = '', text = '' }) => send(await board((await stage.rep(who)).page()), text)
  },
  {
    keyword: 'When',
    words: '{who} writes {text} to {who2}',
    does: async (stage, { who = '', text = '', who2 = '' }) => {
      const page = (await stage.rep(who)).page();
      const within = await board(page);
      await within.getByRole('combobox', { name: 'To' }).click();
      await within.getByRole('option', { name: agentOf(who2), exact: true }).click();
      await send(within, text);
    }
  },
  {
    keyword: 'When',
    words: '{who} writes {text} to everybody for {count} seconds',
    // Shorter than the board offers.
    does: async (stage, { who = '', text, count }) =>
      void (await stage.world.phone('POST', `/agents/${agentOf(who)}/command`, {
        command: 'send-message',
        arguments: { requestId: text, text, to: { kind: 'everybody' }, forSeconds: Number(count) }
      }))
  },
  {
    keyword: 'When',
    words: '{who} marks {text} as read',
    does: async (stage, { who = '', text = '' }) => {
      const page = (await stage.rep(who)).page();
      const name = `Mark as read: ${text}`;
      if (stage.bridge === 'Open CTI') {
        const phone = page.locator('[data-key="utility-softphone"]');
        if ((await phone.getAttribute('aria-pressed')) !== 'true') await phone.click();
        return onSoftphone(page).getByRole('button', { name }).click();
      }
      const utility = page.locator(`[data-key="utility-${await panel(page).getAttribute('data-utility')}"]`);
      if ((await utility.getAttribute('aria-pressed')) !== 'true') await utility.click();
      await messages(page).getByRole('button', { name }).click();
    }
  },
  {
    keyword: 'When',
    words: '{who} withdraws {text}',
    does: async (stage, { who = '', text = '' }) => {
      const within = await board((await stage.rep(who)).page());
      await within.getByRole('button', { name: `Withdraw: ${text}` }).click();
    }
  }
];

export const messageThens: readonly Phrase<Stage>[] = [
  {
    keyword: 'Then',
    words: '{who} is shown the message {text}',
    does: async (stage, { who = '', text }) => {
      const page = (await stage.rep(who)).page();
      await messages(page).filter({ hasText: text }).waitFor({ state: 'attached' });
      if (stage.bridge === 'Open CTI') await onSoftphone(page).filter({ hasText: text }).waitFor({ state: 'attached' });
    }
  },
  {
    keyword: 'Then',
    words: '{who} is shown no message',
    does: async (stage, { who = '' }) => {
      const page = (await stage.rep(who)).page();
      // The list goes with its last message; what holds it is there all the same.
      await panel(page).locator('c-rep-messages').waitFor({ state: 'attached' });
      await messages(page).first().waitFor({ state: 'detached' });
      if (stage.bridge === 'Open CTI') await onSoftphone(page).first().waitFor({ state: 'detached' });
    }
  },
  {
    keyword: 'Then',
    words: '{who} sees that {who2} has read {text}',
    does: async (stage, { who = '', who2 = '', text = '' }) => {
      const within = await board((await stage.rep(who)).page());
      const sent = within.locator('[data-id="sent"]', { hasText: text });
      const details = sent.getByRole('button', { name: 'Who has read it' });
      if ((await details.getAttribute('aria-expanded')) !== 'true') await details.click();
      await sent
        .locator('[data-id="reader"]', { hasText: agentOf(who2) })
        .filter({ hasNotText: 'not read' })
        .waitFor();
    }
  }
];
