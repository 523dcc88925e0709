import { randomBytes } from 'node:crypto';
import { inCanonicalOrder } from '../metadata/xml/canonical-order';
import { writeMetadataFile } from '../metadata/xml/write-xml';
import { textOf, xmlElement, type XmlElement } from '../metadata/xml/xml-element';
import type { Component, OrgData } from '../org-data';
import { partOfApp, rootOf, type PartType } from './read-app';
import { canonicalScopes } from './scopes';

/** What the org puts into a part of an app by itself; any other component stays as it is. */
export function completed(org: OrgData, component: Component, before: Component | undefined): Component {
  const [file] = component.files;
  const root = rootOf(component);
  const values = root && additions[component.type]?.(org, component, root, before && rootOf(before));
  if (!file || !root || !values) return component;
  const kept = root.children.filter(({ name }) => !(name in values));
  const own = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : xmlElement(name, value)));
  const text = writeMetadataFile(inCanonicalOrder({ ...root, children: [...kept, ...own] }, component.type));
  return { ...component, files: [{ ...file, text }] };
}

/** The policies that an app has as soon as it has OAuth settings [Trailhead, Create an External Client App Using Metadata API]. */
export function addPolicies(org: OrgData, settings: Component): void {
  const root = settings.type === 'ExtlClntAppOauthSettings' ? rootOf(settings) : undefined;
  const app = root && textOf(root, 'externalClientApplication');
  if (app === undefined) return;
  for (const { type, folder, suffix, values } of policies) {
    if (partOfApp(org, type, app)) continue;
    const fullName = `${settings.fullName}_defaultPolicy`;
    const own = Object.entries({ ...values, externalClientApplication: app, label: fullName });
    const content = xmlElement(
      type,
      own.map(([name, value]) => xmlElement(name, value))
    );
    org.putComponent({
      type,
      fullName,
      id: org.newId('0xC'),
      files: [{ path: `${folder}/${fullName}.${suffix}`, text: writeMetadataFile(inCanonicalOrder(content, type)) }],
      createdDate: settings.createdDate,
      lastModifiedDate: settings.createdDate
    });
  }
}

type Values = Readonly<Record<string, string | undefined>>;
type Addition = (org: OrgData, component: Component, root: XmlElement, before: XmlElement | undefined) => Values;

/** Elements by name; undefined takes one out. */
const additions: Readonly<Record<string, Addition>> = {
  ExternalClientApplication: (org, { fullName }, root) => ({
    orgScopedExternalApp: textOf(root, 'orgScopedExternalApp') ?? `${org.orgId}:${fullName}`
  }),
  ExtlClntAppOauthSettings: (org, _component, root, before) => ({
    commaSeparatedOauthScopes: canonicalScopes(textOf(root, 'commaSeparatedOauthScopes') ?? ''),
    oauthLink: (before && textOf(before, 'oauthLink')) ?? `${org.orgId}:${org.newId('888')}`
  }),
  ExtlClntAppGlobalOauthSettings: (_org, _component, root, before) => ({
    consumerKey: consumerKey(root, before),
    // Never given back: it is seen in Setup only, or by an API of its own.
    consumerSecret: undefined,
    isPkceRequired: textOf(root, 'isPkceRequired') ?? 'true',
    shouldRotateConsumerKey: 'false',
    shouldRotateConsumerSecret: 'false'
  })
};

/** An app keeps its key until a deploy asks for a new one. */
function consumerKey(root: XmlElement, before: XmlElement | undefined): string {
  const known = (before && textOf(before, 'consumerKey')) ?? textOf(root, 'consumerKey');
  const isRotated = before !== undefined && textOf(root, 'shouldRotateConsumerKey') === 'true';
  return known === undefined || isRotated ? `3MVG9${randomBytes(60).toString('base64url').replace(/-/g, '.')}` : known;
}

const policies: readonly {
  readonly type: PartType;
  readonly folder: string;
  readonly suffix: string;
  readonly values: Readonly<Record<string, string>>;
}[] = [
  {
    type: 'ExtlClntAppConfigurablePolicies',
    folder: 'extlClntAppPolicies',
    suffix: 'ecaPlcy',
    values: { isEnabled: 'true', isOauthPluginEnabled: 'true' }
  },
  {
    type: 'ExtlClntAppOauthConfigurablePolicies',
    folder: 'extlClntAppOauthPolicies',
    suffix: 'ecaOauthPlcy',
    values: {
      ipRelaxationPolicyType: 'Enforce',
      isClientCredentialsFlowEnabled: 'false',
      permittedUsersPolicyType: 'AllSelfAuthorized',
      refreshTokenPolicyType: 'Infinite'
    }
  }
];
