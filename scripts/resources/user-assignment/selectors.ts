import type { ResolvedConfig } from '../../config/resolved-config';
import type { UserRule } from '../../config/resolved-config/users';
import type { Question } from '../question';
import { soqlList } from '../soql';
import { chunkNames } from './name-chunks';

/** One list of a rule, or a part of a long one: it matches users by one kind of name. */
export type Selector = {
  readonly by: 'profiles' | 'permissionSets' | 'roles' | 'groups' | 'usernames';
  readonly names: readonly string[];
};

const kinds = ['profiles', 'permissionSets', 'roles', 'groups', 'usernames'] as const;

/** The lists of a rule that are not empty, each in parts that a query can hold. */
export function selectorsOf(rule: UserRule): readonly Selector[] {
  return kinds.flatMap((by) =>
    // A role is looked for by two names.
    chunkNames([...new Set(rule[by])].sort(), by === 'roles' ? 2 : 1).map((names) => ({ by, names }))
  );
}

/** Every rule of a configuration, with the words that name it in messages and its place in the resolved configuration. */
export function rulesOf({
  users,
  permissionSets
}: ResolvedConfig): readonly { readonly name: string; readonly place: string; readonly rule: UserRule }[] {
  return [
    ...users.callCenters.map(({ match }, index) => ({
      name: `users.callCenters[${index}]`,
      place: `users.callCenters[${index}].match`,
      rule: match
    })),
    ...permissionSets.map(({ name, assignTo }) => ({
      name: `permissionSets.${name}.assignTo`,
      place: `permissionSets.${name}.assignTo`,
      rule: assignTo
    })),
    ...[...new Map((users.roles ?? []).map(({ role, match }) => [role, match]))].map(([role, rule]) => ({
      name: `users.roles.${role}`,
      place: `users.roles[${(users.roles ?? []).findIndex((one) => one.role === role)}].match`,
      rule
    })),
    ...(users.serviceCloudUser
      ? [{ name: 'users.serviceCloudUser', place: 'users.serviceCloudUser', rule: users.serviceCloudUser }]
      : [])
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
  return `user-assignment:users:${by}:${JSON.stringify(names)}`;
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
