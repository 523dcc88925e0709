import type { ResolvedConfig } from '../../config/resolved-config';
import { callCenterRows } from '../call-center/call-center';
import { recordsOf, textAt } from '../org-record';
import type { Answers } from '../question';
import type { Finding } from '../resource';
import { matchUsers, unmatchedUsernames } from './match-users';
import type { Placement } from './placements';
import { misspeltName, misspeltNames } from './misspelt-names';
import { isEmptyRule, rulesOf } from './selectors';
import { unmatchedNames, type UnmatchedName } from './unmatched-names';

/** Names of all call centers of the org, by id. */
export function callCenterNames(answers: Answers): ReadonlyMap<string, string> {
  return new Map(
    recordsOf(answers, callCenterRows.id).map((row) => [textAt(row, 'Id') ?? '', textAt(row, 'Name') ?? ''])
  );
}

/** Rules that match nobody, names in them that bring nobody, and user names that name nobody. */
export function ruleFindings(config: ResolvedConfig, answers: Answers): readonly Finding[] {
  return rulesOf(config).flatMap(({ name, place, rule }) => {
    if (isEmptyRule(rule)) return [];
    const misspelt = misspeltNames(rule, config, answers);
    const unmatched = unmatchedNames(rule, config, answers).filter(
      ({ by, name: wrong }) => !misspelt.some((one) => one.by === by && one.name === wrong)
    );
    const { unknown, inactive } = unmatchedUsernames(rule, answers);
    return [
      ...(unknown.length > 0 ? [unknownUsers(name, unknown)] : []),
      ...(inactive.length > 0 ? [inactiveUsers(name, inactive)] : []),
      ...misspelt.map((one) => misspeltName({ place, config }, one)),
      ...(matchUsers(rule, config, answers).length > 0
        ? unmatched.map((one) => nameMatchesNobody(name, one))
        : misspelt.length === 0
          ? [matchesNobody(name)]
          : [])
    ];
  });
}

/** Users whom two rules want in two call centers, and users who are in another call center already. */
export function placementFindings(
  config: ResolvedConfig,
  answers: Answers,
  places: readonly Placement[]
): readonly Finding[] {
  const names = callCenterNames(answers);
  const elsewhere = places.flatMap(({ user, callCenters }): string[] => {
    const wanted = callCenters[0];
    if (!wanted || user.callCenterId === undefined || user.callCenterId === wanted.id) return [];
    return [
      `${user.username} (in ${names.get(user.callCenterId) ?? user.callCenterId}, wanted in ${wanted.callCenter.displayName})`
    ];
  });
  return [
    ...places.filter(({ callCenters }) => callCenters.length > 1).map(inTwoCallCenters),
    ...(elsewhere.length > 0 ? [inOtherCallCenter(elsewhere, config.users.moveUsers)] : [])
  ];
}

function matchesNobody(rule: string): Finding {
  return {
    code: 'RULE_MATCHES_NOBODY',
    severity: 'blocked',
    message: `${rule} matches no active user.`,
    fix: `Compare the names in ${rule} with Setup > Users; profiles, roles, groups and permission sets are spelled as in the org.`
  };
}

/** Nothing would be missed otherwise: the other names of the rule bring users enough to pass. */
function nameMatchesNobody(rule: string, { kind, name }: UnmatchedName): Finding {
  const lacks = kind === 'profile' || kind === 'role' ? `no active user has the ${kind}` : `the org has no ${kind}`;
  return {
    code: 'RULE_NAME_MATCHES_NOBODY',
    severity: 'warning',
    message: `${rule}: ${lacks} ${name}.`,
    fix: `Spell ${name} as in the org, or remove it from ${rule}.`
  };
}

/** A sandbox appends its name to the user names it was copied with; which users are meant is never guessed. */
function unknownUsers(rule: string, usernames: readonly string[]): Finding {
  return {
    code: 'USER_UNKNOWN',
    severity: 'blocked',
    message: `${rule}: no user is called ${usernames.join(', ')}.`,
    fix: 'Write the user names of this very org; in a sandbox they end with its name, such as ann@example.com.uat. An override under orgs can hold them.'
  };
}

function inactiveUsers(rule: string, usernames: readonly string[]): Finding {
  return {
    code: 'USER_INACTIVE',
    severity: 'warning',
    message: `${rule}: ${usernames.join(', ')} ${usernames.length === 1 ? 'is' : 'are'} not active and left out.`,
    fix: `Remove them from ${rule}, or activate them in Setup > Users.`
  };
}

function inTwoCallCenters({ user, callCenters }: Placement): Finding {
  const keys = callCenters.map(({ callCenter }) => callCenter.key);
  return {
    code: 'USER_IN_TWO_CALL_CENTERS',
    severity: 'blocked',
    message: `${user.username} is matched by the rules of ${keys.join(' and ')}; a user can be in one call center only.`,
    fix: `Narrow the rules of ${keys.join(' or ')} under users.callCenters.`
  };
}

function inOtherCallCenter(users: readonly string[], moveUsers: boolean): Finding {
  return {
    code: 'USER_IN_OTHER_CALL_CENTER',
    severity: moveUsers ? 'warning' : 'blocked',
    message: `${users.length === 1 ? 'A user is' : `${users.length} users are`} in another call center${moveUsers ? ' and will be moved' : ''}: ${users.join(', ')}.`,
    fix: moveUsers
      ? 'Nothing, when this is what you want.'
      : 'Write `moveUsers: true` under users to move them, or narrow the rule.'
  };
}
