import { namespaced } from '../../resources/namespaced';
import type { ResolvedCallCenter } from '../resolved-config/call-center';
import type { ResolvedSingleSignOn } from '../resolved-config/packages';
import type { ResolvedUsers } from '../resolved-config/users';
import type { Path } from '../source/path';
import type { Scope } from './scope';

type Known = {
  readonly callCenters: readonly Pick<ResolvedCallCenter, 'sessionPages'>[];
  readonly users: Pick<ResolvedUsers, 'roles'>;
  readonly namespace: string;
};

/** The app with which reps sign in, for whoever has a role of ours. Undefined when the file does not ask for it. */
export function resolveSingleSignOn(known: Known, scope: Scope): ResolvedSingleSignOn | undefined {
  const given = scope.settings.ringdown?.singleSignOn;
  if (given === undefined) return undefined;
  if (!known.callCenters.some(({ sessionPages }) => sessionPages !== undefined))
    needs(['callCenters'], 'a call center with pages: ringdown', 'Its login page is where reps sign in', scope);
  if (scope.settings.users?.roles?.agent === undefined)
    needs(['users', 'roles'], 'users.roles.agent', 'Say who takes calls: users: { roles: { agent: … } }', scope);
  scope.trace(['ringdown', 'singleSignOn', 'permissionSets'], 'derived: users.roles');
  return { ...given, permissionSets: permissionSetsOf(known) };
}

/** One for each role: whoever has a role has the first of its permission sets. */
function permissionSetsOf({ users: { roles = [] }, namespace }: Known): readonly string[] {
  const first = new Map(roles.toReversed().map(({ role, permissionSet }) => [role, permissionSet]));
  return [...first.values()].map((name) => namespaced(namespace, name)).sort();
}

function needs(because: Path, expected: string, fix: string, { problem }: Scope): void {
  const path = ['ringdown', 'singleSignOn'];
  problem({
    path,
    atKey: true,
    because,
    message: `needs ${expected}, which is missing`,
    expected,
    got: 'nothing',
    fix
  });
}
