import type { ResolvedConfig, UserRule } from '../../config/resolved-config';
import { recordsOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import { soqlList } from '../soql';
import { rulesOf, selectorId, selectorsOf, type Selector } from './selectors';

/** A name of a rule that brings nobody, and what kind of name it is. */
export type UnmatchedName = { readonly kind: string; readonly name: string };

/** Permission sets and groups are not in the rows of users: whether the org has them is asked beside. */
const lookedUp = {
  permissionSets: { id: 'user-assignment:permission-set-names', sobject: 'PermissionSet', column: 'Name' },
  groups: { id: 'user-assignment:group-names', sobject: 'Group', column: 'DeveloperName' }
} as const;

/** One question for all permission sets that rules name, and one for all groups. */
export function nameQuestions(config: ResolvedConfig): readonly Question[] {
  const selectors = rulesOf(config).flatMap(({ rule }) => selectorsOf(rule));
  return (['permissionSets', 'groups'] as const).flatMap((by): readonly Question[] => {
    const names = selectors.filter((selector) => selector.by === by).flatMap((selector) => selector.names);
    if (names.length === 0) return [];
    const { id, sobject, column } = lookedUp[by];
    const list = soqlList([...names].sort());
    return [{ id, via: 'data', soql: `SELECT ${column} FROM ${sobject} WHERE ${column} IN ${list}` }];
  });
}

/** Names that another name of the same rule would hide: a profile or role of no matched user, a set or group that is not there. */
export function unmatchedNames(rule: UserRule, answers: Answers): readonly UnmatchedName[] {
  return selectorsOf(rule).flatMap((selector) => {
    const found = foundNames(selector, answers);
    // SOQL compares text without regard to case.
    return found === undefined
      ? []
      : selector.names
          .filter((name) => !found.has(name.toLowerCase()))
          .map((name) => ({ kind: kinds[selector.by], name }));
  });
}

const kinds: Readonly<Record<Selector['by'], string>> = {
  profiles: 'profile',
  permissionSets: 'permission set',
  roles: 'role',
  groups: 'group',
  usernames: 'user'
};

/** The names that the org knows, in small letters; undefined when that was not told, or is told elsewhere. */
function foundNames(selector: Selector, answers: Answers): ReadonlySet<string> | undefined {
  switch (selector.by) {
    case 'profiles':
      return namesAt(answers, selectorId(selector), ['Profile.Name']);
    case 'roles':
      return namesAt(answers, selectorId(selector), ['UserRole.DeveloperName', 'UserRole.Name']);
    case 'permissionSets':
    case 'groups': {
      const { id, column } = lookedUp[selector.by];
      return answers.get(id)?.ok === true ? namesAt(answers, id, [column]) : undefined;
    }
    case 'usernames':
      return undefined;
    default:
      return selector.by satisfies never;
  }
}

function namesAt(answers: Answers, id: string, paths: readonly string[]): ReadonlySet<string> {
  const names = recordsOf(answers, id).flatMap((row) => paths.flatMap((path) => textAt(row, path) ?? []));
  return new Set(names.map((name) => name.toLowerCase()));
}
