import { method, named, type ApexClass } from './apex-method';
import { instance, upsertAsSystem } from './custom-setting';

/** The twin of RepPreferences. */
export const repPreferences: ApexClass = {
  mine: method('', 'RepPreference__c', (context) => instance(context, 'RepPreference__c')),
  save: method(
    'autoLogin: Boolean, ringSound: Boolean, messageSound: Boolean',
    'RepPreference__c',
    (context, { autoLogin, ringSound, messageSound }) => {
      const chosen = { AutoLogin__c: autoLogin, RingSound__c: ringSound, MessageSound__c: messageSound };
      const changed = Object.entries(chosen)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [named(context, name), value]);
      const row = { ...instance(context, 'RepPreference__c'), ...Object.fromEntries(changed) } as Record<
        string,
        unknown
      >;
      return upsertAsSystem(context, 'RepPreference__c', row);
    }
  )
};
