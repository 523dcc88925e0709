import { type FrameLocator, type Page } from 'playwright-core';
import { reps } from '../../local/console/server/demo-settings';
import { omniLabels, patience, type Rep, type RepOptions } from './rep';
import { keepTabs } from './tabs';

/** A rep in the app of Open CTI, with our softphone in its utility bar. */
export async function openCtiRep({ agent, context, url, password }: RepOptions): Promise<Rep> {
  const query = new URLSearchParams({ phone: 'open-cti', userName: reps[agent].userName });
  const tabs = keepTabs(context, `${url}?${query.toString()}`);
  const softphone = (page: Page = tabs.page()): FrameLocator => page.frameLocator('iframe[title="Softphone"]');
  const press = (name: string | RegExp): Promise<void> =>
    softphone().getByRole('button', { name, exact: true }).first().click();
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
    await softphone().getByRole('searchbox').fill(wanted);
  };
  const openOmni = async (): Promise<void> => {
    const button = tabs.page().locator('[data-key="utility-omni"]');
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
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
      await softphone().locator('#presence').selectOption({ label: status });
    },
    isShown: (status) =>
      softphone().locator('#presence option:checked', { hasText: status }).waitFor({ state: 'attached' }),
    choosesInOmni: async (status) => {
      await openOmni();
      await tabs.page().locator('#omni-status').selectOption({ label: omniLabels[status] });
    },
    isInOmni: (status) =>
      tabs
        .page()
        .locator('#omni-status option:checked', { hasText: omniLabels[status] })
        .waitFor({ state: 'attached' }),
    logsOutOfOmni: async () => {
      await openOmni();
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
    said: tabs.said,
    close: tabs.close
  };
}

type WithOpenCti = {
  readonly __opencti: {
    clickToDial(click: { readonly number: string; readonly recordId: string; readonly objectType: string }): boolean;
  };
};
