import type { ResolvedConfig } from '../../config/resolved-config';
import type { UserRule } from '../../config/resolved-config/users';
import { nearest } from '../nearest';
import { recordsOf, textAt } from '../org-record';
import { packagedSets } from '../package-source/questions';
import type { Answers, Question } from '../question';
import type { Finding } from '../resource';
import { unknownName } from '../setting-names/unknown-name';
import { rulesOf } from './selectors';
import { unmatchedNames, type NamedThing, type UnmatchedName } from './unmatched-names';

const listId = (by: NamedThing): string => `user-assignment:all:${by}`;

/** All names of one kind, which are few; profiles own permission sets of their own, whose names nobody writes. */
const lists: Readonly<Record<NamedThing, { readonly soql: string; readonly columns: readonly string[] }>> = {
  profiles: { soql: 'SELECT Name FROM Profile', columns: ['Name'] },
  roles: { soql: 'SELECT DeveloperName, Name FROM UserRole', columns: ['DeveloperName', 'Name'] },
  permissionSets: { soql: 'SELECT Name FROM PermissionSet WHERE IsOwnedByProfile = false', columns: ['Name'] },
  groups: { soql: "SELECT DeveloperName FROM Group WHERE Type IN ('Regular', 'Queue')", columns: ['DeveloperName'] }
};

/** Asks for every name of a kind; only where a rule has one that brings nobody. */
export function nearNameQuestions(config: ResolvedConfig, answers: Answers): readonly Question[] {
  const kinds = rulesOf(config).flatMap(({ rule }) => unmatchedNames(rule, config, answers).map(({ by }) => by));
  return [...new Set(kinds)].map((by) => ({ id: listId(by), via: 'data', soql: lists[by].soql }));
}

/** Names of a rule that the org does not have, each with one like it that it has: those were misspelt. */
export function misspeltNames(
  rule: UserRule,
  config: ResolvedConfig,
  answers: Answers
): readonly (UnmatchedName & { readonly known: readonly string[] })[] {
  return unmatchedNames(rule, config, answers).flatMap((unmatched) => {
    const { by, name } = unmatched;
    const known = recordsOf(answers, listId(by)).flatMap((row) =>
      lists[by].columns.flatMap((column) => textAt(row, column) ?? [])
    );
    const isThere = known.some((one) => one.toLowerCase() === name.toLowerCase());
    const isOurs =
      by === 'permissionSets' && [...packagedSets, ...config.permissionSets.map((set) => set.name)].includes(name);
    return isThere || isOurs || nearest(name, known) === undefined ? [] : [{ ...unmatched, known }];
  });
}

/** The finding of a misspelt name, with the place of the list that it stands in. */
export function misspeltName(
  { place, config }: { readonly place: string; readonly config: ResolvedConfig },
  { by, kind, name, known }: UnmatchedName & { readonly known: readonly string[] }
): Finding {
  const path = `${place}.${by}`;
  return unknownName({ at: path, path, expected: `a ${kind} of the org`, got: name, known }, config);
}
