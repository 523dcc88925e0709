import { type Page } from 'playwright-core';
import { type SoftphoneConsole } from './softphone-console';

/** The way to the window, in English. */
export const openOut = 'Open in a window';

/** Presses a button of the docked softphone. */
export const press = (tab: SoftphoneConsole, name: string): Promise<void> =>
  tab.softphone.getByRole('button', { name, exact: true }).click();

/** Opens the window of the softphone by its button; settles when it shows the phone. */
export async function openOwnWindow(tab: SoftphoneConsole, words = openOut): Promise<Page> {
  const [page] = await Promise.all([tab.context.waitForEvent('page'), press(tab, words)]);
  await page.locator('#presence').waitFor();
  return page;
}

/** Settles when the docked softphone says that the phone is in its window. */
export const inWindow = (tab: SoftphoneConsole): Promise<void> =>
  tab.softphone.getByText('The phone is in a window of its own.', { exact: false }).waitFor();
