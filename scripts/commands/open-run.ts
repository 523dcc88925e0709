import { join } from 'node:path';
import { loadConfig } from '../config/load-config';
import type { ResolvedConfig } from '../config/resolved-config';
import { wrongCommandLine } from '../errors/run';
import type { Org } from '../org/org';
import { readPlan, type ReadPlan } from '../plan/read-plan';
import type { CommandContext } from './command';
import { withPackages } from './with-packages';

export type OpenRun = ReadPlan & { readonly config: ResolvedConfig; readonly org: Org };

/** What plan, apply and verify have in common: the configuration, the org, and how they differ now. */
export async function openRun(context: CommandContext): Promise<OpenRun> {
  const loaded = loadConfig({
    file: context.options.config,
    org: requireOrg(context),
    env: context.env,
    cwd: context.cwd
  });
  const config = withPackages(loaded, context);
  const org = await context.connect(config);
  context.emit({ type: 'step-started', step: 'read', title: `Reading ${config.org.name}` });
  const read = await readPlan(org, config, context.clock.now());
  context.emit({ type: 'step-finished', step: 'read', outcome: 'done', detail: `${org.requestCount()} requests` });
  return { config, org, ...read };
}

/** The org that --org names; there is no default, so that nobody writes to an org by accident. */
export function requireOrg({ options }: CommandContext): string {
  if (options.org !== undefined) return options.org;
  throw wrongCommandLine('--org NAME is missing: which org of the configuration?', 'npx ringdown --help');
}

/** Where what this directory knows of one org is kept. */
export function orgPath({ stateDirectory }: CommandContext, orgId: string, file: string): string {
  return join(stateDirectory, 'orgs', orgId, file);
}
