import { deployFailed } from '../errors/deploy';
import type { DeployFailure } from '../org/org';
import type { DeployComponent } from '../resources/change';
import type { ApplyContext } from './apply-context';
import { failureLines, runDeploy } from './run-deploy';

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
  const files = changes.map(({ component }) => component);
  const status = await runDeploy(context, { files, members: files, options: { production } }, step);
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
