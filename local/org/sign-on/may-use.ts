import type { SignOnApp } from '../external-client-apps/read-app';
import type { LocalOrg } from '../state/state';

/** Whether an app's policy approves a user: by a permission set that he holds, or by his profile. */
export function mayUse(org: LocalOrg, app: SignOnApp, userId: string): boolean {
  const held = new Set(
    org.rows('PermissionSetAssignment').flatMap((row) => (row.AssigneeId === userId ? [row.PermissionSetId] : []))
  );
  const bySet = org.rows('PermissionSet').some((row) => {
    const name = row.NamespacePrefix ? `${String(row.NamespacePrefix)}__${String(row.Name)}` : String(row.Name);
    const isNamed = [name, row.Id, row.Id.slice(0, 15)].some((one) => app.permissionSets.includes(one));
    return isNamed && held.has(row.Id);
  });
  const profile = org.row('Profile', String(org.row('User', userId)?.ProfileId));
  return bySet || app.profiles.includes(String(profile?.Name));
}

/** Whether a user has allowed an app himself; Setup lists these as Connected Apps OAuth Usage. */
export const hasAllowed = (org: LocalOrg, app: SignOnApp, userId: string): boolean =>
  org.rows('OauthToken').some((row) => row.AppName === app.name && row.UserId === userId);

/** Remembers that a user has. */
export function allow(org: LocalOrg, app: SignOnApp, userId: string): void {
  if (!hasAllowed(org, app, userId)) org.insert('OauthToken', { AppName: app.name, UserId: userId });
}
