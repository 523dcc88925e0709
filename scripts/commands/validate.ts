import { loadConfig, validateConfig } from '../config/load-config';
import type { ResolvedConfig } from '../config/resolved-config';
import { exitCode } from '../exit-code';
import type { CommandContext, CommandResult } from './command';

/** Checks the configuration without any org: every org of the file, and with --org also that its secrets are there. */
// eslint-disable-next-line @typescript-eslint/require-await -- every command is asynchronous to its caller
export async function run({ options, env, cwd }: CommandContext): Promise<CommandResult> {
  const { config: file, org } = options;
  const configs = validateConfig({ file, env, cwd });
  if (org !== undefined) loadConfig({ file, org, env, cwd });
  const first = org ?? configs[0]?.org.name ?? 'NAME';
  return {
    exitCode: exitCode.done,
    data: { file, valid: true, orgs: configs.map(summary) },
    lines: [
      `${file} is valid for ${counted(configs.length, 'org')}.`,
      ...configs.map((config) => `  = ${config.org.name} (${config.org.kind}): ${inWords(config)}`),
      '',
      `Next: npx ringdown plan --org ${first}`
    ]
  };
}

function summary({ org, callCenters, packages, permissionSets }: ResolvedConfig): Readonly<Record<string, unknown>> {
  return {
    name: org.name,
    kind: org.kind,
    callCenters: callCenters.map(({ key, adapterUrl }) => ({ key, adapterUrl })),
    packages: packages.map(({ id }) => id),
    permissionSets: permissionSets.map(({ name }) => name)
  };
}

function inWords({ callCenters, packages, permissionSets }: ResolvedConfig): string {
  return [
    counted(callCenters.length, 'call center'),
    counted(packages.length, 'package'),
    counted(permissionSets.length, 'permission set')
  ].join(', ');
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
