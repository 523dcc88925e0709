import type {
  DuplicateIdentity,
  IdentityAgent,
  IdentityPair,
  IdentityReport,
  NearReason
} from '../../../core/identity/identity';
import { listNames } from '../user-assignment/holding';
import { isDifferent, type ComparedIdentities } from './identity-data';

/** More of one kind than these are counted; `--json` has them all. */
const shown = 50;

/** The report for people: what holds, each difference with what to do about it, and the next step. */
export function describeIdentities(compared: ComparedIdentities): readonly string[] {
  const { org, rule, report, unknown, agentsFile } = compared;
  if (agentsFile === undefined) return onlyUsers(compared);
  return [
    `# ${org}: ${report.matched.length} of ${wantedUsers(report)} users who should be agents are one, by ${rule.matchBy}`,
    ...(rule.usernameSuffix === undefined || rule.matchBy !== 'Username'
      ? []
      : [`  Usernames of this sandbox count with and without .${rule.usernameSuffix}.`]),
    '',
    ...holds(report),
    ...list(report.duplicates.map(duplicateLine)),
    ...list(
      unknown.map(
        (username) => `${username} is named under users.callCenters, and no user is called so: correct the name`
      )
    ),
    ...list(report.usersWithoutAgent.map(({ user, near }) => userLine(user.username, near))),
    ...list(
      report.usersWithoutKey.map(({ username }) => `${username} has no ${rule.matchBy}: fill it in in Setup > Users`)
    ),
    ...list(report.inactiveUsers.map(inactiveUserLine)),
    ...list(report.inactiveAgents.map(inactiveAgentLine)),
    ...list(report.notInCallCenter.map(strangerLine)),
    ...list(report.agentsWithoutUser.map(({ agent, near }) => agentLine(agent, near))),
    ...list(
      report.agentsWithoutKey.map(
        (agent) => `${agentName(agent)} has nothing to compare: give it an e-mail address in the phone system`
      )
    ),
    '',
    isDifferent(compared)
      ? `Next: correct these, export the agents again, and run npx ringdown agents check --org ${org} --agents ${agentsFile}`
      : 'Every agent is one user, and every user who should be an agent is one.'
  ];
}

function wantedUsers({
  matched,
  inactiveAgents,
  usersWithoutAgent,
  usersWithoutKey,
  duplicates
}: IdentityReport): number {
  const twice = duplicates.flatMap(({ users }) => users.filter(({ isExpected }) => isExpected));
  return [matched, inactiveAgents, usersWithoutAgent, usersWithoutKey, twice].reduce(
    (sum, { length }) => sum + length,
    0
  );
}

function onlyUsers({ org, rule, report, unknown }: ComparedIdentities): readonly string[] {
  const names = report.usersWithoutAgent.map(({ user }) => user.username);
  return [
    `# ${org}: ${names.length} users should be agents, by ${rule.matchBy}`,
    '',
    ...list(report.duplicates.map(duplicateLine)),
    ...list(
      unknown.map(
        (username) => `${username} is named under users.callCenters, and no user is called so: correct the name`
      )
    ),
    ...list(
      report.usersWithoutKey.map(({ username }) => `${username} has no ${rule.matchBy}: fill it in in Setup > Users`)
    ),
    ...names.map((username) => `  > ${username}`),
    '',
    `Next: export the agents of the phone system, and run npx ringdown agents check --org ${org} --agents FILE`
  ];
}

function holds({ matched }: IdentityReport): readonly string[] {
  return matched.length === 0
    ? []
    : [`  = ${matched.length} matched: ${listNames(matched.map(({ user }) => user.username))}`];
}

function list(lines: readonly string[]): readonly string[] {
  const more = lines.length - shown;
  return [
    ...lines.slice(0, shown).map((line) => `  ! ${line}`),
    ...(more > 0 ? [`    … and ${more} more like these (--json lists all)`] : [])
  ];
}

/** Names everybody: which of them the phone system takes is its own accident. */
function duplicateLine({ key, users, agents }: DuplicateIdentity): string {
  const whose = users.map(({ username }) => username).join(' and ');
  const which = agents.map(agentName).join(' and ');
  if (agents.length > 1) {
    const meant = users.length > 0 ? `; the user is ${whose}` : '';
    return `DUPLICATE ${key}: ${which} are agents with this one name${meant}. The phone system would take whichever it finds first: leave the name to one of them`;
  }
  const agent = agents.length > 0 ? `; the agent is ${which}` : '';
  return `DUPLICATE ${key}: ${whose} are users with this one name${agent}. Give each one of their own in Setup > Users`;
}

function userLine(username: string, near: IdentityReport['usersWithoutAgent'][number]['near']): string {
  const [first] = near;
  if (first === undefined) return `${username} has no agent: create one with this name in the phone system`;
  const others = near.map(({ agent, reason }) => `${agentName(agent)} (${reasonWords[reason]})`).join(', ');
  return `${username} has no agent; near: ${others}. Correct the name of the one that is meant in the phone system`;
}

function agentLine(agent: IdentityAgent, near: IdentityReport['agentsWithoutUser'][number]['near']): string {
  const name = agentName(agent);
  if (near.length === 0) return `${name} is no user of this org: create the user, or remove the agent`;
  const others = near
    .map(
      ({ user, reason, hasAgent }) =>
        `${user.username} (${reasonWords[reason]}${hasAgent ? ', has an agent already' : ''})`
    )
    .join(', ');
  return `${name} is no user of this org; near: ${others}`;
}

function inactiveUserLine({ user, agent }: IdentityPair): string {
  return `${user.username} is inactive and still ${agentName(agent)}: remove the agent, or activate the user`;
}

function inactiveAgentLine({ user, agent }: IdentityPair): string {
  return `${user.username} is ${agentName(agent)}, which is switched off: switch it on in the phone system`;
}

function strangerLine({ user, agent }: IdentityPair): string {
  return `${user.username} is ${agentName(agent)} and in no call center: name the user under users.callCenters, or remove the agent`;
}

function agentName({ email, username, id, name, place }: IdentityAgent): string {
  const known = username ?? email ?? name ?? id ?? 'an agent';
  return `${known} (${id !== undefined && id !== known ? `id ${id}, ` : ''}${place})`;
}

const reasonWords: Readonly<Record<NearReason, string>> = {
  capitals: 'differs in capitals, which count here',
  'sandbox-suffix': 'differs in what a sandbox appends',
  'other-field': 'equal in another field',
  'same-person-at-other-domain': 'same name at another domain',
  spelling: 'spelled nearly so',
  'same-name': 'the same full name'
};
