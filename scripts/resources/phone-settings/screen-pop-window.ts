import type { ResolvedRingdown } from '../../config/resolved-config/packages';
import type { ResolvedScreenPopWindow } from '../../config/resolved-config/phone-settings';
import { namespaced } from '../namespaced';
import { recordsOf, refusalOf, textAt } from '../org-record';
import type { Answers, OrgRecord, Question } from '../question';
import type { Finding } from '../resource';

/** Fields of our custom setting that say how records open; one without a value is as usual, and sides are left to the browser. */
const popFields = [
  'PopInStandard__c',
  'PopOnCall__c',
  'PopOutbound__c',
  'PopTab__c',
  'PopWindow__c',
  'PopWindowHeight__c',
  'PopWindowLeft__c',
  'PopWindowTop__c',
  'PopWindowWidth__c'
] as const;

const id = 'org-defaults:screen-pop-window';

/** Asked apart from the other fields: an older release of our package has them and lacks these. */
export function popWindowQuestion({ namespace }: ResolvedRingdown): Question {
  const own = popFields.map((field) => namespaced(namespace, field)).join(', ');
  return { id, via: 'data', soql: `SELECT Id, ${own} FROM ${namespaced(namespace, 'RingdownOrg__c')}` };
}

/** What the fields are to hold; a side that the file leaves out is emptied. */
export function wantedPopWindow(
  settings: ResolvedScreenPopWindow
): Readonly<Record<(typeof popFields)[number], string | number | null>> {
  const { console, standard, duringCall, outbound, window, height, left, top, width } = settings;
  return {
    PopInStandard__c: standard,
    PopOnCall__c: duringCall ? 'on' : 'off',
    PopOutbound__c: outbound ? 'on' : 'off',
    PopTab__c: console,
    PopWindow__c: window,
    PopWindowHeight__c: height ?? null,
    PopWindowLeft__c: left ?? null,
    PopWindowTop__c: top ?? null,
    PopWindowWidth__c: width ?? null
  };
}

/** What such a field of a row holds. */
export function heldPopWindow(row: OrgRecord, field: string, namespace: string, answers: Answers): string | undefined {
  const same = recordsOf(answers, id).find((one) => textAt(one, 'Id') === textAt(row, 'Id'));
  return same && textAt(same, namespaced(namespace, field));
}

/** True for a field that {@link popWindowQuestion} asks for. */
export function isPopWindowField(field: string): boolean {
  return popFields.some((each) => each === field);
}

/** Whether the installed package has the fields, or is about to get them. */
export function knowsPopWindow(answers: Answers, packagesPending: boolean): boolean {
  return packagesPending || refusalOf(answers, id) === undefined;
}

/** Without the fields records open as usual, whatever the file says. */
export function olderThanPopWindow({ namespace }: ResolvedRingdown): Finding {
  return {
    code: 'PACKAGE_TOO_OLD',
    severity: 'warning',
    message: `The Ringdown package of this org is older than the settings screenPopWindow (it has no ${namespaced(namespace, 'PopTab__c')}): records open as usual. Everything else is written.`,
    fix: 'Install a newer release: ringdown: { release: latest }, or deploy with ringdown: { source: force-app }.'
  };
}
