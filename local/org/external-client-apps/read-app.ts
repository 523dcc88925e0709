import { parseXml } from '../metadata/xml/parse-xml';
import { textOf, type XmlElement } from '../metadata/xml/xml-element';
import type { Component, OrgData } from '../org-data';
import { partsOf, scopesOf } from './scopes';

/** The types that belong to an app by their element `externalClientApplication`. */
export type PartType =
  | 'ExtlClntAppOauthSettings'
  | 'ExtlClntAppGlobalOauthSettings'
  | 'ExtlClntAppOauthConfigurablePolicies'
  | 'ExtlClntAppConfigurablePolicies';

/** An app that people may sign in with. */
export type SignOnApp = {
  readonly name: string;
  readonly label: string;
  readonly clientId: string;
  readonly callbackUrls: readonly string[];
  /** As clients spell them. */
  readonly scopes: readonly string[];
  readonly needsProof: boolean;
  readonly needsSecret: boolean;
  /** `Admin approved users are pre-authorized`; otherwise everybody may, and is asked. */
  readonly isPreAuthorized: boolean;
  readonly permissionSets: readonly string[];
  readonly profiles: readonly string[];
  readonly isEnabled: boolean;
};

/** The root element of a component's file. */
export const rootOf = (component: Component): XmlElement | undefined => parseXml(component.files[0]?.text ?? '').root;

/** The component of this type that belongs to an app. */
export const partOfApp = (org: OrgData, type: PartType, app: string): Component | undefined =>
  org.components(type).find((component) => {
    const root = rootOf(component);
    return root && textOf(root, 'externalClientApplication') === app;
  });

/** The app with this client id. */
export function appWithClientId(org: OrgData, clientId: string): SignOnApp | undefined {
  const oauth = org
    .components('ExtlClntAppGlobalOauthSettings')
    .flatMap((component) => rootOf(component) ?? [])
    .find((root) => textOf(root, 'consumerKey') === clientId);
  const name = oauth && textOf(oauth, 'externalClientApplication');
  const app = name === undefined ? undefined : org.component('ExternalClientApplication', name);
  if (!oauth || !app || name === undefined) return undefined;
  const part = (type: PartType): XmlElement | undefined => {
    const component = partOfApp(org, type, name);
    return component && rootOf(component);
  };
  const policy = part('ExtlClntAppOauthConfigurablePolicies');
  const header = rootOf(app);
  const policyText = (element: string): string => (policy && textOf(policy, element)) ?? '';
  const settings = part('ExtlClntAppOauthSettings');
  const plugins = part('ExtlClntAppConfigurablePolicies');
  return {
    name,
    label: (header && textOf(header, 'label')) ?? name,
    clientId,
    callbackUrls: (textOf(oauth, 'callbackUrl') ?? '').split(/\s+/).filter((url) => url !== ''),
    scopes: scopesOf((settings && textOf(settings, 'commaSeparatedOauthScopes')) ?? ''),
    needsProof: textOf(oauth, 'isPkceRequired') !== 'false',
    needsSecret: textOf(oauth, 'isConsumerSecretOptional') !== 'true',
    isPreAuthorized: policyText('permittedUsersPolicyType') === 'AdminApprovedPreAuthorized',
    permissionSets: partsOf(policyText('commaSeparatedPermissionSet')),
    profiles: partsOf(policyText('commaSeparatedProfile')),
    isEnabled:
      !plugins || (textOf(plugins, 'isEnabled') !== 'false' && textOf(plugins, 'isOauthPluginEnabled') !== 'false')
  };
}
