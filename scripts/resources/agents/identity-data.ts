import type { IdentityAgent, IdentityReport, IdentityRule, IdentityUser } from '../../../core/identity/identity';

/** A finished comparison, and what it was of. */
export type ComparedIdentities = {
  readonly org: string;
  readonly rule: IdentityRule;
  /** Absent when no export was given: then only the org's side is known. */
  readonly agentsFile?: string;
  /** User names of the configuration that no user has. */
  readonly unknown: readonly string[];
  readonly report: IdentityReport;
};

type Counts = Readonly<Record<keyof IdentityReport | 'unknownUsernames', number>>;

/** How many of each; users without an agent are not counted while no agents are known. */
export function countIdentities({ report, unknown, agentsFile }: ComparedIdentities): Counts {
  return {
    matched: report.matched.length,
    duplicates: report.duplicates.length,
    inactiveUsers: report.inactiveUsers.length,
    inactiveAgents: report.inactiveAgents.length,
    notInCallCenter: report.notInCallCenter.length,
    usersWithoutAgent: agentsFile === undefined ? 0 : report.usersWithoutAgent.length,
    agentsWithoutUser: report.agentsWithoutUser.length,
    usersWithoutKey: report.usersWithoutKey.length,
    agentsWithoutKey: report.agentsWithoutKey.length,
    unknownUsernames: unknown.length
  };
}

/** Whether anybody has anything to do. */
export function isDifferent(compared: ComparedIdentities): boolean {
  const { matched: _matched, ...rest } = countIdentities(compared);
  return Object.values(rest).some((count) => count > 0);
}

/** What `--json` prints. */
export function identityData(compared: ComparedIdentities): Readonly<Record<string, unknown>> {
  const { org, rule, agentsFile, unknown, report } = compared;
  const pair = ({ user, agent }: { readonly user: IdentityUser; readonly agent: IdentityAgent }) => ({
    user: shownUser(user),
    agent
  });
  return {
    org,
    matchBy: rule.matchBy,
    ...(rule.usernameSuffix !== undefined && { usernameSuffix: rule.usernameSuffix }),
    ...(agentsFile !== undefined && { agentsFile }),
    agree: !isDifferent(compared),
    counts: countIdentities(compared),
    matched: report.matched.map(pair),
    duplicates: report.duplicates.map(({ key, users, agents }) => ({ key, users: users.map(shownUser), agents })),
    inactiveUsers: report.inactiveUsers.map(pair),
    inactiveAgents: report.inactiveAgents.map(pair),
    notInCallCenter: report.notInCallCenter.map(pair),
    usersWithoutAgent: report.usersWithoutAgent.map(({ user, near }) => ({ user: shownUser(user), near })),
    agentsWithoutUser: report.agentsWithoutUser.map(({ agent, near }) => ({
      agent,
      near: near.map(({ user, ...why }) => ({ user: shownUser(user), ...why }))
    })),
    usersWithoutKey: report.usersWithoutKey.map(shownUser),
    agentsWithoutKey: report.agentsWithoutKey,
    unknownUsernames: unknown
  };
}

function shownUser({ id, username, name, email, federationIdentifier }: IdentityUser): object {
  return { id, username, name, email, federationIdentifier };
}
