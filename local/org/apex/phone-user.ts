import { identity } from './agents';
import { method, named, type ApexClass } from './apex-method';
import { orgDefaults } from './custom-setting';
import { repPreferences } from './rep-preferences';

type Row = Readonly<Record<string, unknown>>;

/** The twin of PhoneUser. */
export const phoneUser: ApexClass = {
  current: method('', 'String', (context) => {
    const { org, userId } = context;
    const user = org.row('User', userId);
    const rep = identity(context);
    const rows = repPreferences.mine!.run(context, {}) as readonly Row[];
    const words = [userId, String(user?.ProfileId), org.orgId].map((owner) => {
      const row = rows.find(({ SetupOwnerId }) => SetupOwnerId === owner);
      return String(row?.[named(context, 'AutoLogin__c')] ?? '')
        .trim()
        .toLowerCase();
    });
    const country = orgDefaults(context, 'RingdownOrg__c')[named(context, 'DefaultCountry__c')] ?? null;
    return JSON.stringify({
      userId,
      userName: user?.Username,
      email: rep.Email ?? null,
      federationId: rep.FederationIdentifier ?? null,
      autoLogin: words.find((word) => word === 'on' || word === 'off') !== 'off',
      country
    });
  })
};
