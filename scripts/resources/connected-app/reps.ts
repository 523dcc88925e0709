import type { ResolvedConfig } from '../../config/resolved-config';
import { namespaced } from '../namespaced';
import { flagAt, textAt } from '../org-record';
import type { OrgRecord } from '../question';

/** Permission sets of this file that every rep of a call center has: any one is enough to approve him. */
export function repPermissionSets(
  callCenter: string,
  { users, permissionSets, ringdown }: ResolvedConfig
): readonly string[] {
  const roles = (users.roles ?? []).flatMap(({ role, permissionSet, match }) =>
    role === 'agent' && match.callCenters.includes(callCenter)
      ? [namespaced(ringdown?.namespace ?? '', permissionSet)]
      : []
  );
  const own = permissionSets
    .filter(({ assignTo }) => assignTo.callCenters.includes(callCenter))
    .map(({ name }) => name);
  return [...roles, ...own];
}

/** Whether one of these approvals (rows of SetupEntityAccess) holds for every rep of a call center: by permission set, or by profile. */
export function approvesReps(callCenter: string, config: ResolvedConfig, approvals: readonly OrgRecord[]): boolean {
  const sets = approvals
    .filter((row) => !flagAt(row, 'Parent.IsOwnedByProfile'))
    .map((row) => namespaced(textAt(row, 'Parent.NamespacePrefix') ?? '', textAt(row, 'Parent.Name') ?? ''));
  const profiles = approvals.flatMap((row) =>
    flagAt(row, 'Parent.IsOwnedByProfile') ? (textAt(row, 'Parent.Profile.Name') ?? []) : []
  );
  if (repPermissionSets(callCenter, config).some((set) => sets.includes(set))) return true;
  const rule = config.users.callCenters.find((each) => each.callCenter === callCenter)?.match;
  if (rule === undefined || rule.profiles.length === 0) return false;
  const { profiles: wanted, ...others } = rule;
  return wanted.every((name) => profiles.includes(name)) && Object.values(others).every((list) => list.length === 0);
}
