import { installFailed, installStillRunning, packageUnavailable } from '../errors/apply';
import { OrgFailure } from '../org/failure';
import type { InstallStatus } from '../org/org';
import type { InstallPackage } from '../resources/change';
import { packageVersion } from '../resources/package-version/package-version';
import { clockSkew, lostAnswersBorne, millisecondsPerMinute, type ApplyContext } from './apply-context';
import { askOrg } from './ask-org';
import { poll } from './poll';

/** Installs the packages one after the other (an org runs one installation at a time) and sees each to its end. */
export async function installPackages(
  context: ApplyContext,
  changes: readonly InstallPackage[],
  otherRequestIds: readonly string[] = []
): Promise<void> {
  if (changes.length > 0) for (const requestId of otherRequestIds) await waitForOther(context, requestId);
  for (const change of changes) await installPackage(context, change);
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

async function installPackage(context: ApplyContext, change: InstallPackage): Promise<void> {
  const { emit, journal } = context;
  const step = change.address;
  emit({ type: 'step-started', step, title: change.summary });
  const offered = change.waitingFor === undefined ? change : await waitUntilOffered(context, change);
  const requestId = offered.runningRequestId ?? (await order(context, change));
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
async function order(context: ApplyContext, { packageVersionId, securityType }: InstallPackage): Promise<string> {
  const { org, journal, clock } = context;
  const since = clock.now() - clockSkew;
  journal.write({ event: 'install-about-to-post', packageVersionId });
  for (let lost = 0; ; lost += 1) {
    try {
      return await org.requestInstall({ packageVersionId, securityType });
    } catch (error) {
      if (!(error instanceof OrgFailure) || !error.ambiguous || lost >= lostAnswersBorne) throw error;
      const [newest] = await org.findInstalls(packageVersionId);
      if (newest !== undefined && (newest.status === 'IN_PROGRESS' || newest.createdAt >= since)) return newest.id;
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

/** A version published minutes ago is not offered to every instance yet; asks until it is, or the time is up. */
async function waitUntilOffered(context: ApplyContext, change: InstallPackage): Promise<InstallPackage> {
  const { org, config, clock, signal, wait, emit } = context;
  const last = await poll({
    read: async () => {
      const answers = await askOrg(org, [packageVersion], config);
      const { changes } = packageVersion.compare({ config, answers, now: clock.now(), packagesPending: true });
      return changes.find(
        (again): again is InstallPackage =>
          again.kind === 'install-package' && again.packageVersionId === change.packageVersionId
      );
    },
    isDone: (again) => again?.waitingFor === undefined,
    clock,
    signal,
    deadline: wait * millisecondsPerMinute,
    onStatus: (again, elapsed) =>
      emit({
        type: 'step-progress',
        step: change.address,
        detail: `${again?.waitingFor ?? 'available'}, ${Math.round(elapsed / 1000)} s`
      })
  });
  if (last?.waitingFor !== undefined) throw packageUnavailable(config.org.name, change.address, last.waitingFor, wait);
  return last ?? change;
}
