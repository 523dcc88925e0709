import { resolve } from 'node:path';
import { loadConfig } from '../config/load-config';
import { exportInvalid, noAgentsWanted } from '../errors/export-file';
import { exitCode } from '../exit-code';
import { agentQuestions, compareAgents } from '../resources/agents/expected-users';
import { describeIdentities } from '../resources/agents/describe-identities';
import { identityData, isDifferent } from '../resources/agents/identity-data';
import { agentOf, type IdentityAgent } from '../resources/agents/read-agents';
import { askOrStop } from './ask-or-stop';
import type { CommandContext, CommandResult } from './command';
import { requireOrg } from './open-run';
import { readExport } from './read-export';

/** Compares the users who should be agents with the agents of the phone system; exit 2 when they differ. Writes nothing. */
export async function run(context: CommandContext): Promise<CommandResult> {
  const { options, env, cwd, emit } = context;
  const config = loadConfig({ file: options.config, org: requireOrg(context), env, cwd });
  if (config.users.callCenters.length === 0) throw noAgentsWanted(config.file);
  const agents = options.agents === undefined ? undefined : await readAgents(context, options.agents);
  const org = await context.connect(config);
  emit({ type: 'step-started', step: 'read', title: `Reading the users of ${config.org.name}` });
  const answers = await askOrStop(org, agentQuestions(config), 'reading the users');
  emit({ type: 'step-finished', step: 'read', outcome: 'done', detail: `${org.requestCount()} requests` });
  const compared = compareAgents(config, {
    answers,
    domain: org.domain,
    agents: agents ?? [],
    agentsFile: options.agents
  });
  return {
    exitCode: isDifferent(compared) ? exitCode.changesPending : exitCode.done,
    data: { ...identityData(compared), requests: org.requestCount() },
    lines: describeIdentities(compared)
  };
}

async function readAgents({ cwd }: CommandContext, file: string): Promise<readonly IdentityAgent[]> {
  const agents: IdentityAgent[] = [];
  const faults: string[] = [];
  for await (const { rows, faults: wrong } of readExport(resolve(cwd, file), file)) {
    faults.push(...wrong.map(({ line, said }) => `${file}:${line} ${said}`));
    for (const row of rows) {
      const agent = agentOf(row, file);
      if (agent) agents.push(agent);
      else faults.push(`${file}:${row.line} says neither email, username, id nor name of the agent`);
    }
  }
  if (agents.length === 0 && faults.length === 0) faults.push(`${file}:1 holds no agent`);
  if (faults.length > 0) throw exportInvalid(file, faults);
  return agents;
}
