import type { ResolvedConfig } from '../../config/resolved-config';
import type { ResolvedSingleSignOn } from '../../config/resolved-config/packages';
import { sessionCallCenter, sessionOrg } from '../session-service/session-org';

/** API name of the app in every org. */
export const appName = 'Ringdown_Sign_On';
/** What people see of it. */
export const appLabel = 'Ringdown sign-on';

export const appTypes = [
  'ExternalClientApplication',
  'ExtlClntAppOauthSettings',
  'ExtlClntAppGlobalOauthSettings',
  'ExtlClntAppOauthConfigurablePolicies'
] as const;
export type AppType = (typeof appTypes)[number];

/** One of the four components that make an app with which people sign in. */
export type AppComponent = {
  readonly type: AppType;
  /** Reads on after "create" or "update". */
  readonly title: string;
  readonly folder: string;
  readonly suffix: string;
  /** The names that it may have in an org, the one that a deploy of ours gives first: Setup and Salesforce itself name them otherwise. */
  readonly names: readonly string[];
  /** What must hold, by element. */
  readonly wanted: ReadonlyMap<string, string>;
  /** What a new one starts with; the admin's from then on. */
  readonly initial: ReadonlyMap<string, string>;
};

/** Where Salesforce sends the rep's browser back to; undefined while the org's id is not known. */
export function callbackUrl(config: ResolvedConfig): string | undefined {
  const orgId = sessionOrg(config)?.orgId;
  const service = sessionCallCenter(config)?.sessionPages.service;
  return orgId === undefined || service === undefined ? undefined : `${service}/orgs/${orgId}/oidc/callback`;
}

/** The app as it must be; nothing when the file does not ask for one. Every fact about a field is the Metadata API Developer Guide's. */
export function wantedApp(config: ResolvedConfig): readonly AppComponent[] {
  const signOn = config.ringdown?.singleSignOn;
  const callback = callbackUrl(config);
  return signOn === undefined || callback === undefined ? [] : components(signOn, callback);
}

function components({ contactEmail, permissionSets }: ResolvedSingleSignOn, callback: string): readonly AppComponent[] {
  const ofApp = [['externalClientApplication', appName]] as const;
  return [
    {
      type: 'ExternalClientApplication',
      title: `the external client app ${appLabel}`,
      folder: 'externalClientApps',
      suffix: 'eca',
      names: [appName],
      wanted: new Map([
        ['contactEmail', contactEmail],
        ['distributionState', 'Local']
      ]),
      initial: new Map([
        ['description', 'Tells the session service of the phone who a rep is. Written by Ringdown.'],
        ['isProtected', 'false'],
        ['label', appLabel]
      ])
    },
    {
      type: 'ExtlClntAppOauthSettings',
      title: `what ${appLabel} may ask for`,
      folder: 'extlClntAppOauthSettings',
      suffix: 'ecaOauth',
      names: [appName, `${appName}_oauth`],
      // Basic is profile, email, address and phone in one: deploying any of them is the same.
      wanted: new Map([['commaSeparatedOauthScopes', 'Basic, OpenID'], ...ofApp]),
      initial: new Map([['label', appLabel]])
    },
    {
      type: 'ExtlClntAppGlobalOauthSettings',
      title: `where ${appLabel} leads back to`,
      folder: 'extlClntAppGlobalOauthSets',
      suffix: 'ecaGlblOauth',
      names: [appName, `${appName}_glbloauth`],
      wanted: new Map([['callbackUrl', callback], ...ofApp, ...onlyCodesWithProof]),
      initial: new Map([['label', appLabel]])
    },
    {
      type: 'ExtlClntAppOauthConfigurablePolicies',
      title: `who signs in with ${appLabel}`,
      folder: 'extlClntAppOauthPolicies',
      suffix: 'ecaOauthPlcy',
      // The org makes this one itself as soon as an app has OAuth settings, and takes no second one.
      names: [`${appName}_defaultPolicy`, `${appName}_oauthPlcy`, appName],
      wanted: new Map([
        ['commaSeparatedPermissionSet', permissionSets.join(',')],
        ...ofApp,
        ['permittedUsersPolicyType', 'AdminApprovedPreAuthorized']
      ]),
      initial: new Map([['label', appLabel]])
    }
  ];
}

/**
 * The authorization code flow with PKCE and nothing else. Without a secret there is none to copy, to leak and to rotate: a code is
 * of use only to whoever holds the verifier, and leads back to our own address only.
 */
const onlyCodesWithProof: readonly (readonly [string, string])[] = [
  ['isClientCredentialsFlowEnabled', 'false'],
  ['isCodeCredFlowEnabled', 'false'],
  ['isConsumerSecretOptional', 'true'],
  ['isDeviceFlowEnabled', 'false'],
  ['isIntrospectAllTokens', 'false'],
  ['isPkceRequired', 'true'],
  ['isTokenExchangeEnabled', 'false']
];
