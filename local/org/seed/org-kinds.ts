import type { Fields } from '../org-data';
import type { OrgKind } from '../state/state';
import { withChecksum } from '../state/salesforce-id';

/** What tells the kinds of org apart [Object Reference, Organization]: a scratch org is a sandbox that ends. */
export function organizationFields(kind: OrgKind, now: Date): Fields {
  const month = 30 * 24 * 60 * 60 * 1000;
  const facts = {
    production: { OrganizationType: 'Enterprise Edition', InstanceName: 'NA224', IsSandbox: false },
    sandbox: { OrganizationType: 'Enterprise Edition', InstanceName: 'CS42', IsSandbox: true },
    scratch: { OrganizationType: 'Developer Edition', InstanceName: 'CS117', IsSandbox: true },
    developer: { OrganizationType: 'Developer Edition', InstanceName: 'NA139', IsSandbox: false }
  }[kind];
  return {
    ...facts,
    Name: 'Acme Jets',
    TrialExpirationDate:
      kind === 'scratch' ? new Date(now.getTime() + month).toISOString().replace('Z', '+0000') : null,
    NamespacePrefix: null,
    IsReadOnly: false,
    PrimaryContact: 'Ada Morgan',
    Country: 'US',
    DefaultLocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    TimeZoneSidKey: 'America/Los_Angeles',
    FiscalYearStartMonth: 1,
    SignupCountryIsoCode: 'US'
  };
}

/** Each kind is an org of its own, always with the same id. */
export const orgIdOf = (kind: OrgKind): string =>
  withChecksum(
    {
      production: '00D5g000001prod',
      sandbox: '00D7z000001uatX',
      scratch: '00D9k000001scrA',
      developer: '00D6f000001devB'
    }[kind]
  );

/** A sandbox adds its name to every username. */
export const usernameIn = (kind: OrgKind, username: string): string =>
  kind === 'sandbox' ? `${username}.uat` : username;
