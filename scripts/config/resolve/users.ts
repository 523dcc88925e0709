import type { ResolvedConfig } from '../resolved-config';
import type { ResolvedCallCenter } from '../resolved-config/call-center';
import type { ResolvedRole, ResolvedUsers, UserRule } from '../resolved-config/users';
import type { RuleSettings } from '../schema/users';
import { nearest } from '../../resources/nearest';
import { mustBe } from '../shape/problem';
import type { Path } from '../source/path';
import type { Scope } from './scope';

/** Who is in which call center, and who gets Service Cloud User. */
export function resolveUsers(centers: readonly Pick<ResolvedCallCenter, 'kind'>[], scope: Scope): ResolvedUsers {
  const { callCenters = [], serviceCloudUser, roles, moveUsers = false } = scope.settings.users ?? {};
  return {
    callCenters: callCenters.map(({ callCenter, match }, index) => {
      const path: Path = ['users', 'callCenters', index];
      checkCallCenter([...path, 'callCenter'], callCenter, scope);
      return { callCenter, match: resolveRule([...path, 'match'], match, scope) };
    }),
    ...(serviceCloudUser === undefined
      ? {}
      : { serviceCloudUser: resolveRule(['users', 'serviceCloudUser'], serviceCloudUser, scope) }),
    ...(roles === undefined
      ? {}
      : {
          roles: resolveRoles(
            roles,
            centers.some(({ kind }) => kind === 'voice'),
            scope
          )
        }),
    moveUsers
  };
}

/** How users and agents are known to be one person; only where the file speaks of it. */
export function resolveAgents({ settings: { agents } }: Scope): Pick<ResolvedConfig, 'agents'> {
  if (agents === undefined) return {};
  const { matchBy = 'Username', usernameSuffix } = agents;
  return { agents: { matchBy, ...(usernameSuffix === undefined ? {} : { usernameSuffix }) } };
}

const roleSets = { agent: 'RingdownAgent', supervisor: 'RingdownSupervisor', admin: 'RingdownAdmin' } as const;

/** One permission set each; where there is a call center of Voice, agents and who reads reports of them get that of the Voice package too. */
function resolveRoles(
  given: NonNullable<NonNullable<Scope['settings']['users']>['roles']>,
  hasVoice: boolean,
  scope: Scope
): readonly ResolvedRole[] {
  const roles = (['agent', 'supervisor', 'admin'] as const).flatMap((role): readonly ResolvedRole[] => {
    const path: Path = ['users', 'roles', role];
    const rule = given[role];
    if (rule === undefined) return [];
    const match = resolveRule(path, rule, scope);
    const sets = hasVoice && role !== 'admin' ? [roleSets[role], 'RingdownVoiceAgent'] : [roleSets[role]];
    return sets.map((permissionSet) => ({ role, permissionSet, match }));
  });
  roles.forEach(({ role }, position) => {
    for (const part of [[], ['match']]) scope.trace(['users', 'roles', position, ...part], ['users', 'roles', role]);
    scope.trace(['users', 'roles', position, 'permissionSet'], `derived: users.roles.${role}`);
  });
  return roles;
}

/** A rule with every list filled in; one that can match nobody is a problem. */
export function resolveRule(path: Path, given: RuleSettings, scope: Scope): UserRule {
  const { profiles = [], permissionSets = [], roles = [], groups = [], usernames = [], callCenters = [] } = given;
  const rule = { profiles, permissionSets, roles, groups, usernames, callCenters };
  if (Object.values(rule).every((list) => list.length === 0)) {
    const expected = 'at least one profile, permission set, role, group or user name';
    scope.problem({ path, atKey: true, message: `names nobody: expected ${expected}`, expected, got: 'no names' });
  }
  const ruled = (scope.settings.users?.callCenters ?? []).map(({ callCenter }) => callCenter);
  for (const [index, name] of callCenters.entries()) {
    const known = checkCallCenter([...path, 'callCenters', index], name, scope);
    if (known && !ruled.includes(name)) {
      scope.problem(
        mustBe(
          [...path, 'callCenters', index],
          'a call center with a rule under users.callCenters',
          name,
          'Say there who is in it'
        )
      );
    }
  }
  return rule;
}

function checkCallCenter(path: Path, name: string, { callCenterNames, problem }: Scope): boolean {
  if (callCenterNames.includes(name)) return true;
  const meant = nearest(name, callCenterNames);
  problem(
    mustBe(path, `a key under callCenters (${callCenterNames.join(', ')})`, name, meant && `Did you mean ${meant}?`)
  );
  return false;
}
