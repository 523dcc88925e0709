import { type Page } from 'playwright-core';
import { openCtiRep } from '../scenarios/open-cti-rep';
import { orgSide } from '../scenarios/org-side';
import { openWholeWorld, type WholeWorld } from '../voice/whole-world';
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

    await world.phone('PUT', '/agents/priya', { name: 'Priya Nair', queues: ['Support'] });
    await call(world, { agent: 'priya' });
    await page.locator('article.record[aria-label="Noor Haddad"] .record-details dd').first().waitFor();
    const softphone = page.frameLocator('iframe[title="Softphone"]');
    await softphone.getByRole('button', { name: 'Accept', exact: true }).first().waitFor();
    await camera.take(page, 'ringing', { withSimulator: true });

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

    await closeUtility(page, 'callLog');
    await page.locator('c-call-history').first().getByText('Resolved').waitFor();
    await camera.take(page, 'history');

    await call(world, { agent: 'priya' });
    // A frame that is out of sight draws nothing, and nothing in it can be pressed until the panel has opened.
    await page.locator('[data-key="utility-softphone"][aria-pressed="true"]').waitFor();
    await rep.accept();
    await call(world, { queue: 'Support', from: '+14155550123' });
    await openUtility(page, 'queueStatus');
    await page.locator('c-queue-status [data-id="waiting"]', { hasText: '1' }).first().waitFor();
    await page.locator('c-call-history').first().getByText('Resolved').waitFor();
    await camera.take(page, 'queues');
    await camera.take(await monitorOf(world), 'monitor');
    return camera.taken;
  } finally {
    await world.close();
  }
}

/** What a supervisor has in front of them while all this goes on. */
async function monitorOf(world: WholeWorld): Promise<Page> {
  await world.phone('PUT', '/agents/sam', { name: 'Sam Okoye', queues: ['Support'], isSupervisor: true });
  const context = await tourContext(await world.browser());
  const desk = (): Promise<void> => Promise.reject(new Error('no desk phone here'));
  const supervisor = await openCtiRep({
    ...{ agent: 'sam', context, url: world.url, password: world.password, desk },
    navigation: 'console'
  });
  const page = supervisor.page();
  await page.getByRole('button', { name: 'Show Navigation Menu' }).click();
  await page.getByRole('button', { name: 'Ringdown Monitor' }).click();
  const monitor = page.locator('[id="panel-app-page-RingdownMonitor"] c-agent-monitor');
  await monitor.locator('[data-id="agent"]', { hasText: 'Priya' }).locator('[data-action="listen"]').waitFor();
  await closeUtility(page, 'softphone');
  return page;
}

const call = (world: WholeWorld, more: object): Promise<unknown> =>
  world.phone('POST', '/interactions', { channel: 'phone', from: caller, to: '+442079460000', ...more });

async function closeUtility(page: Page, id: string): Promise<void> {
  const button = page.locator(`[data-key="utility-${id}"]`);
  if ((await button.getAttribute('aria-pressed')) === 'true') await button.click();
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
