import { preflightBlocked } from '../errors/apply';
import { installFailed, installStillRunning, packageUnavailable } from '../errors/install';
import { OrgFailure } from '../org/failure';
import type { InstallStatus } from '../org/org';
import type { InstallPackage } from '../resources/change';
import { packageVersion } from '../resources/package-version/package-version';
import { clockSkew, lookAgainAfter, lostAnswersBorne, millisecondsPerMinute, type ApplyContext } from './apply-context';
import { askOrg } from './ask-org';
import { poll } from './poll';

export type EarlierInstalls = {
  /** Installations that somebody else began and that still run. */
  readonly running: readonly string[];
  /** Every install request that was there before this run ordered anything. */
  readonly known: ReadonlySet<string>;
};

/** Installs the packages one after the other (an org runs one installation at a time) and sees each to its end. */
export async function installPackages(
  context: ApplyContext,
  changes: readonly InstallPackage[],
  earlier: EarlierInstalls = { running: [], known: new Set() }
): Promise<void> {
  if (changes.length > 0) for (const requestId of earlier.running) await waitForOther(context, requestId);
  for (const change of changes) await installPackage(context, change, earlier.known);
}

/** Somebody else's installation; how it ends is not our affair. */
async function waitForOther(context: ApplyContext, requestId: string): Promise<void> {
  const { emit, config, wait } = context;
  const step = `installation ${requestId}`;
  emit({ type: 'step-started', step, title: `Waiting for an installation that somebody else began (${requestId})` });
  const { status } = await waitForInstall(context, { address: step }, requestId);
  if (status === 'IN_PROGRESS') throw installStillRunning(config.org.name, 'another package', requestId, wait);
  emit({ type: 'step-finished', step, outcome: 'done', detail: status });
}

async function installPackage(
  context: ApplyContext,
  change: InstallPackage,
  known: ReadonlySet<string>
): Promise<void> {
  const { emit, journal } = context;
  const step = change.address;
  emit({ type: 'step-started', step, title: change.summary });
  const offered = change.waitingFor === undefined ? change : await waitUntilOffered(context, change);
  if (offered === undefined)
    return emit({ type: 'step-finished', step, outcome: 'unchanged', detail: 'installed meanwhile' });
  const requestId = offered.runningRequestId ?? (await order(context, change, known));
  journal.write({ event: 'install-posted', packageVersionId: change.packageVersionId, requestId });
  const last = await waitForInstall(context, change, requestId);
  if (last.status === 'IN_PROGRESS') {
    throw installStillRunning(context.config.org.name, change.address, requestId, context.wait);
  }
  journal.write({ event: 'install-finished', requestId, status: last.status });
  if (last.status !== 'SUCCESS') throw installFailed(change.address, requestId, last.status, last.errors);
  emit({ type: 'step-finished', step, outcome: 'changed', detail: `request ${requestId}` });
}

/** Posts the order; after a lost answer looks whether the org has it, and orders again only when it has not. */
async function order(
  context: ApplyContext,
  { packageVersionId, securityType }: InstallPackage,
  known: ReadonlySet<string>
): Promise<string> {
  const { org, journal, clock, signal } = context;
  const since = clock.now() - clockSkew;
  journal.write({ event: 'install-about-to-post', packageVersionId });
  for (let lost = 0; ; lost += 1) {
    try {
      return await org.requestInstall({ packageVersionId, securityType });
    } catch (error) {
      if (!(error instanceof OrgFailure) || !error.ambiguous || lost >= lostAnswersBorne) throw error;
      await clock.wait(lookAgainAfter, signal);
      const found = await org.findInstalls(packageVersionId);
      const ours = found.find(({ id, createdAt }) => !known.has(id) && createdAt >= since);
      if (ours !== undefined) return ours.id;
    }
  }
}

function waitForInstall(
  context: ApplyContext,
  { address: step }: Pick<InstallPackage, 'address'>,
  requestId: string
): Promise<InstallStatus> {
  const { org, clock, signal, wait, emit } = context;
  return poll({
    read: () => org.installStatus(requestId),
    isDone: ({ status }) => status !== 'IN_PROGRESS',
    clock,
    signal,
    deadline: wait * millisecondsPerMinute,
    onStatus: ({ status }, elapsed) =>
      emit({ type: 'step-progress', step, detail: `${status}, ${Math.round(elapsed / 1000)} s, request ${requestId}` })
  });
}

/** A version published minutes ago is not offered at once; asks until it is. Undefined: it was installed meanwhile. */
async function waitUntilOffered(context: ApplyContext, change: InstallPackage): Promise<InstallPackage | undefined> {
  const { org, config, clock, signal, wait, emit } = context;
  const last = await poll({
    read: async () => {
      const answers = await askOrg(org, [packageVersion], config);
      const { changes, findings } = packageVersion.compare({
        config,
        answers,
        now: clock.now(),
        packagesPending: true
      });
      const again = changes.find(({ address }) => address === change.address);
      return { again: again?.kind === 'install-package' ? again : undefined, findings };
    },
    isDone: ({ again }) => again?.waitingFor === undefined,
    clock,
    signal,
    deadline: wait * millisecondsPerMinute,
    onStatus: ({ again }, elapsed) =>
      emit({
        type: 'step-progress',
        step: change.address,
        detail: `${again?.waitingFor ?? 'available'}, ${Math.round(elapsed / 1000)} s`
      })
  });
  const { again, findings } = last;
  if (again?.waitingFor !== undefined)
    throw packageUnavailable(config.org.name, change.address, again.waitingFor, wait);
  if (findings.some(({ severity }) => severity === 'blocked')) throw preflightBlocked(config.org.name, findings);
  return again;
}
