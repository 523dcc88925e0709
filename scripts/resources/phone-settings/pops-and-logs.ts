import type { ResolvedRingdown } from '../../config/resolved-config/packages';
import { namespaced } from '../namespaced';
import { recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';
import type { Finding } from '../resource';

/** The field of our custom setting that says who opens records and writes logs: `Ringdown` or `Vendor`, blank for `Ringdown`. */
export const popsAndLogsField = 'PopsAndLogs__c';

const id = 'org-defaults:pops-and-logs';

/** Asked apart from the other fields: an older release of our package has them and lacks this one. */
export function popsAndLogsQuestion({ namespace }: ResolvedRingdown): Question {
  const field = namespaced(namespace, popsAndLogsField);
  return {
    id,
    via: 'data',
    soql: `SELECT Id, ${field} FROM ${namespaced(namespace, 'RingdownOrg__c')}`
  };
}

/** What the field of a row holds; a blank one means that our components pop and log. */
export function heldPopsAndLogs(row: OrgRecord, namespace: string, answers: Answers): string {
  const same = recordsOf(answers, id).find((one) => textAt(one, 'Id') === textAt(row, 'Id'));
  return (same && textAt(same, namespaced(namespace, popsAndLogsField))) ?? 'Ringdown';
}

/** Whether the installed package has the field, or is about to get it. */
export function knowsPopsAndLogs(answers: Answers, packagesPending: boolean): boolean {
  return packagesPending || refusalOf(answers, id) === undefined;
}

/** An older release is told of only where it matters: without the field our components pop and log, which is the usual. */
export function olderRelease({ popsAndLogs, namespace }: ResolvedRingdown): readonly Finding[] {
  if (popsAndLogs !== 'Vendor') return [];
  return [
    {
      code: 'PACKAGE_TOO_OLD',
      severity: 'warning',
      message: `The Ringdown package of this org is older than the setting popsAndLogs (it has no ${namespaced(namespace, popsAndLogsField)}): its components pop and log beside the vendor’s own page. Everything else is written.`,
      fix: 'Install a newer release: ringdown: { release: latest }, or deploy with ringdown: { source: force-app }.'
    }
  ];
}
