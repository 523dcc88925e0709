import { agentKey, originalKey, userKey } from './identity-key';
import {
  type DuplicateIdentity,
  type IdentityAgent,
  type IdentityPair,
  type IdentityReport,
  type IdentityRule,
  type IdentityUser
} from './identity';
import { nearAgents, nearUsers } from './near-matches';

type Group = { readonly key: string; readonly users: IdentityUser[]; readonly agents: IdentityAgent[] };

/**
 * Pairs users and agents by the rule's field: first as it stands, then, in a sandbox, as it was before the copy. Users who are
 * not expected to be agents are there to be recognised only.
 */
export function compareIdentities(
  users: readonly IdentityUser[],
  agents: readonly IdentityAgent[],
  rule: IdentityRule
): IdentityReport {
  const keyed = group(users, agents, rule, (key) => key);
  const copied = group(
    keyed.flatMap((one) => (isAlone(one) ? one.users : [])),
    keyed.flatMap((one) => (isAlone(one) ? one.agents : [])),
    rule,
    (key) => originalKey(key, rule)
  );
  const groups = [...keyed.filter((one) => !isAlone(one)), ...copied];
  const duplicates = groups.filter(isDuplicate).map(duplicateOf);
  const pairs = groups.filter((one) => !isDuplicate(one)).flatMap(pairOf);
  const alone = groups.filter((one) => !isDuplicate(one) && pairOf(one).length === 0);
  const lonelyUsers = alone
    .flatMap((one) => living(one.users))
    .filter(({ isExpected, isActive }) => isExpected && isActive);
  const paired = new Set(pairs.map(({ user }) => user));
  const lonelyAgents = alone.flatMap((one) => one.agents);
  const agentsNear = nearAgents(lonelyAgents, rule);
  const usersNear = nearUsers(users, { rule, paired });
  return {
    ...sorted(pairs),
    duplicates,
    usersWithoutAgent: lonelyUsers.map((user) => ({ user, near: agentsNear(user) })),
    agentsWithoutUser: lonelyAgents.map((agent) => ({ agent, near: usersNear(agent) })),
    usersWithoutKey: users.filter((user) => user.isExpected && user.isActive && userKey(user, rule) === undefined),
    agentsWithoutKey: agents.filter((agent) => agentKey(agent, rule) === undefined)
  };
}

function group(
  users: readonly IdentityUser[],
  agents: readonly IdentityAgent[],
  rule: IdentityRule,
  spelled: (key: string) => string
): readonly Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (given: string): Group => {
    const key = spelled(given);
    const known = groups.get(key) ?? { key, users: [], agents: [] };
    groups.set(key, known);
    return known;
  };
  for (const user of users) {
    const key = userKey(user, rule);
    if (key !== undefined) groupOf(key).users.push(user);
  }
  for (const agent of agents) {
    const key = agentKey(agent, rule);
    if (key !== undefined) groupOf(key).agents.push(agent);
  }
  return [...groups.values()];
}

function isAlone({ users, agents }: Group): boolean {
  return users.length === 0 || agents.length === 0;
}

/** Who has left shares a name with nobody: an inactive user cannot log in, so an active one of the same name is meant. */
function living(users: readonly IdentityUser[]): readonly IdentityUser[] {
  const active = users.filter(({ isActive }) => isActive);
  return active.length > 0 ? active : users;
}

/** Two users of one name matter as soon as one of them is to be an agent, or is one. */
function isDuplicate({ users, agents }: Group): boolean {
  if (agents.length > 1) return true;
  const several = living(users);
  return (
    several.length > 1 && (agents.length > 0 || several.some(({ isExpected, isActive }) => isExpected && isActive))
  );
}

function duplicateOf({ key, users, agents }: Group): DuplicateIdentity {
  return { key, users: living(users), agents };
}

function pairOf({ users, agents }: Group): readonly IdentityPair[] {
  const [user] = living(users);
  const [agent] = agents;
  return user && agent ? [{ user, agent }] : [];
}

function sorted(
  pairs: readonly IdentityPair[]
): Pick<IdentityReport, 'matched' | 'inactiveUsers' | 'inactiveAgents' | 'notInCallCenter'> {
  const left = pairs.filter(({ user }) => !user.isActive);
  const stranger = pairs.filter(({ user }) => user.isActive && !user.isExpected);
  const off = pairs.filter(({ user, agent }) => user.isActive && user.isExpected && !agent.isActive);
  const matched = pairs.filter(({ user, agent }) => user.isActive && user.isExpected && agent.isActive);
  return { matched, inactiveUsers: left, inactiveAgents: off, notInCallCenter: stranger };
}
