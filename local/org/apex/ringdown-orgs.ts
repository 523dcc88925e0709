import { method, type ApexClass } from './apex-method';
import { orgDefaults } from './custom-setting';

/** The twin of RingdownOrgs. */
export const ringdownOrgs: ApexClass = {
  current: method('', 'RingdownOrg__c', (context) => orgDefaults(context, 'RingdownOrg__c'))
};
