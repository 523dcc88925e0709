import { type WindowOmni } from '../../local/console/page/host/window-omni';
import { reps } from '../../local/console/server/demo-settings';
import { stateBecomes } from '../console/omni';
import { omniLabels, patience, type Rep, type RepOptions } from './rep';
import { keepTabs } from './tabs';

type WithOmni = { readonly __omni: WindowOmni };

/** What Salesforce calls the phone's presences. */
const statuses = { Available: 'Available', Break: 'On Break' } as const;

/** A rep in the console of Voice, with our connector in Omni-Channel. What is no call, Voice has no control for: the desk phone has. */
export async function voiceRep({ agent, context, url, password, presenceMap, desk }: RepOptions): Promise<Rep> {
  const address = new URLSearchParams(reps[agent]);
  presenceMap?.forEach((row, place) => address.append('item', `ringdown/presence${place + 1}=${row}`));
  const tabs = keepTabs(context, `${url}?${address.toString()}`);
  const omni = () => tabs.page().locator('.omni');
  const press = (name: string | RegExp): Promise<void> =>
    omni().getByRole('button', { name, exact: true }).first().click();
  const card = (state: string) => tabs.page().locator(`.call-card[data-state="${state}"]`).first();
  /** By the card in Omni-Channel, or by the desk phone for what has no card. */
  const either = async (state: string, button: string, command: string): Promise<void> => {
    const isCall = await card(state)
      .waitFor({ timeout: 1500 })
      .then(() => true)
      .catch(() => false);
    if (isCall) await press(button);
    else await desk(agent, command);
  };
  const ready = async (): Promise<void> => {
    await tabs.page().waitForFunction(() => '__omni' in globalThis, undefined, { timeout: patience });
    await tabs.page().evaluate((deadline) => {
      const { __omni: host } = globalThis as unknown as WithOmni;
      return Promise.any([host.waitFor('LOGIN_SHOWN', deadline), host.waitFor('READY', deadline)]);
    }, patience);
    const state = await tabs.page().evaluate(() => (globalThis as unknown as WithOmni).__omni.state());
    if (state === 'READY') return;
    const login = tabs.page().frameLocator('iframe[title="Phone login"]');
    await login.locator('#username').fill(agent);
    await login.locator('#password').fill(password);
    await login.locator('#password').press('Enter');
    await stateBecomes(tabs.page(), 'READY', patience);
  };
  const contact = async (does: string, other: string): Promise<void> => {
    await tabs.page().getByRole('tab', { name: 'Contacts' }).click();
    await tabs.page().getByRole('button', { name: 'Search', exact: true }).click();
    await tabs
      .page()
      .getByRole('button', { name: new RegExp(`^${does} ${other}`, 'i') })
      .click();
  };
  const customer = (name: string): Promise<void> =>
    tabs.page().locator('.call-card[aria-label^="Customer"]').getByRole('button', { name, exact: true }).click();
  await tabs.open();
  await ready();
  return {
    agent,
    context,
    page: tabs.page,
    accept: () => either('ringing', 'Accept', 'accept'),
    decline: () => either('ringing', 'Decline', 'decline'),
    hangUp: () => either('connected', 'End Call', 'end'),
    finish: () => either('wrap-up', 'Close', 'finish-wrap-up'),
    call: (other) => contact('Call', other),
    transferTo: (other) => contact('Transfer to', other),
    consult: (other) => contact('Add', other),
    join: () => customer('Merge'),
    leave: () => customer('End Call'),
    chooses: async (status) => {
      await tabs.page().getByLabel('Status', { exact: true }).selectOption({ label: statuses[status] });
    },
    isShown: (status) =>
      tabs.page().locator('#presence option:checked', { hasText: statuses[status] }).waitFor({ state: 'attached' }),
    choosesInOmni: async (status) => {
      await tabs.page().getByLabel('Status', { exact: true }).selectOption({ label: omniLabels[status] });
    },
    isInOmni: (status) =>
      tabs.page().locator('#presence option:checked', { hasText: omniLabels[status] }).waitFor({ state: 'attached' }),
    logsOutOfOmni: () => tabs.page().locator('[data-key="log-out"]').click(),
    click: async ({ id }, number) => {
      await tabs.page().evaluate(
        ([recordId, phoneNumber]) =>
          (globalThis as unknown as WithOmni).__omni.send({
            type: 'DIAL',
            contact: { id: recordId, recordId, phoneNumber, type: 'PhoneNumber' },
            params: ''
          }),
        [id, number] as const
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
    openPanels: () => Promise.reject(new Error('On Voice Salesforce keeps the call')),
    openWindow: () => Promise.reject(new Error('On Voice the phone is in Omni-Channel and nowhere else')),
    closeWindow: () => Promise.resolve(),
    said: tabs.said,
    close: tabs.close
  };
}
