import { usualPresenceStatuses, type ConsoleSettings } from '../protocol/connector-config';
import { names } from './names';

/** A rep of the demo; `priya` and `sam` are also in the users file that the console writes for the session service. */
export type Rep = { readonly userId: string; readonly userName: string; readonly userFullName: string };

/** The two reps that the console knows. */
export const reps: Readonly<Record<'priya' | 'sam', Rep>> = {
  priya: { userId: '005000000000001AAA', userName: 'priya@acme.test', userFullName: 'Priya Nair' },
  sam: { userId: '005000000000002AAA', userName: 'sam@acme.test', userFullName: 'Sam Ortiz' }
};

/** The org of the demo, as the session service and the local org know it. */
export const demoOrgId = '00D000000000001AAA';

/** Settings of a console for a connector and its login page; `more` replaces what the demo says. */
export function demoSettings(
  connectorUrl: string,
  loginUrl: string,
  more: Partial<ConsoleSettings> = {}
): ConsoleSettings {
  return {
    connectorUrl,
    loginUrl,
    organizationId: demoOrgId,
    orgDomainName: 'acme',
    scrtUrl: 'https://acme.my.salesforce-scrt.com',
    ...reps.priya,
    callCenterId: '04v000000000001AAA',
    callCenterName: 'Support',
    vendorInfoApiName: 'c__Ringdown',
    certificate: '',
    sections: {},
    presenceStatuses: usualPresenceStatuses,
    labels: {},
    patience: 30_000,
    isMultipartyAllowed: true,
    isConsultAllowed: true,
    omniFlows: [{ name: 'Support_Routing', label: 'Support routing' }],
    strangerHost: names.stranger,
    ...more
  };
}
