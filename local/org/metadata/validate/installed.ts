import type { OrgData } from '../../org-data';
import { currentComponent } from '../retrieve/current-components';
import type { Draft } from '../deploy/draft';
import type { Problem } from '../problem';
import { parseXml } from '../xml/parse-xml';
import { childrenOf, textOf } from '../xml/xml-element';

/** Types whose installed components the subscriber may edit [packaging guide, components available]. */
const editable = new Set([
  'CallCenter',
  'CspTrustedSite',
  'Dashboard',
  'Layout',
  'ListView',
  'RemoteSiteSetting',
  'Report'
]);

/** Refuses a change of a component that belongs to a managed package, unless its type allows it or nothing changes. */
export function installedProblem(org: OrgData, draft: Draft): Problem | undefined {
  const installed = currentComponent(org, draft.type, draft.fullName);
  if (!installed?.namespace || editable.has(draft.type)) return undefined;
  const same = JSON.stringify(installed.files) === JSON.stringify(draft.files);
  return same || isSubscribers(org, draft, installed.namespace)
    ? undefined
    : { message: `Cannot modify managed object: entity=${draft.type}, component=${installed.id}, state=installed` };
}

/** The values of a packaged custom metadata record whose fields are the subscriber's [Metadata API guide, fieldManageability]. */
function isSubscribers(org: OrgData, { type, fullName, root }: Draft, namespace: string): boolean {
  if (type !== 'CustomMetadata' || !root) return false;
  const record = `${fullName.split('.')[0]}__mdt`;
  const manageability = (name: string): string | undefined => {
    const own = name.startsWith(`${namespace}__`) ? name : `${namespace}__${name}`;
    const field = parseXml(org.component('CustomField', `${record}.${own}`)?.files[0]?.text ?? '').root;
    return field && textOf(field, 'fieldManageability');
  };
  return childrenOf(root, 'values').every(
    (value) => manageability(textOf(value, 'field') ?? '') === 'SubscriberControlled'
  );
}
