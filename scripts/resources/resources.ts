import { callCenter } from './call-center/call-center';
import { connectedApp } from './connected-app/connected-app';
import { fieldAccess } from './field-access/field-access';
import { organization } from './organization/organization';
import { packageSource } from './package-source/package-source';
import { packageVersion } from './package-version/package-version';
import { orgDefaults } from './phone-settings/org-defaults';
import { phoneSettings } from './phone-settings/phone-settings';
import type { Resource } from './resource';
import { loginUrls } from './session-service/login-urls';
import { telephonyKey } from './session-service/telephony-key';
import { settingNames } from './setting-names/setting-names';
import { signOnApp } from './sign-on-app/sign-on-app';
import { trustedSite } from './trusted-site/trusted-site';
import { userAssignment } from './user-assignment/user-assignment';
import { vendorInfo } from './vendor-info/vendor-info';

/** Every capability, in the order in which an org is set up. A new capability is a folder and a line here. */
export const resources: readonly Resource[] = [
  organization,
  packageVersion,
  packageSource,
  vendorInfo,
  telephonyKey,
  callCenter,
  loginUrls,
  fieldAccess,
  signOnApp,
  connectedApp,
  trustedSite,
  settingNames,
  phoneSettings,
  orgDefaults,
  userAssignment
];
