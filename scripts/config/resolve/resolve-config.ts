import type { ResolvedConfig } from '../resolved-config';
import type { ResolvedCallCenter } from '../resolved-config/call-center';
import type { ResolvedOrg } from '../resolved-config/org';
import { mustBe } from '../shape/problem';
import { resolveCallCenter } from './call-center';
import { resolvePackages } from './packages';
import { resolvePermissionSets } from './permission-sets';
import { resolvePersonSteps } from './person-steps';
import { resolvePhoneSettings } from './phone-settings';
import { resolveRingdown } from './ringdown';
import { resolveSingleSignOn } from './single-sign-on';
import type { Scope } from './scope';
import { resolveTrustedSites } from './trusted-sites';
import { resolveAgents, resolveUsers } from './users';

/** Everything that holds for one org, all but where each value came from. Problems go to the scope; the result counts when there are none. */
export function resolveConfig(file: string, org: ResolvedOrg, scope: Scope): Omit<ResolvedConfig, 'origins'> {
  const { settings } = scope;
  const callCenters = Object.entries(settings.callCenters).map(([key, given]) => resolveCallCenter(key, given, scope));
  checkInternalNames(callCenters, scope);
  checkSessionPages(callCenters, scope);
  const ringdown = resolveRingdown(callCenters, scope);
  const users = resolveUsers(callCenters, scope);
  const singleSignOn = resolveSingleSignOn({ callCenters, users, namespace: ringdown?.namespace ?? '' }, scope);
  return {
    file,
    apiVersion: settings.apiVersion ?? '67.0',
    org,
    callCenters,
    packages: resolvePackages(callCenters, scope),
    permissionSets: resolvePermissionSets(ringdown?.namespace ?? '', scope),
    users,
    ...resolveAgents(scope),
    trustedSites: resolveTrustedSites(callCenters, scope),
    ...(ringdown === undefined ? {} : { ringdown: { ...ringdown, ...(singleSignOn && { singleSignOn }) } }),
    ...resolvePhoneSettings(scope),
    personSteps: resolvePersonSteps(scope)
  };
}

function checkInternalNames(callCenters: readonly ResolvedCallCenter[], { problem }: Scope): void {
  const first = new Map<string, string>();
  for (const { key, internalName } of callCenters) {
    const same = internalName === '' ? undefined : first.get(internalName.toLowerCase());
    if (same !== undefined) {
      const fix = `callCenters.${same} has this one: give one of the two another internalName`;
      problem(mustBe(['callCenters', key, 'internalName'], 'a name that no other call center has', internalName, fix));
    }
    if (same === undefined) first.set(internalName.toLowerCase(), key);
  }
}

/** The session service has one page of each kind for an org; an org that moves to Voice has both for a while. */
function checkSessionPages(callCenters: readonly ResolvedCallCenter[], { problem }: Scope): void {
  const ours = callCenters.filter(({ sessionPages }) => sessionPages !== undefined);
  for (const { key, kind } of ours) {
    const first = ours.find((other) => other.kind === kind);
    if (first === undefined || first.key === key) continue;
    const fix = `callCenters.${first.key} has them: one call center of each kind can`;
    problem(mustBe(['callCenters', key, 'pages'], 'in one call center of its kind only', 'ringdown', fix));
  }
}
