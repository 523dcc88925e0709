import { type Page } from 'playwright-core';

/** Opens the panel of a utility, as a person does; one that is open stays so. */
export async function openUtility(page: Page, id: string): Promise<void> {
  const button = page.locator(`[data-key="utility-${id}"]`);
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}
