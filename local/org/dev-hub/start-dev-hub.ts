import { startOrg, type RunningOrg, type StartOptions } from '../start-org';
import { buildVersions, type BuiltVersions } from './build-versions';
import { keepScratchOrgs } from './scratch-orgs';

export type DevHubOptions = Pick<StartOptions, 'tls' | 'now' | 'stateDir'> & {
  /**
   * What to say that the Apex tests of a version cover, in percent. Nothing here can run them, so a version without it has no
   * coverage and can't be promoted; whoever gives it says so, not this org.
   */
  readonly toldCoverage?: number;
};

/** A Dev Hub with the scratch orgs that it made. */
export type DevHub = {
  readonly hub: RunningOrg;
  /** Those that are there, in order of creation. */
  readonly scratchOrgs: () => readonly RunningOrg[];
  readonly close: () => Promise<void>;
};

/** Starts a Dev Hub: requests for scratch orgs and package versions are worked on while clients poll, as in Salesforce. */
export async function startDevHub({ toldCoverage, ...options }: DevHubOptions = {}): Promise<DevHub> {
  const hub = await startOrg({ ...options, kind: 'production', settings: { devHub: true } });
  const versions: BuiltVersions = buildVersions(hub, toldCoverage);
  const scratchOrgs = keepScratchOrgs(hub, versions.packages, options);
  const work = async (): Promise<void> => {
    versions.work();
    await scratchOrgs.work();
  };
  let working = Promise.resolve();
  const timer = setInterval(() => {
    working = working.then(work);
  }, 50);
  timer.unref();
  return {
    hub,
    scratchOrgs: scratchOrgs.running,
    close: async () => {
      clearInterval(timer);
      await working;
      await Promise.all([hub.close(), scratchOrgs.close()]);
    }
  };
}
