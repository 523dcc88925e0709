import type { ResolvedConfig } from '../../config/resolved-config';
import type { UserRule } from '../../config/resolved-config/users';
import { flagAt, recordsOf, textAt } from '../org-record';
import type { Answers, OrgRecord } from '../question';
import { selectorId, selectorsOf } from './selectors';

/** A user as the org has them. */
export type MatchedUser = {
  readonly id: string;
  readonly username: string;
  readonly isActive: boolean;
  readonly callCenterId?: string;
  readonly isServiceCloudUser: boolean;
};

/** The active users whom a rule matches, each once, by user name; `callCenters` stands for the rules of those call centers. */
export function matchUsers(rule: UserRule, config: ResolvedConfig, answers: Answers): readonly MatchedUser[] {
  const users = new Map<string, MatchedUser>();
  for (const part of [rule, ...rulesOfCallCenters(rule, config)]) {
    for (const user of listedUsers(part, answers)) if (user.isActive) users.set(user.id, user);
  }
  return [...users.values()].sort((one, other) => (one.username < other.username ? -1 : 1));
}

/** User names of a rule that no user has, and those of users who are not active. */
export function unmatchedUsernames(
  rule: UserRule,
  answers: Answers
): { readonly unknown: readonly string[]; readonly inactive: readonly string[] } {
  // Salesforce compares user names without regard to case.
  const found = new Map(listedUsers(rule, answers).map((user) => [user.username.toLowerCase(), user]));
  return {
    unknown: rule.usernames.filter((username) => !found.has(username.toLowerCase())),
    inactive: rule.usernames.filter((username) => found.get(username.toLowerCase())?.isActive === false)
  };
}

/** The rules of call centers never name call centers themselves, so that this goes one step deep. */
function rulesOfCallCenters({ callCenters }: UserRule, config: ResolvedConfig): readonly UserRule[] {
  return config.users.callCenters
    .filter(({ callCenter }) => callCenters.includes(callCenter))
    .map(({ match }) => match);
}

function listedUsers(rule: UserRule, answers: Answers): readonly MatchedUser[] {
  return selectorsOf(rule).flatMap((selector) => recordsOf(answers, selectorId(selector)).map(readUser));
}

function readUser(row: OrgRecord): MatchedUser {
  const callCenterId = textAt(row, 'CallCenterId');
  return {
    id: textAt(row, 'Id') ?? '',
    username: textAt(row, 'Username') ?? '',
    isActive: flagAt(row, 'IsActive'),
    ...(callCenterId !== undefined && { callCenterId }),
    isServiceCloudUser: flagAt(row, 'UserPermissionsSupportUser')
  };
}
