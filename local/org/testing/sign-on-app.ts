import type { OrgData } from '../org-data';
import { deployFiles, failures, metadataFile } from '../metadata/testing/package-zip-of';

const app = '<externalClientApplication>SignOn</externalClientApplication>';

/** Deploys an app for signing in, pre-authorised for a permission set that these users hold, and gives its client id. */
export function addApp(
  org: OrgData,
  { callback, holders }: { readonly callback: string; readonly holders: readonly string[] }
): string {
  const files: Readonly<Record<string, readonly [string, string]>> = {
    PermissionSet: ['permissionsets/SignOnReps.permissionset', '<label>Reps</label>'],
    ExternalClientApplication: [
      'externalClientApps/SignOn.eca',
      '<contactEmail>a@example.com</contactEmail><distributionState>Local</distributionState><label>Sign-on</label>'
    ],
    ExtlClntAppOauthSettings: [
      'extlClntAppOauthSettings/SignOn.ecaOauth',
      `<commaSeparatedOauthScopes>Basic, OpenID</commaSeparatedOauthScopes>${app}`
    ],
    ExtlClntAppGlobalOauthSettings: [
      'extlClntAppGlobalOauthSets/SignOn.ecaGlblOauth',
      `<callbackUrl>${callback}</callbackUrl>${app}<isConsumerSecretOptional>true</isConsumerSecretOptional>`
    ]
  };
  deploy(org, files);
  policyOf(org, 'AdminApprovedPreAuthorized');
  const set = org.rows('PermissionSet').find(({ Name }) => Name === 'SignOnReps');
  for (const holder of holders) {
    const user = org.rows('User').find(({ Username }) => String(Username).startsWith(holder));
    org.insert('PermissionSetAssignment', { AssigneeId: user?.Id ?? null, PermissionSetId: set?.Id ?? null });
  }
  const text = org.component('ExtlClntAppGlobalOauthSettings', 'SignOn')?.files[0]?.text ?? '';
  return /<consumerKey>(.+)<\/consumerKey>/.exec(text)?.[1] ?? '';
}

/** Deploys who may use the app. */
export const policyOf = (org: OrgData, policy: 'AdminApprovedPreAuthorized' | 'AllSelfAuthorized'): void =>
  deploy(org, {
    ExtlClntAppOauthConfigurablePolicies: [
      'extlClntAppOauthPolicies/SignOn_defaultPolicy.ecaOauthPlcy',
      `<commaSeparatedPermissionSet>SignOnReps</commaSeparatedPermissionSet>${app}<permittedUsersPolicyType>${policy}</permittedUsersPolicyType>`
    ]
  });

function deploy(org: OrgData, files: Readonly<Record<string, readonly [string, string]>>): void {
  const all = Object.entries(files).map(([type, [path, content]]) => ({ type, path, content }));
  const messages = deployFiles(
    org,
    Object.fromEntries(all.map(({ type, path }) => [type, [/([^/]+)\.\w+$/.exec(path)?.[1] ?? '']])),
    Object.fromEntries(all.map(({ type, path, content }) => [path, metadataFile(type, content)]))
  );
  const [wrong] = failures(messages);
  if (wrong) throw new Error(`${wrong.fileName}: ${wrong.problem}`);
}
