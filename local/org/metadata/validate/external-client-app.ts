import { partOfApp, type PartType } from '../../external-client-apps/read-app';
import { partsOf, unknownScope } from '../../external-client-apps/scopes';
import type { Draft } from '../deploy/draft';
import { problemAt, type Problem } from '../problem';
import { rowOf } from '../store/row-backed';
import { childOf, textOf, type XmlElement } from '../xml/xml-element';
import { isThere, type OrgView } from './reference';

/** What an org has against an app itself. */
export function externalClientAppProblem(root: XmlElement, draft: Draft, { org }: OrgView): Problem | undefined {
  const state = childOf(root, 'distributionState');
  if (state && /^(Managed|AutoInstalled)$/.test(state.text))
    return problemAt(state, `Distribution State: ${state.text} is for internal use only`);
  const email = childOf(root, 'contactEmail');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email?.text ?? ''))
    return problemAt(email ?? root, 'Contact Email: invalid email address');
  const link = childOf(root, 'orgScopedExternalApp');
  return link &&
    link.text !== `${org.orgId}:${draft.fullName}` &&
    link.text !== `${org.orgId.slice(0, 15)}:${draft.fullName}`
    ? problemAt(link, 'Org Scoped External App: must be [org ID]:[external client app name]')
    : undefined;
}

/** What an org has against the scopes of an app. */
export function oauthSettingsProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const list = childOf(root, 'commaSeparatedOauthScopes');
  const unknown = unknownScope(list?.text ?? '');
  if (unknown !== undefined) return problemAt(list, `There's a problem with your scope(s): ${unknown}`);
  return partProblem(root, draft, view);
}

/** What an org has against the consumer of an app. */
export function globalOauthProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const refused = partProblem(root, draft, view);
  if (refused) return refused;
  const app = textOf(root, 'externalClientApplication') ?? '';
  if (!partOfApp(view.org, 'ExtlClntAppOauthSettings', app))
    return problemAt(
      root,
      "The external client app configured in your global OAuth Settings doesn't have a valid OAuth settings configuration"
    );
  const callback = childOf(root, 'callbackUrl');
  const urls = (callback?.text ?? '').split(/\s+/).filter((url) => url !== '');
  if (urls.length === 0) return problemAt(callback ?? root, 'Required field is missing: callbackUrl');
  const wrong = urls.find((url) => !isCallback(url));
  return wrong === undefined ? undefined : problemAt(callback, `Callback URL: Invalid URL: ${wrong}`);
}

/** What an org has against who may use an app. */
export function oauthPolicyProblem(root: XmlElement, draft: Draft, view: OrgView): Problem | undefined {
  const refused = partProblem(root, draft, view);
  if (refused) return refused;
  const sets = childOf(root, 'commaSeparatedPermissionSet');
  const gone = partsOf(sets?.text ?? '').find(
    (set) => !rowOf(view.org, 'PermissionSet', set) && !view.org.row('PermissionSet', set)
  );
  if (gone !== undefined)
    return problemAt(sets, `In field: commaSeparatedPermissionSet - no PermissionSet named ${gone} found`);
  return (
    wordProblem(root, 'ipRelaxationPolicyType', ['Enforce', 'Bypass', 'Bypass_2factor', 'Enforce_RelaxRefresh']) ??
    wordProblem(root, 'refreshTokenValidityUnit', ['Days', 'Hours', 'Months'])
  );
}

/** A part belongs to an app that is there, and no app has two of a kind. */
function partProblem(root: XmlElement, { type, fullName }: Draft, view: OrgView): Problem | undefined {
  const app = childOf(root, 'externalClientApplication');
  const name = app?.text ?? '';
  if (!isThere(view, 'ExternalClientApplication', name))
    return problemAt(app, `In field: externalClientApplication - no ExternalClientApplication named ${name} found`);
  const other = partOfApp(view.org, type as PartType, name);
  return other && other.fullName !== fullName
    ? problemAt(app, `duplicate value found: ExternalClientApplicationId duplicates value on ${other.fullName}`)
    : undefined;
}

/** Plain http is for this computer only; a scheme of an app's own is allowed. */
function isCallback(url: string): boolean {
  if (!URL.canParse(url) || url.includes('#')) return false;
  const { protocol, hostname } = new URL(url);
  return protocol !== 'http:' || ['localhost', '127.0.0.1'].includes(hostname);
}

function wordProblem(root: XmlElement, name: string, words: readonly string[]): Problem | undefined {
  const element = childOf(root, name);
  return element && !words.includes(element.text)
    ? problemAt(element, `${name}: bad value for restricted picklist field: ${element.text}`)
    : undefined;
}
