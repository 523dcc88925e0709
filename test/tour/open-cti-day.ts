import { type Page } from 'playwright-core';
import { openCtiRep } from '../scenarios/open-cti-rep';
import { orgSide } from '../scenarios/org-side';
import { openWholeWorld } from '../voice/whole-world';
import { openCamera, tourContext } from './camera';

const caller = '+442079460101';

/** A rep's morning in the app of Open CTI, from the login to the saved log; gives the files. */
export async function openCtiDay(folder: string): Promise<readonly string[]> {
  const world = await openWholeWorld({ isOpenCti: true });
  const camera = openCamera(folder);
  try {
    const org = orgSide(world.org);
    await org.set('ScreenPopRule', 'ContactByPhone', whileRinging);
    const context = await tourContext(await world.browser());
    const desk = (): Promise<void> => Promise.reject(new Error('no desk phone here'));
    const rep = await openCtiRep({
      ...{ agent: 'priya', context, url: world.url, password: world.password, desk },
      navigation: 'console'
    });
    const page = rep.page();
    await rep.chooses('Available');
    await rep.isShown('Available');
    await openUtility(page, 'softphone');
    await camera.take(page, 'signed-in');

    await world.phone('PUT', '/agents/priya', { name: 'Priya Nair', queues: ['support'], isSupervisor: true });
    await world.phone('POST', '/interactions', {
      ...{ channel: 'phone', from: caller, to: '+442079460000', agent: 'priya' }
    });
    await page.locator('article.record[aria-label="Noor Haddad"] .record-details dd').first().waitFor();
    const softphone = page.frameLocator('iframe[title="Softphone"]');
    await softphone.getByRole('button', { name: 'Accept', exact: true }).first().waitFor();
    await camera.take(page, 'ringing');

    await rep.accept();
    await openUtility(page, 'softphone');
    await softphone.getByRole('button', { name: 'Hang up', exact: true }).first().waitFor();
    await camera.take(page, 'on-a-call');

    await rep.hangUp();
    await openUtility(page, 'callLog');
    const form = page.locator('c-call-log-form').first();
    await form
      .locator('lightning-combobox[data-id="outcome"] button, lightning-combobox[data-id="outcome"] input')
      .first()
      .click();
    await page.getByRole('option', { name: 'Resolved' }).first().click();
    await form
      .locator('lightning-textarea[data-id="notes"] textarea')
      .fill('Sent the invoice again, to the new address.');
    await camera.take(page, 'wrap-up');

    await form.locator('lightning-button[data-id="save"] button').click();
    await page.locator('[data-id="open-task"]').first().waitFor();
    await camera.take(page, 'saved');

    for (const [utility, name] of [
      ['queueStatus', 'queues'],
      ['agentMonitor', 'monitor']
    ] as const) {
      await openUtility(page, utility);
      await camera.take(page, name);
    }
    return camera.taken;
  } finally {
    await world.close();
  }
}

/** Opens a panel of the utility bar. */
async function openUtility(page: Page, id: string): Promise<void> {
  const button = page.locator(`[data-key="utility-${id}"]`);
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}

const whileRinging = {
  ...{ Attribute__c: 'caller-number', SObjectName__c: 'Contact', FieldName__c: 'Phone', Moment__c: 'Offered' },
  ...{ OneMatch__c: 'Open', ManyMatches__c: 'Chooser', NoMatch__c: 'Nothing', IsActive__c: true, Order__c: 30 }
};
