import type { Page } from 'playwright-core';
import type { WindowOmni } from '../../local/console/page/host/window-omni';
import type { HostState } from '../../local/console/protocol/host-state';

type WithOmni = { readonly __omni: WindowOmni };

/** Waits until the host is in the state; milliseconds are a deadline and not a pause. */
export async function stateBecomes(page: Page, state: HostState, milliseconds = 8000): Promise<void> {
  await page.waitForFunction(() => '__omni' in globalThis);
  await page.evaluate(([wanted, deadline]) => (globalThis as unknown as WithOmni).__omni.waitFor(wanted, deadline), [
    state,
    milliseconds
  ] as const);
}

/** What the console found wrong in what the connector sent. */
export const problems = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as WithOmni).__omni.problems());

/** Names of what went over the port in one direction, in order. */
export const wire = (page: Page, direction: 'to-connector' | 'from-connector'): Promise<readonly string[]> =>
  page.evaluate(
    (wanted) =>
      (globalThis as unknown as WithOmni).__omni
        .transcript()
        .filter((entry) => entry.direction === wanted)
        .map(({ name }) => name),
    direction
  );
