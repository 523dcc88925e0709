import { launchChromium, type Chromium } from './chromium';
import { bundleOutbox, type Change } from './outbox-bundle';
import { serveOutboxSite, type OutboxSite } from './outbox-site';
import { startPackageOrg } from './package-org';
import type { RunningOrg } from '../../local/org/start-org';

/** A browser, an org, and a site between them. */
export type Ground = {
  readonly browser: Chromium;
  readonly org: RunningOrg;
  readonly site: OutboxSite;
  /** The same browser and org with another bundle. */
  readonly withChanges: (...changes: readonly Change[]) => Promise<Ground>;
  readonly close: () => Promise<void>;
};

/** Opens the ground with the outbox as it is, but for the changes. */
export async function openGround(...changes: readonly Change[]): Promise<Ground> {
  const [browser, org] = await Promise.all([launchChromium(), startPackageOrg()]);
  const sites: OutboxSite[] = [];

  async function ground(given: readonly Change[]): Promise<Ground> {
    const site = await serveOutboxSite(await bundleOutbox(...given), org);
    sites.push(site);
    return { browser, org, site, withChanges: (...more) => ground(more), close };
  }

  async function close(): Promise<void> {
    await browser.close();
    await Promise.all(sites.map((site) => site.close()));
    await org.close();
  }

  return ground(changes);
}
