import type { ResolvedConfig } from '../config/resolved-config';
import { validateProject, type ValidOrg } from '../config/validate-project';
import { exitCode } from '../exit-code';
import type { CommandContext, CommandResult } from './command';
import { withPackages } from './with-packages';

/**
 * Checks the configuration and the call center files beside it, without any org: every org of the file, and with --org also
 * that its secrets are there.
 */
// oxlint-disable-next-line typescript/require-await -- every command is asynchronous to its caller
export async function run({ options, env, cwd, toolDirectory }: CommandContext): Promise<CommandResult> {
  const { config: file, org } = options;
  const orgs = validateProject({ file, env, cwd, ...(org !== undefined && { org }) });
  for (const { config } of orgs) withPackages(config, { toolDirectory });
  const first = org ?? orgs[0]?.config.org.name ?? 'NAME';
  return {
    exitCode: exitCode.done,
    data: { file, valid: true, orgs: orgs.map(summary) },
    lines: [
      `${file} is valid for ${counted(orgs.length, 'org')}.`,
      ...orgs.flatMap((one) => [`  = ${inWords(one)}`, ...warnings(one)]),
      '',
      `Next: npx ringdown plan --org ${first}`
    ]
  };
}

/** No org is asked here, so that a secret that is elsewhere, such as in the pipeline, is no error. */
function warnings({ config, missing }: ValidOrg): readonly string[] {
  return missing.map(({ name, says }) => `  ! warning ${config.org.name}: ${name} ${says}`);
}

function summary({ config, missing }: ValidOrg): Readonly<Record<string, unknown>> {
  const { org, callCenters, packages, permissionSets } = config;
  return {
    name: org.name,
    kind: org.kind,
    callCenters: callCenters.map(({ key, adapterUrl }) => ({ key, adapterUrl })),
    packages: packages.map(({ id }) => id),
    permissionSets: permissionSets.map(({ name }) => name),
    missingSecrets: missing.map(({ name }) => name)
  };
}

function inWords({ config }: ValidOrg): string {
  const { org, callCenters, packages, permissionSets }: ResolvedConfig = config;
  const parts = [
    counted(callCenters.length, 'call center'),
    counted(packages.length, 'package'),
    counted(permissionSets.length, 'permission set')
  ];
  return `${org.name} (${org.kind}): ${parts.join(', ')}`;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
