import { loadConfig } from '../config/load-config';
import { orgIsNotLocal } from '../errors/local-org';
import { wrongCommandLine } from '../errors/run';
import { exitCode } from '../exit-code';
import type { CommandContext, CommandResult, LocalOrgFacts } from './command';
import { requireOrg } from './open-run';

/** Starts, stops, resets or describes the stand-in for a Salesforce org on this computer. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const { positionals, options, env, cwd, localOrgs } = context;
  const { org } = loadConfig({ file: options.config, org: requireOrg(context), env, cwd });
  if (org.login.kind !== 'local') throw orgIsNotLocal(org.name);
  switch (positionals[0]) {
    case 'start':
      return describe(org.name, await localOrgs.start(org));
    case 'stop':
      return said(org.name, (await localOrgs.stop(org)) ? 'stopped; what it holds is kept' : 'was not running', {
        running: false
      });
    case 'reset':
      await localOrgs.reset(org);
      return said(org.name, `reset; the next command starts it anew as a ${org.kind} org`, { running: false });
    case 'status': {
      const facts = await localOrgs.status(org);
      return facts === undefined
        ? said(org.name, 'not running; any command starts it', { running: false })
        : describe(org.name, facts);
    }
    default:
      throw wrongCommandLine(
        `local ${positionals[0] ?? ''}: start, stop, reset or status?`,
        'npx ringdown local --help'
      );
  }
}

/** The access token stays out: what is printed lands in logs. */
function describe(name: string, { url, orgId, username, kind, pid }: LocalOrgFacts): CommandResult {
  return said(name, `running at ${url} (${kind} org ${orgId}, admin ${username}, process ${pid})`, {
    running: true,
    url,
    orgId,
    username,
    kind,
    pid
  });
}

function said(name: string, what: string, data: Readonly<Record<string, unknown>>): CommandResult {
  return { exitCode: exitCode.done, data: { org: name, ...data }, lines: [`Local org ${name}: ${what}.`] };
}
