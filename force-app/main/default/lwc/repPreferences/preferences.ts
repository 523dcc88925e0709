import AUTO_LOGIN from '@salesforce/schema/RepPreference__c.AutoLogin__c';
import MESSAGE_SOUND from '@salesforce/schema/RepPreference__c.MessageSound__c';
import RING_SOUND from '@salesforce/schema/RepPreference__c.RingSound__c';

/** What RepPreferences.save calls each choice. */
export type PreferenceName = 'autoLogin' | 'ringSound' | 'messageSound';

export type Preferences = Readonly<Record<PreferenceName, boolean>>;

type Row = Readonly<Record<string, unknown>>;

export const preferenceNames: readonly PreferenceName[] = ['autoLogin', 'ringSound', 'messageSound'];

const fields = { autoLogin: AUTO_LOGIN, ringSound: RING_SOUND, messageSound: MESSAGE_SOUND } as const;

/** How the ids of users, profiles and orgs begin: the first that says something counts. */
const owners = ['005', '00e', '00D'];

/** The choices in the RepPreference__c rows of a rep, their profile and their org; what none of them says is on. */
export function preferencesOf(answer: unknown): Preferences {
  const given = Array.isArray(answer) ? (answer as readonly Row[]) : [];
  const rows = owners.flatMap((owner) => given.filter(({ SetupOwnerId }) => String(SetupOwnerId).startsWith(owner)));
  const isOn = (name: PreferenceName): boolean => {
    const words = rows.map((row) => wordIn(row[fields[name].fieldApiName]));
    return words.find((word) => word === 'on' || word === 'off') !== 'off';
  };
  return { autoLogin: isOn('autoLogin'), ringSound: isOn('ringSound'), messageSound: isOn('messageSound') };
}

/** An administrator may have written it by hand, in Setup. */
function wordIn(value: unknown): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}
