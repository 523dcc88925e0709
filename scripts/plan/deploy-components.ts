import { deployFailed, deployStillRunning } from '../errors/apply';
import { OrgFailure } from '../org/failure';
import type { DeployFailure, DeployStatus, ZipEntry } from '../org/org';
import type { DeployComponent } from '../resources/change';
import { packageManifest } from '../resources/deployable/package-manifest';
import { clockSkew, lookAgainAfter, lostAnswersBorne, millisecondsPerMinute, type ApplyContext } from './apply-context';
import { poll } from './poll';

export type DeployedComponents = {
  /** Ids of the deployed components by `Type:fullName`. */
  readonly ids: ReadonlyMap<string, string>;
  /** Salesforce's words for what it refused and a person can do by hand, by the change's address. */
  readonly refusals: ReadonlyMap<string, readonly string[]>;
};

/** A contact center refers to its vendor info, which the org must have kept before it looks. */
const deploys: readonly (readonly DeployComponent['phase'][])[] = [['vendor-info', 'metadata'], ['contact-center']];

/** Deploys in one request, or two for Voice; a component that the org refuses and a person can make is left out and handed over. */
export async function deployComponents(
  context: ApplyContext,
  changes: readonly DeployComponent[],
  production: boolean
): Promise<DeployedComponents> {
  const ids = new Map<string, string>();
  const refusals = new Map<string, readonly string[]>();
  for (const phases of deploys) {
    const some = changes.filter(({ phase }) => phases.includes(phase));
    if (some.length > 0) await deployTogether(context, some, production, { ids, refusals });
  }
  return { ids, refusals };
}

type Gathered = { readonly ids: Map<string, string>; readonly refusals: Map<string, readonly string[]> };

async function deployTogether(
  context: ApplyContext,
  changes: readonly DeployComponent[],
  production: boolean,
  gathered: Gathered
): Promise<void> {
  const { emit, config } = context;
  const step = 'deploy';
  emit({
    type: 'step-started',
    step,
    title: `Deploying ${changes.map(({ component }) => component.fullName).join(', ')}`
  });
  const status = await deployOnce(context, changes, production, step);
  if (status.success) {
    for (const { type, fullName, id } of status.successes)
      if (id !== undefined) gathered.ids.set(`${type}:${fullName}`, id);
    emit({ type: 'step-finished', step, outcome: 'changed', detail: `deploy ${status.id}` });
    return;
  }
  const refused = changes.filter((change) => status.failures.some((failure) => isAbout(failure, change)));
  const everyRefusalIsManual =
    refused.every(({ byHand: work }) => work !== undefined) &&
    status.failures.every((failure) => refused.some((change) => isAbout(failure, change)));
  if (refused.length === 0 || !everyRefusalIsManual) {
    throw deployFailed(config.org.name, status.id, failureLines(status));
  }
  for (const change of refused) {
    const about = status.failures.filter((failure) => isAbout(failure, change));
    gathered.refusals.set(change.address, failureLines({ failures: about }));
  }
  emit({ type: 'step-finished', step, outcome: 'waiting-for-person', detail: failureLines(status).join('; ') });
  const rest = changes.filter((change) => !refused.includes(change));
  if (rest.length > 0) await deployTogether(context, rest, production, gathered);
}

function isAbout({ type, fullName, file }: DeployFailure, { component }: DeployComponent): boolean {
  return (type === component.type && fullName === component.fullName) || file.endsWith(component.path);
}

/** `callCenters/Support.callCenter:12:4 Required field is missing: label`, the form that editors and CI logs link. */
function failureLines({ failures, errorMessage }: Pick<DeployStatus, 'failures' | 'errorMessage'>): readonly string[] {
  const lines = failures.map(
    ({ file, line, column, problem }) => `${[file, line, column].filter(Boolean).join(':')} ${problem}`
  );
  return errorMessage === undefined ? lines : [...lines, errorMessage];
}

async function deployOnce(
  context: ApplyContext,
  changes: readonly DeployComponent[],
  production: boolean,
  step: string
): Promise<DeployStatus> {
  const { clock, journal } = context;
  const since = clock.now() - clockSkew;
  const files = changes.map(({ component }) => component);
  journal.write({
    event: 'deploy-about-to-post',
    components: files.map(({ type, fullName }) => `${type}:${fullName}`)
  });
  const entries = [{ path: 'package.xml', content: packageManifest(files, context.org.apiVersion) }, ...files];
  for (let lost = 0; ; lost += 1) {
    const deployId = await postOrLose(context, entries, production, lost);
    const status =
      deployId === undefined
        ? await adoptDeploy(context, changes, since, step)
        : await waitForDeploy(context, deployId, step);
    if (status !== undefined) return status;
  }
}

/** The deploy's id, or undefined when the answer was lost and the deploy may or may not run. */
async function postOrLose(
  { org, journal }: ApplyContext,
  entries: readonly ZipEntry[],
  production: boolean,
  lost: number
): Promise<string | undefined> {
  try {
    return await org.deploy(entries, { production });
  } catch (error) {
    if (error instanceof OrgFailure && error.ambiguous && lost < lostAnswersBorne) return undefined;
    journal.write({ event: 'deploy-finished', deployId: '', status: 'not posted' });
    throw error;
  }
}

/** After a lost answer: a deploy since then that no run from here knows, if it is of the components that we sent. */
async function adoptDeploy(
  context: ApplyContext,
  changes: readonly DeployComponent[],
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
    if (now.done ? !isOf(now, changes) : touched(now).length > 0 && !isOf(now, changes)) continue;
    const status = now.done ? now : await waitForDeploy(context, id, step);
    if (isOf(status, changes)) return status;
  }
  return undefined;
}

function isOf(status: DeployStatus, changes: readonly DeployComponent[]): boolean {
  return changes.every(({ component }) => touched(status).includes(component.fullName));
}

function touched({ successes, failures }: DeployStatus): readonly string[] {
  return [...successes, ...failures].map(({ fullName }) => fullName);
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
