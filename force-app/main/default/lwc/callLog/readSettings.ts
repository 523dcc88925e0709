import org from '@salesforce/apex/RingdownOrgs.current';
import channels from '@salesforce/apex/PhoneSettings.channels';
import dispositions from '@salesforce/apex/PhoneSettings.dispositions';
import { settingsOf, type Settings } from './settings';

/** Reads what wrap-up goes by; rejects with what Apex rejected with. */
export async function readSettings(): Promise<Settings> {
  return settingsOf(...(await Promise.all([org(), channels(), dispositions()])));
}
