import { type FrameLocator, type Locator, type Page } from 'playwright-core';
import { reps } from '../../local/console/server/demo-settings';
import { omniLabels, patience, type Rep, type RepOptions } from './rep';
import { keepTabs } from './tabs';

/** A rep in the app of Open CTI, with our softphone in its utility bar. */
export async function openCtiRep(options: RepOptions): Promise<Rep> {
  const { agent, context, url, password, navigation, isWithoutPanels } = options;
  const query = new URLSearchParams({ phone: 'open-cti', userName: reps[agent].userName, navigation });
  const whole = `${url}?${query.toString()}`;
  const tabs = keepTabs(context, isWithoutPanels ? `${whole}&components=none` : whole);
  const softphone = (page: Page = tabs.page()): FrameLocator => page.frameLocator('iframe[title="Softphone"]');
  let own: Page | undefined;
  /** Where the rep works the phone: in its window when there is one. */
  const worked = (selector: string): Locator => (own ?? softphone()).locator(selector);
  /** One panel of the bar is open at a time. */
  const openUtility = async (id: string): Promise<void> => {
    const button = tabs.page().locator(`[data-key="utility-${id}"]`);
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  };
  const press = async (name: string | RegExp): Promise<void> => {
    if (!own) await openUtility('softphone');
    await (own ?? softphone()).getByRole('button', { name, exact: true }).first().click();
  };
  const ready = async (): Promise<void> => {
    const presence = softphone().locator('#presence');
    const user = softphone().frameLocator('iframe.login').locator('#username');
    await presence.or(softphone().locator('iframe.login')).first().waitFor({ timeout: patience });
    if (await presence.isVisible()) return;
    await user.fill(agent);
    const login = softphone().frameLocator('iframe.login');
    await login.locator('#password').fill(password);
    await login.locator('form#login button[type=submit]').click();
    await presence.waitFor({ timeout: patience });
  };
  const search = async (wanted: string): Promise<void> => {
    await press('Transfer');
    await worked('input[type=search]').fill(wanted);
  };
  await tabs.open();
  await ready();
  return {
    agent,
    context,
    page: tabs.page,
    accept: () => press('Accept'),
    decline: () => press('Decline'),
    hangUp: () => press('Hang up'),
    finish: () => press('Finish wrap-up'),
    call: async (other) => {
      await press('Contacts');
      await worked('input[type=search]').fill(other);
      await press(new RegExp(`^Call ${other}$`, 'i'));
    },
    transferTo: async (other) => {
      await search(other);
      await press(new RegExp(`^Transfer now: ${other}$`, 'i'));
    },
    consult: async (other) => {
      await search(other);
      await press(new RegExp(`^Ask first: ${other}$`, 'i'));
    },
    join: () => press('Conference'),
    leave: () => press('Hand over'),
    chooses: async (status) => {
      await worked('#presence').selectOption({ label: status });
    },
    isShown: (status) => worked('#presence option:checked').filter({ hasText: status }).waitFor({ state: 'attached' }),
    choosesInOmni: async (status) => {
      await openUtility('omni');
      await tabs.page().locator('#omni-status').selectOption({ label: omniLabels[status] });
    },
    isInOmni: (status) =>
      tabs
        .page()
        .locator('#omni-status option:checked', { hasText: omniLabels[status] })
        .waitFor({ state: 'attached' }),
    logsOutOfOmni: async () => {
      await openUtility('omni');
      await tabs.page().locator('[data-key="omni-log-out"]').click();
    },
    click: async ({ id, object }, number) => {
      await tabs
        .page()
        .evaluate(
          ([recordId, objectType, clicked]) =>
            (globalThis as unknown as WithOpenCti).__opencti.clickToDial({ number: clicked, recordId, objectType }),
          [id, object, number] as const
        );
    },
    reload: async () => {
      await tabs.page().reload();
      await ready();
    },
    openTab: async () => {
      await tabs.open();
      await ready();
    },
    openPanels: async () => {
      await tabs.open(whole);
      await ready();
    },
    openWindow: async () => {
      const opened = context.waitForEvent('page');
      await press('Open in a window');
      own = await opened;
      await worked('#presence').waitFor();
    },
    closeWindow: async () => {
      await own?.close();
      own = undefined;
      await softphone().getByRole('button', { name: 'Open in a window' }).waitFor();
    },
    said: tabs.said,
    close: async () => {
      own = undefined;
      await tabs.close();
      // Windows that the page opened are the rep's too.
      for (const page of context.pages()) await page.close();
    }
  };
}

type WithOpenCti = {
  readonly __opencti: {
    clickToDial(click: { readonly number: string; readonly recordId: string; readonly objectType: string }): boolean;
  };
};
