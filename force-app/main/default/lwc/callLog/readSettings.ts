import channels from '@salesforce/apex/PhoneSettings.channels';
import dispositions from '@salesforce/apex/PhoneSettings.dispositions';
import { readOrgSettings } from 'c/orgSettings';
import { settingsOf, type Settings } from './settings';

/** Reads what wrap-up goes by; rejects with what Apex rejected with. */
export async function readSettings(): Promise<Settings> {
  return settingsOf(...(await Promise.all([readOrgSettings(), channels(), dispositions()])));
}
