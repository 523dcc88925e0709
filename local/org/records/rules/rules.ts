import { devHubRules } from './dev-hub-rules';
import { requestInstall } from '../../packages/install-request';
import { caseRule, eventRule, personRule, taskRule } from './business-rules';
import { callCenterRule, groupMemberRule } from './setup-rules';
import type { Sobject } from '../../sobjects/sobject';
import { customObjectRule, customSettingRule } from './custom-rules';
import { fieldPermissionsRule } from './field-permissions-rule';
import { permissionSetRule } from './permission-set-rule';
import { assignmentRule, licenseAssignRule } from './assignment-rules';
import { accountRule } from './person-account-rule';
import type { Rule } from './rule';
import { userRule } from './user-rule';

const rules: Readonly<Record<string, Rule>> = {
  User: userRule,
  PermissionSet: permissionSetRule,
  PermissionSetAssignment: assignmentRule,
  PermissionSetLicenseAssign: licenseAssignRule,
  FieldPermissions: fieldPermissionsRule,
  CallCenter: callCenterRule,
  GroupMember: groupMemberRule,
  PackageInstallRequest: { create: requestInstall },
  Account: accountRule,
  Contact: personRule,
  Lead: personRule,
  Case: caseRule,
  Task: taskRule,
  Event: eventRule,
  ...devHubRules
};

/** The rule of an sObject, when it has any. */
export function ruleOf(sobject: Sobject): Rule | undefined {
  if (!sobject.custom) return rules[sobject.name];
  return sobject.customSetting ? customSettingRule(sobject) : customObjectRule;
}
