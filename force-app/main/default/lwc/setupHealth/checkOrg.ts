import CONFIGURED_AT from '@salesforce/schema/RingdownOrg__c.ConfiguredAt__c';
import CONFIGURED_FOR from '@salesforce/schema/RingdownOrg__c.ConfiguredFor__c';
import ORIGIN from '@salesforce/schema/RingdownOrg__c.PhoneOrigin__c';
import { orgSettingsOf } from 'c/orgSettings';
import { doubt, fine, wrong, type Evidence } from './finding';
import { rowOf, rowsOf, textIn } from './row';

/** Whether the tool was run for this org, by what RingdownOrgs.current answered: its owner is the id of the running org. */
export function checkOrg(answer: unknown, timeText: (moment: string) => string): readonly Evidence[] {
  const row = rowOf(answer);
  const made = textIn(row, CONFIGURED_FOR.fieldApiName);
  if (made === '') return [wrong('org-missing')];
  const { isConfigured, popsAndLogs, country } = orgSettingsOf(answer);
  if (!isConfigured) return [wrong('org-other', made)];
  const at = textIn(row, CONFIGURED_AT.fieldApiName);
  return [
    fine('org-ok', at === '' ? '–' : timeText(at)),
    ...(popsAndLogs === 'vendor' ? [fine('org-vendor')] : []),
    ...(country === undefined ? [doubt('org-no-country')] : []),
    ...(popsAndLogs === 'ringdown' && textIn(row, ORIGIN.fieldApiName) === '' ? [doubt('org-no-origin')] : [])
  ];
}

/** Whether there are call centers and a browser will load their phone page, by what SetupHealth.callCenters answered. */
export function checkCallCenters(answer: unknown): readonly Evidence[] {
  const centers = rowsOf(answer);
  if (centers.length === 0) return [wrong('centers-none')];
  return centers.map((center) => {
    const name = textIn(center, 'Name') || textIn(center, 'InternalName');
    const address = textIn(center, 'AdapterUrl');
    if (address === '') return doubt('centers-blank', name);
    return /^https:\/\//i.test(address)
      ? fine('plain', `${name}: ${address}`)
      : wrong('centers-not-https', name, address);
  });
}
