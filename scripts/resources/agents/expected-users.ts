import { compareIdentities } from '../../../core/identity/compare-identities';
import type { IdentityAgent, IdentityRule, IdentityUser } from '../../../core/identity/identity';
import type { ResolvedConfig } from '../../config/resolved-config';
import { flagAt, recordsOf, textAt } from '../org-record';
import { organizationQuestion, readOrganization } from '../organization/read-organization';
import type { Answers, OrgRecord, Question } from '../question';
import { matchUsers, unmatchedUsernames } from '../user-assignment/match-users';
import { selectorQuestions } from '../user-assignment/selectors';
import type { ComparedIdentities } from './identity-data';

/** Everybody who works in the org: who left is recognised too, and so is who should be in a call center and is not. */
export const usersQuestion: Question = {
  id: 'agents:users',
  via: 'data',
  soql: "SELECT Id, Username, Name, Email, FederationIdentifier, TimeZoneSidKey, IsActive FROM User WHERE UserType = 'Standard'"
};

/** What the org is, who works in it, and whom the rules of the call centers match. */
export function agentQuestions(config: ResolvedConfig): readonly Question[] {
  return [organizationQuestion, usersQuestion, ...selectorQuestions(onlyCallCenters(config))];
}

/** Every user, and whether a call center's rule matches them. */
export function identityUsers(config: ResolvedConfig, answers: Answers): readonly IdentityUser[] {
  const expected = new Set(
    config.users.callCenters.flatMap(({ match }) => matchUsers(match, config, answers).map(({ id }) => id))
  );
  return recordsOf(answers, usersQuestion.id).map((row) => identityUser(row, expected));
}

/** User names of the rules that no user has. */
export function unknownUsernames(config: ResolvedConfig, answers: Answers): readonly string[] {
  return config.users.callCenters.flatMap(({ match }) => unmatchedUsernames(match, answers).unknown);
}

/** How users and agents are compared in this org; a sandbox's name stands in its domain, as in `example--uat.sandbox.my.salesforce.com`. */
export function identityRule(config: ResolvedConfig, answers: Answers, domain: string): IdentityRule {
  const { matchBy = 'Username', usernameSuffix } = config.agents ?? {};
  const isSandbox = readOrganization(answers).kind === 'sandbox';
  const named = /--([a-z0-9]+)\./i.exec(config.org.myDomain ?? domain)?.[1];
  const suffix = usernameSuffix ?? named ?? config.org.name;
  return { matchBy, isSandbox, ...(isSandbox && { usernameSuffix: suffix }) };
}

/** Compares the users of the org with the agents of the phone system; without an export only the users are known. */
export function compareAgents(
  config: ResolvedConfig,
  { answers, domain, agents, agentsFile }: AgentsInput
): ComparedIdentities {
  const rule = identityRule(config, answers, domain);
  return {
    org: config.org.name,
    rule,
    ...(agentsFile !== undefined && { agentsFile }),
    unknown: unknownUsernames(config, answers),
    report: compareIdentities(identityUsers(config, answers), agents, rule)
  };
}

export type AgentsInput = {
  readonly answers: Answers;
  readonly domain: string;
  readonly agents: readonly IdentityAgent[];
  readonly agentsFile?: string;
};

/** The rules of permission sets say nothing of who is an agent. */
function onlyCallCenters(config: ResolvedConfig): ResolvedConfig {
  const { callCenters, moveUsers } = config.users;
  return { ...config, permissionSets: [], users: { callCenters, moveUsers } };
}

function identityUser(row: OrgRecord, expected: ReadonlySet<string>): IdentityUser {
  const [name, email, federation] = ['Name', 'Email', 'FederationIdentifier'].map((field) => textAt(row, field));
  const id = textAt(row, 'Id') ?? '';
  return {
    id,
    username: textAt(row, 'Username') ?? '',
    ...(name && { name }),
    ...(email && { email }),
    ...(federation && { federationIdentifier: federation }),
    isActive: flagAt(row, 'IsActive'),
    isExpected: expected.has(id)
  };
}
