import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { openWorkbench } from '../../local/lightning/open-workbench';
import { stateAddress } from '../../local/lightning/server/state-address';
import type { Workbench } from '../../local/lightning/server/serve-workbench';
import { states } from '../../local/lightning/states/states';
import { bundleFiles } from '../../local/lightning/project';
import { launchBrowser } from '../browser/launch-browser';
import { median } from './measure';

type FigureRow = readonly [name: string, value: string];

const root = path.join(__dirname, '../..');
const slowdown = 4;
const turns = 5;

/** What the components cost: bytes of each bundle as it is deployed, and times on a computer that is four times slower. */
export async function lightningPages(told: (row: FigureRow) => void): Promise<void> {
  const workbench = await openWorkbench({ root });
  const browser = await launchBrowser();
  try {
    bundleBytes().forEach(told);
    for (const { component, states: all } of states) {
      const [first] = all;
      if (!first) continue;
      const address = stateAddress(workbench.url, component, first.name, 'en');
      const times: { readonly paint: number; readonly interactive: number }[] = [];
      for (let turn = 0; turn < turns; turn += 1) times.push(await timesOf(await browser.context.newPage(), address));
      const paint = median(times.map((each) => each.paint));
      const interactive = median(times.map((each) => each.interactive));
      told([
        `${component}, CPU ${slowdown} times slower, median of ${turns}`,
        `first paint ${paint.toFixed(0)} ms, interactive ${interactive.toFixed(0)} ms`
      ]);
    }
    told(await saveToConfirmed(await browser.context.newPage(), workbench));
  } finally {
    await browser.close();
    await workbench.close();
  }
}

/** Bytes of what the platform would take of each bundle: modules, markup and styles. */
function bundleBytes(): readonly FigureRow[] {
  const bundles = new Map<string, Buffer[]>();
  for (const file of bundleFiles(root).filter((each) => /\.(js|html|css)$/.test(each))) {
    const name = /[\\/]lwc[\\/](\w+)[\\/]/.exec(file)?.[1] ?? '';
    bundles.set(name, [...(bundles.get(name) ?? []), readFileSync(file)]);
  }
  return [...bundles].map(([name, parts]) => {
    const whole = Buffer.concat(parts);
    return [`bundle ${name}`, `${whole.length} bytes, ${gzipSync(whole).length} gzipped`];
  });
}

/** From the start of the navigation; interactive is when the component is there and the page's one thread has time again. */
async function timesOf(page: Page, address: string): Promise<{ readonly paint: number; readonly interactive: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(address);
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 60_000 });
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    interactive: performance.getEntriesByName('interactive')[0]?.startTime ?? Number.NaN
  }));
  await page.close();
  return times;
}

/** From the press of Save to the moment when the panel says that Salesforce has the log. */
async function saveToConfirmed(page: Page, workbench: Workbench): Promise<FigureRow> {
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await page.goto(stateAddress(workbench.url, 'callLog', 'wrap-up', 'en'));
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 60_000 });
    await page.locator('[data-id="notes"] textarea').fill('Sent the invoice again.');
    await page.locator('[data-id="outcome"]').getByRole('combobox').click();
    await page.locator('[data-id="outcome"]').getByRole('option').first().click();
    const start = performance.now();
    await page.locator('[data-id="save"]').first().click();
    await page.locator('[data-id="open-task"]').waitFor({ state: 'visible', timeout: 20_000 });
    times.push(performance.now() - start);
  }
  await page.close();
  return [`callLog, from Save to confirmed, median of ${turns}`, `${median(times).toFixed(0)} ms`];
}
