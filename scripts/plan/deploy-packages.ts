import { packageRefused } from '../errors/deploy';
import type { DeployPackage } from '../resources/change';
import { packageFiles } from '../resources/package-source/package-files';
import type { ApplyContext } from './apply-context';
import { failureLines, runDeploy } from './run-deploy';

/** Deploys our own packages one after the other; gives the ids of what they brought, by `Type:fullName`. */
export async function deployPackages(
  context: ApplyContext,
  changes: readonly DeployPackage[],
  production: boolean
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const change of changes) await deployPackage(context, change, production, ids);
  return ids;
}

async function deployPackage(
  context: ApplyContext,
  change: DeployPackage,
  production: boolean,
  ids: Map<string, string>
): Promise<void> {
  const { emit, config } = context;
  const source = config.ringdown?.packages.find(({ name }) => name === change.package);
  if (source === undefined) return;
  const step = change.address;
  emit({ type: 'step-started', step, title: change.summary });
  const options = { production, ...(source.hasApex && { apexTests: source.testClasses }) };
  const status = await runDeploy(context, { ...packageFiles(source, change.kept), options }, step);
  if (!status.success)
    throw packageRefused(config.org.name, change.address, status.id, failureLines(status), languages(status));
  for (const { type, fullName, id } of status.successes) if (id !== undefined) ids.set(`${type}:${fullName}`, id);
  emit({ type: 'step-finished', step, outcome: 'changed', detail: `deploy ${status.id}` });
}

/** Whether it failed for translations, which an org without Translation Workbench refuses. */
function languages({ failures }: { readonly failures: readonly { readonly file: string }[] }): boolean {
  return failures.length > 0 && failures.every(({ file }) => /(^|\/)(translations|objectTranslations)\//.test(file));
}
