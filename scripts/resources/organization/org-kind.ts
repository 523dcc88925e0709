import type { OrgKind } from '../../config/resolved-config/org';
import { flagAt, textAt } from '../org-record';
import type { OrgRecord } from '../question';

/**
 * What an org is, by its Organization row. A sandbox that expires is a scratch org, one that does not is a sandbox (as
 * @salesforce/core's Org.determineIfScratch and determineIfSandbox). Of the others a Developer Edition is nobody's production;
 * everything else, trials too, is guarded as production.
 */
export function orgKindOf(row: OrgRecord): OrgKind {
  if (flagAt(row, 'IsSandbox')) return textAt(row, 'TrialExpirationDate') === undefined ? 'sandbox' : 'scratch';
  return textAt(row, 'OrganizationType') === 'Developer Edition' ? 'developer' : 'production';
}
