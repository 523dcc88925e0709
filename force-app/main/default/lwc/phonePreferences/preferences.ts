import AUTO_LOGIN from '@salesforce/schema/RepPreference__c.AutoLogin__c';
import MESSAGE_SOUND from '@salesforce/schema/RepPreference__c.MessageSound__c';
import RING_SOUND from '@salesforce/schema/RepPreference__c.RingSound__c';

/** What RepPreferences.save calls each choice. */
export type PreferenceName = 'autoLogin' | 'ringSound' | 'messageSound';

export type Preferences = Readonly<Record<PreferenceName, boolean>>;

export const preferenceNames: readonly PreferenceName[] = ['autoLogin', 'ringSound', 'messageSound'];

const fields = { autoLogin: AUTO_LOGIN, ringSound: RING_SOUND, messageSound: MESSAGE_SOUND } as const;

/** The choices in a RepPreference__c record; what nobody chose is on, as the fields' defaults are. */
export function preferencesOf(answer: unknown): Preferences {
  const row = (answer ?? {}) as Readonly<Record<string, unknown>>;
  const isOn = (name: PreferenceName): boolean => row[fields[name].fieldApiName] !== false;
  return { autoLogin: isOn('autoLogin'), ringSound: isOn('ringSound'), messageSound: isOn('messageSound') };
}
