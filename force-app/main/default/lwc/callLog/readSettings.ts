import channels from '@salesforce/apex/PhoneSettings.channels';
import dispositions from '@salesforce/apex/PhoneSettings.dispositions';
import { readOrgWithPops } from 'c/orgSettings';
import { settingsOf, type Settings } from './settings';

/** Reads what wrap-up goes by; rejects with what Apex rejected with. */
export async function readSettings(): Promise<Settings> {
  const [{ pops, ...org }, ...rows] = await Promise.all([readOrgWithPops(), channels(), dispositions()]);
  return settingsOf({ ...org, tab: pops.tab }, ...rows);
}
