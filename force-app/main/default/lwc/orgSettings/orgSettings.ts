import CONFIGURED_FOR from '@salesforce/schema/RingdownOrg__c.ConfiguredFor__c';
import DEFAULT_COUNTRY from '@salesforce/schema/RingdownOrg__c.DefaultCountry__c';
import POPS_AND_LOGS from '@salesforce/schema/RingdownOrg__c.PopsAndLogs__c';
import currentOrg from '@salesforce/apex/RingdownOrgs.current';
import { popSettingsOf, type PopSettings } from './popSettings';

export { popSettingsOf } from './popSettings';
export type { PopSettings, PopWindow } from './popSettings';

/** What `apply` wrote about this org. */
export type OrgSettings = {
  /** False in an org that the tool was not run for, such as a fresh copy: nothing happens there by itself. */
  readonly isConfigured: boolean;
  /** `vendor` where the page of the phone system opens records and logs calls: our components then do neither. */
  readonly popsAndLogs: 'ringdown' | 'vendor';
  /** Two letters: the country that numbers without a country code are read in. */
  readonly country?: string;
};

/** Reads what the tool wrote about this org; rejects with what Apex rejected with. */
export const readOrgSettings = async (): Promise<OrgSettings> => orgSettingsOf(await currentOrg());

/** Reads it with how records open. */
export async function readOrgWithPops(): Promise<OrgSettings & { readonly pops: PopSettings }> {
  const answer = await currentOrg();
  return { ...orgSettingsOf(answer), pops: popSettingsOf(answer) };
}

/** The settings in what RingdownOrgs.current answered. */
export function orgSettingsOf(answer: unknown): OrgSettings {
  const row = (typeof answer === 'object' && answer !== null ? answer : {}) as Readonly<Record<string, unknown>>;
  const textAt = ({ fieldApiName }: { readonly fieldApiName: string }): string => textOf(row[fieldApiName]);
  const country = textAt(DEFAULT_COUNTRY);
  return {
    isConfigured: isSameId(textAt(CONFIGURED_FOR), textOf(row.SetupOwnerId)),
    popsAndLogs: textAt(POPS_AND_LOGS).toLowerCase() === 'vendor' ? 'vendor' : 'ringdown',
    ...(country !== '' && { country })
  };
}

/** The owner of the org's row is the running org. Ids come with 15 or 18 characters; the first 15 identify. */
function isSameId(one: string, other: string): boolean {
  return one !== '' && one.slice(0, 15) === other.slice(0, 15);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
