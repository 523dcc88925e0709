import type { OrgData } from '../../org-data';
import type { Problem } from '../problem';

const developerNamed = new Set([
  'ApexClass',
  'ApexPage',
  'ApexTrigger',
  'AuraDefinitionBundle',
  'ConversationVendorInfo',
  'CorsWhitelistOrigin',
  'CspTrustedSite',
  'CustomLabel',
  'CustomPermission',
  'ExternalClientApplication',
  'FlexiPage',
  'GlobalValueSet',
  'LightningComponentBundle',
  'LightningMessageChannel',
  'PermissionSet',
  'PermissionSetGroup',
  'RemoteSiteSetting',
  'ServiceChannel',
  'ServicePresenceStatus',
  'StaticResource'
]);

/** Why a component cannot have its name, which is the name of its file. */
export function nameProblem(org: OrgData, type: string, fullName: string): Problem | undefined {
  const installed = org.component(type, fullName)?.namespace !== undefined;
  if (type === 'CallCenter')
    return installed || callCenterName.test(fullName) ? undefined : { message: callCenterRule };
  if (!developerNamed.has(type)) return undefined;
  const bare = installed ? fullName.replace(/^[A-Za-z]\w*?__/, '') : fullName;
  return developerName.test(bare) ? undefined : { message: developerNameRule };
}

// Import asks for alphanumerics; underscores deploy in practice, for contact centers at least.
const callCenterName = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
const callCenterRule =
  'Internal Name: must begin with a letter, contain only alphanumeric characters, and be no longer than 40 characters';
const developerName = /^[A-Za-z](?!\w*__)\w{0,79}(?<!_)$/;
const developerNameRule =
  'The Developer Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, ' +
  'not include spaces, not end with an underscore, and not contain two consecutive underscores.';
