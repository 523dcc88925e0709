import type { ResolvedConfig, UserRule } from '../../config/resolved-config';
import type { Question } from '../question';
import { soqlList } from '../soql';

/** One list of a rule: it matches users by one kind of name. */
export type Selector = {
  readonly by: 'profiles' | 'permissionSets' | 'roles' | 'groups' | 'usernames';
  readonly names: readonly string[];
};

const kinds = ['profiles', 'permissionSets', 'roles', 'groups', 'usernames'] as const;

/** The lists of a rule that are not empty. */
export function selectorsOf(rule: UserRule): readonly Selector[] {
  return kinds.filter((by) => rule[by].length > 0).map((by) => ({ by, names: [...new Set(rule[by])].sort() }));
}

/** Every rule of a configuration, with the words that name it in messages. */
export function rulesOf({
  users,
  permissionSets
}: ResolvedConfig): readonly { readonly name: string; readonly rule: UserRule }[] {
  return [
    ...users.callCenters.map(({ match }, index) => ({ name: `users.callCenters[${index}]`, rule: match })),
    ...permissionSets.map(({ name, assignTo }) => ({ name: `permissionSets.${name}.assignTo`, rule: assignTo })),
    ...(users.serviceCloudUser ? [{ name: 'users.serviceCloudUser', rule: users.serviceCloudUser }] : [])
  ];
}

/** Whether a rule asks for nobody at all. */
export function isEmptyRule(rule: UserRule): boolean {
  return rule.callCenters.length === 0 && selectorsOf(rule).length === 0;
}

/** One question for each different list of all rules. */
export function selectorQuestions(config: ResolvedConfig): readonly Question[] {
  const questions = rulesOf(config)
    .flatMap(({ rule }) => selectorsOf(rule))
    .map((selector): [string, Question] => [selectorId(selector), selectorQuestion(selector)]);
  return [...new Map(questions).values()];
}

/** Equal lists have equal ids, so that they are asked once. */
export function selectorId({ by, names }: Selector): string {
  return `user-assignment:users:${by}:${names.join('|')}`;
}

function selectorQuestion(selector: Selector): Question {
  return {
    id: selectorId(selector),
    via: 'data',
    soql: `SELECT ${userColumns} FROM User WHERE ${conditionOf(selector)}`
  };
}

const userColumns =
  'Id, Username, Name, Email, IsActive, CallCenterId, UserPermissionsSupportUser, Profile.Name, UserRole.DeveloperName, UserRole.Name';

/**
 * Semi-joins must not be combined by OR (SOQL Reference, Semi-Joins with IN), hence one query a list. Named users are asked
 * for whether active or not, so that a name that matches nobody can be told from somebody who left.
 */
function conditionOf({ by, names }: Selector): string {
  const list = soqlList(names);
  switch (by) {
    case 'usernames':
      return `Username IN ${list}`;
    case 'profiles':
      return `IsActive = true AND Profile.Name IN ${list}`;
    case 'roles':
      return `IsActive = true AND (UserRole.DeveloperName IN ${list} OR UserRole.Name IN ${list})`;
    case 'permissionSets':
      return `IsActive = true AND Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name IN ${list})`;
    case 'groups':
      return `IsActive = true AND Id IN (SELECT UserOrGroupId FROM GroupMember WHERE Group.DeveloperName IN ${list})`;
    default:
      return by satisfies never;
  }
}
