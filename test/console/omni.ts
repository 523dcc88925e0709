import type { Page } from 'playwright-core';
import type { Faults } from '../../local/console/page/host/faults';
import type { WindowOmni } from '../../local/console/page/host/window-omni';
import type { HostState } from '../../local/console/protocol/host-state';
import { frameOf } from './open-console';

type WithOmni = { readonly __omni: WindowOmni };
type WithPlain = { readonly plain: Readonly<Record<string, unknown>> };

/** Waits until the host is in the state; milliseconds are a deadline and not a pause. */
export async function stateBecomes(page: Page, state: HostState, milliseconds = 8000): Promise<void> {
  await page.waitForFunction(() => '__omni' in globalThis);
  await page.evaluate(([wanted, deadline]) => (globalThis as unknown as WithOmni).__omni.waitFor(wanted, deadline), [
    state,
    milliseconds
  ] as const);
}

/** Waits until something of this name went over the port, as often as it is said. */
export async function happens(page: Page, name: string, times = 1): Promise<void> {
  await page.waitForFunction(
    ([wanted, count]) =>
      (globalThis as unknown as WithOmni).__omni.transcript().filter((entry) => entry.name === wanted).length >= count,
    [name, times] as const
  );
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

/** Loads the connector anew with a host that does something wrong. */
export const faultReload = (page: Page, faults: Partial<Faults>): Promise<void> =>
  page.evaluate((given) => (globalThis as unknown as WithOmni).__omni.faults.reload(given), faults);

/** Calls a function of the plain vendor, or reads what it noted. */
export async function plain(page: Page, name: string, ...given: readonly unknown[]): Promise<unknown> {
  const frame = await frameOf(page, 'connector');
  return frame.evaluate(
    async ([wanted, values]) => {
      const found = (globalThis as unknown as WithPlain).plain[wanted];
      return typeof found === 'function' ? await (found as (...args: unknown[]) => unknown)(...values) : found;
    },
    [name, given] as const
  );
}
