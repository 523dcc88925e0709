import type { OrgData } from '../../org-data';
import { currentComponent } from '../retrieve/current-components';
import type { Draft } from '../deploy/draft';
import type { Problem } from '../problem';

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
  return same
    ? undefined
    : { message: `Cannot modify managed object: entity=${draft.type}, component=${installed.id}, state=installed` };
}
