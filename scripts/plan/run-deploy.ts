import { deployStillRunning } from '../errors/deploy';
import { OrgFailure } from '../org/failure';
import type { DeployOptions, DeployStatus, ZipEntry } from '../org/org';
import { packageManifest } from '../resources/deployable/package-manifest';
import { clockSkew, lookAgainAfter, lostAnswersBorne, millisecondsPerMinute, type ApplyContext } from './apply-context';
import { poll } from './poll';

/** What one deploy holds. */
export type DeployBatch = {
  /** By their path in the zip; package.xml is made of `members`. */
  readonly files: readonly ZipEntry[];
  readonly members: readonly { readonly type: string; readonly fullName: string }[];
  readonly options: DeployOptions;
};

/** Posts one deploy and sees it to its end; after a lost answer looks for it, and posts again only when the org has it not. */
export async function runDeploy(context: ApplyContext, batch: DeployBatch, step: string): Promise<DeployStatus> {
  const { clock, journal } = context;
  const { files, members } = batch;
  const since = clock.now() - clockSkew;
  journal.write({
    event: 'deploy-about-to-post',
    components: members.map(({ type, fullName }) => `${type}:${fullName}`)
  });
  const entries = [
    { path: 'package.xml', content: packageManifest(members, context.org.apiVersion) },
    ...files.map(({ path, content }) => ({ path, content }))
  ];
  for (let lost = 0; ; lost += 1) {
    const deployId = await postOrLose(context, entries, batch.options, lost);
    const status =
      deployId === undefined
        ? await adoptDeploy(context, members, since, step)
        : await waitForDeploy(context, deployId, step);
    if (status !== undefined) return status;
  }
}

/** The deploy's id, or undefined when the answer was lost and the deploy may or may not run. */
async function postOrLose(
  { org, journal }: ApplyContext,
  entries: readonly ZipEntry[],
  options: DeployOptions,
  lost: number
): Promise<string | undefined> {
  try {
    return await org.deploy(entries, options);
  } catch (error) {
    if (error instanceof OrgFailure && error.ambiguous && lost < lostAnswersBorne) return undefined;
    journal.write({ event: 'deploy-finished', deployId: '', status: 'not posted' });
    throw error;
  }
}

/** After a lost answer: a deploy since then that no run from here knows, if it is of the components that we sent. */
async function adoptDeploy(
  context: ApplyContext,
  members: DeployBatch['members'],
  since: number,
  step: string
): Promise<DeployStatus | undefined> {
  const { org, clock, signal, journal } = context;
  // A request whose answer is lost may still be on its way into the org.
  await clock.wait(lookAgainAfter, signal);
  const known = journal.knownDeploys();
  for (const { id } of await org.findDeploys(since)) {
    if (known.has(id)) continue;
    const now = await org.deployStatus(id);
    if (now.done ? !isOf(now, members) : touched(now).size > 0 && !isOf(now, members)) continue;
    const status = now.done ? now : await waitForDeploy(context, id, step);
    if (isOf(status, members)) return status;
  }
  return undefined;
}

function isOf(status: DeployStatus, members: DeployBatch['members']): boolean {
  const found = touched(status);
  return members.every(({ fullName }) => found.has(fullName));
}

function touched({ successes, failures }: DeployStatus): ReadonlySet<string> {
  return new Set([...successes, ...failures].map(({ fullName }) => fullName));
}

/** Sees one deploy to its end; also used for a deploy that an earlier, interrupted run began. */
export async function waitForDeploy(context: ApplyContext, deployId: string, step: string): Promise<DeployStatus> {
  const { org, clock, signal, wait, emit, journal, config } = context;
  journal.write({ event: 'deploy-posted', deployId });
  const last = await poll({
    read: () => org.deployStatus(deployId),
    isDone: ({ done }) => done,
    clock,
    signal,
    deadline: wait * millisecondsPerMinute,
    onStatus: ({ status, componentsDone, componentsTotal }, elapsed) =>
      emit({
        type: 'step-progress',
        step,
        detail: `${status}, ${componentsDone} of ${componentsTotal} components, ${Math.round(elapsed / 1000)} s`
      })
  });
  if (!last.done) throw deployStillRunning(config.org.name, deployId, wait);
  journal.write({ event: 'deploy-finished', deployId, status: last.status });
  return last;
}

/** `callCenters/Support.callCenter:12:4 Required field is missing: label`, the form that editors and CI logs link. */
export function failureLines({
  failures,
  errorMessage
}: Pick<DeployStatus, 'failures' | 'errorMessage'>): readonly string[] {
  const lines = failures.map(
    ({ file, line, column, problem }) => `${[file, line, column].filter(Boolean).join(':')} ${problem}`
  );
  return errorMessage === undefined ? lines : [...lines, errorMessage];
}
