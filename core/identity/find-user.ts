import { type IdentityRule, type IdentityUser } from './identity';
import { originalKey, userKey } from './identity-key';

/** Finds the users whom a name of the phone system means: more than one when nobody can tell them apart, the active ones before others. */
export function userFinder(
  users: readonly IdentityUser[],
  rule: IdentityRule
): (name: string) => readonly IdentityUser[] {
  const exact = new Map<string, IdentityUser[]>();
  const original = new Map<string, IdentityUser[]>();
  for (const user of users) {
    const key = userKey(user, rule);
    if (key === undefined) continue;
    exact.set(key, [...(exact.get(key) ?? []), user]);
    const before = originalKey(key, rule);
    original.set(before, [...(original.get(before) ?? []), user]);
  }
  return (name) => {
    const key = rule.matchBy === 'FederationIdentifier' ? name.trim() : name.trim().toLowerCase();
    const found = exact.get(key) ?? original.get(originalKey(key, rule)) ?? [];
    const active = found.filter(({ isActive }) => isActive);
    return active.length > 0 ? active : found;
  };
}
