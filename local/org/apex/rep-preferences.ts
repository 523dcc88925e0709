import { method, named, type ApexClass } from './apex-method';
import { ownValues, upsertAsSystem } from './custom-setting';
import { query } from './user-mode';

/** The twin of RepPreferences. */
export const repPreferences: ApexClass = {
  mine: method('', 'List<RepPreference__c>', (context) => {
    const { org, userId } = context;
    return query(
      { ...context, isSystem: true },
      `SELECT Id, SetupOwnerId, AutoLogin__c, RingSound__c, MessageSound__c FROM RepPreference__c
       WHERE SetupOwnerId IN :owners`,
      { owners: [userId, String(org.row('User', userId)?.ProfileId), org.orgId] }
    );
  }),
  save: method(
    'autoLogin: Boolean, ringSound: Boolean, messageSound: Boolean',
    'RepPreference__c',
    (context, { autoLogin, ringSound, messageSound }) => {
      const chosen = { AutoLogin__c: autoLogin, RingSound__c: ringSound, MessageSound__c: messageSound };
      const changed = Object.entries(chosen)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [named(context, name), value === true ? 'on' : 'off']);
      const row = ownValues(context, 'RepPreference__c') ?? { SetupOwnerId: context.userId };
      return upsertAsSystem(context, 'RepPreference__c', { ...row, ...(Object.fromEntries(changed) as object) });
    }
  )
};
