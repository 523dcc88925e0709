import type { ResolvedConfig } from '../../config/resolved-config';
import type { UserRule } from '../../config/resolved-config/users';
import { recordsOf, textAt } from '../org-record';
import type { Answers, Question } from '../question';
import { soqlList } from '../soql';
import { chunkNames } from './name-chunks';
import { rulesOf, selectorId, selectorsOf, type Selector } from './selectors';

/** A name of a rule that brings nobody, and what kind of name it is. */
export type UnmatchedName = { readonly by: NamedThing; readonly kind: string; readonly name: string };

/** What a rule names beside single users. */
export type NamedThing = Exclude<Selector['by'], 'usernames'>;

/** Permission sets and groups are not in the rows of users: whether the org has them is asked beside. */
const lookedUp = {
  permissionSets: { id: 'user-assignment:permission-set-names', sobject: 'PermissionSet', column: 'Name' },
  groups: { id: 'user-assignment:group-names', sobject: 'Group', column: 'DeveloperName' }
} as const;

/** One question for all permission sets that rules name, and one for all groups; more when a query cannot hold the names. */
export function nameQuestions(config: ResolvedConfig): readonly Question[] {
  return (['permissionSets', 'groups'] as const).flatMap((by) =>
    nameLookups(by, config).map(({ id, names }): Question => {
      const { sobject, column } = lookedUp[by];
      return { id, via: 'data', soql: `SELECT ${column} FROM ${sobject} WHERE ${column} IN ${soqlList(names)}` };
    })
  );
}

function nameLookups(
  by: keyof typeof lookedUp,
  config: ResolvedConfig
): readonly { readonly id: string; readonly names: readonly string[] }[] {
  const named = rulesOf(config).flatMap(({ rule }) => rule[by]);
  const { id } = lookedUp[by];
  return chunkNames([...new Set(named)].sort()).map((names, index) => ({
    id: index === 0 ? id : `${id}:${index + 1}`,
    names
  }));
}

/** Names that another name of the same rule would hide: a profile or role of no matched user, a set or group that is not there. */
export function unmatchedNames(rule: UserRule, config: ResolvedConfig, answers: Answers): readonly UnmatchedName[] {
  return selectorsOf(rule).flatMap((selector) => {
    const { by, names } = selector;
    const found = foundNames(selector, config, answers);
    if (by === 'usernames' || found === undefined) return [];
    // SOQL compares text without regard to case.
    return names.filter((name) => !found.has(name.toLowerCase())).map((name) => ({ by, kind: kinds[by], name }));
  });
}

const kinds: Readonly<Record<NamedThing, string>> = {
  profiles: 'profile',
  permissionSets: 'permission set',
  roles: 'role',
  groups: 'group'
};

/** The names that the org knows, in small letters; undefined when that was not told, or is told elsewhere. */
function foundNames(selector: Selector, config: ResolvedConfig, answers: Answers): ReadonlySet<string> | undefined {
  switch (selector.by) {
    case 'profiles':
      return namesAt(answers, [selectorId(selector)], ['Profile.Name']);
    case 'roles':
      return namesAt(answers, [selectorId(selector)], ['UserRole.DeveloperName', 'UserRole.Name']);
    case 'permissionSets':
    case 'groups': {
      const ids = nameLookups(selector.by, config).map(({ id }) => id);
      const isTold = ids.every((id) => answers.get(id)?.ok === true);
      return isTold ? namesAt(answers, ids, [lookedUp[selector.by].column]) : undefined;
    }
    case 'usernames':
      return undefined;
    default:
      return selector.by satisfies never;
  }
}

function namesAt(answers: Answers, ids: readonly string[], paths: readonly string[]): ReadonlySet<string> {
  const rows = ids.flatMap((id) => recordsOf(answers, id));
  const names = rows.flatMap((row) => paths.flatMap((path) => textAt(row, path) ?? []));
  return new Set(names.map((name) => name.toLowerCase()));
}
