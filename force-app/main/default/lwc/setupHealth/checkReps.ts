import autoLogin from '@salesforce/label/c.PhonePreferencesAutoLogin';
import messageSound from '@salesforce/label/c.PhonePreferencesMessageSound';
import ringSound from '@salesforce/label/c.PhonePreferencesRingSound';
import AUTO_LOGIN from '@salesforce/schema/RepPreference__c.AutoLogin__c';
import MESSAGE_SOUND from '@salesforce/schema/RepPreference__c.MessageSound__c';
import RING_SOUND from '@salesforce/schema/RepPreference__c.RingSound__c';
import { doubt, fine, type Evidence } from './finding';
import { rowOf, textIn } from './row';

const preferences = [
  [autoLogin, AUTO_LOGIN],
  [ringSound, RING_SOUND],
  [messageSound, MESSAGE_SOUND]
] as const;

/**
 * What is on for a rep who chose nothing, by what SetupHealth.repDefaults answered. All of it is where nobody set anything;
 * a text that is neither on nor off sets nothing.
 */
export function checkReps(answer: unknown): readonly Evidence[] {
  const row = rowOf(answer);
  if (textIn(row, 'Id') === '') return [fine('reps-unset')];
  const named = (holds: (word: string) => boolean): string =>
    preferences
      .filter(([, field]) => holds(textIn(row, field.fieldApiName).toLowerCase()))
      .map(([label]) => label)
      .join(', ');
  const [on, off] = [named((word) => word !== 'off'), named((word) => word === 'off')];
  const unclear = named((word) => !['', 'on', 'off'].includes(word));
  return [
    ...(unclear === '' ? [] : [doubt('reps-unclear', unclear)]),
    ...(on === '' ? [] : [fine('reps-on', on)]),
    ...(off === '' ? [] : [fine('reps-off', off)])
  ];
}
