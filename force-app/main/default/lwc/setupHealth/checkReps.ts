import autoLogin from '@salesforce/label/c.PhonePreferencesAutoLogin';
import messageSound from '@salesforce/label/c.PhonePreferencesMessageSound';
import ringSound from '@salesforce/label/c.PhonePreferencesRingSound';
import AUTO_LOGIN from '@salesforce/schema/RepPreference__c.AutoLogin__c';
import MESSAGE_SOUND from '@salesforce/schema/RepPreference__c.MessageSound__c';
import RING_SOUND from '@salesforce/schema/RepPreference__c.RingSound__c';
import { fine, type Evidence } from './finding';
import { rowOf, textIn } from './row';

const preferences = [
  [autoLogin, AUTO_LOGIN],
  [ringSound, RING_SOUND],
  [messageSound, MESSAGE_SOUND]
] as const;

/** What is on for a rep who chose nothing, by what SetupHealth.repDefaults answered. All of it is where nobody set anything. */
export function checkReps(answer: unknown): readonly Evidence[] {
  const row = rowOf(answer);
  if (textIn(row, 'Id') === '') return [fine('reps-unset')];
  const named = (isOn: boolean): string =>
    preferences
      .filter(([, field]) => (row[field.fieldApiName] !== false) === isOn)
      .map(([label]) => label)
      .join(', ');
  const [on, off] = [named(true), named(false)];
  return [...(on === '' ? [] : [fine('reps-on', on)]), ...(off === '' ? [] : [fine('reps-off', off)])];
}
