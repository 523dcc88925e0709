import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Opens a page of the workbench and waits until its state is reached; gives what the console said about mistakes meanwhile. */
export async function openState(page: Page, address: string): Promise<string[]> {
  const said: string[] = [];
  page.removeAllListeners();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
  page.on('response', (response) => {
    if (response.status() === 404 || response.status() >= 500) said.push(`${response.status()} ${response.url()}`);
  });
  await page.setViewportSize({ width: 400, height: 700 });
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address}: ${answer?.status()} ${await answer?.text()}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 30_000 });
  return said;
}

/** What axe finds, one line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // In the page itself and without fetching style sheets anew: no frame and no rule here needs either.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ preload: false, resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}

/** What sticks out of a window of this width, one line each. */
export async function overflowAt(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 700 });
  return page.evaluate(overflowing, width);
}

/** Runs in the page. What scrolls by itself, or is there for screen readers only, may be wider. */
function overflowing(width: number): readonly string[] {
  const found: string[] = [];
  const visit = (element: Element): void => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const forReadersOnly =
      element.classList.contains('slds-assistive-text') || style.clip === 'rect(0px, 0px, 0px, 0px)';
    if (style.display === 'none' || style.visibility === 'hidden' || forReadersOnly) return;
    if (box.width > 0 && box.height > 0 && (box.right > width + 0.5 || box.left < -0.5))
      found.push(`${element.tagName.toLowerCase()}.${element.className.toString()} from ${box.left} to ${box.right}`);
    const scrolls = ['auto', 'scroll', 'hidden', 'clip'].includes(style.overflowX);
    if (scrolls && style.overflowX !== 'auto' && style.overflowX !== 'scroll') return;
    if (scrolls && element.scrollWidth > element.clientWidth + 1 && !element.hasAttribute('data-scrolls'))
      found.push(
        `${element.tagName.toLowerCase()}.${element.className.toString()} scrolls sideways by ${element.scrollWidth - element.clientWidth}`
      );
    for (const child of [...(element.shadowRoot?.children ?? []), ...element.children]) visit(child);
  };
  visit(document.body);
  if (document.documentElement.scrollWidth > width)
    found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  return found;
}
