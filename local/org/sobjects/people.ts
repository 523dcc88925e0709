import { field, flag, longText, moment, pick, reference, text } from './field';
import type { Row } from '../org-data';
import { sobject } from './sobject';
import type { LocalOrg } from '../state/state';

const readOnly = { readOnly: true } as const;

/** Feature licences are check boxes of the user [Object Reference, User]. */
const featureLicenses = [
  'UserPermissionsCallCenterAutoLogin',
  'UserPermissionsInteractionUser',
  'UserPermissionsKnowledgeUser',
  'UserPermissionsMarketingUser',
  'UserPermissionsOfflineUser',
  'UserPermissionsSFContentUser',
  'UserPermissionsSupportUser'
];

export const user = sobject(
  'User',
  '005',
  [
    text('Username', 80, { required: true, unique: true, idLookup: true }),
    text('LastName', 80, { required: true }),
    text('FirstName', 40),
    text('Name', 121, readOnly),
    text('CompanyName', 80),
    text('Division', 80),
    text('Department', 80),
    text('Title', 80),
    field('Email', 'email', { length: 128, required: true }),
    field('Phone', 'phone'),
    field('MobilePhone', 'phone'),
    field('Extension', 'phone'),
    text('Alias', 8, { required: true }),
    text('CommunityNickname', 40, { unique: true }),
    text('EmployeeNumber', 20),
    text('FederationIdentifier', 512),
    flag('IsActive', { defaultValue: true, label: 'Active' }),
    pick('TimeZoneSidKey', [], { required: true, length: 40 }),
    pick('LocaleSidKey', [], { required: true, length: 40 }),
    pick('EmailEncodingKey', ['UTF-8', 'ISO-8859-1'], { required: true, length: 40, restricted: true }),
    pick('LanguageLocaleKey', [], { required: true, length: 40 }),
    pick('UserType', ['Standard', 'CsnOnly', 'Guest', 'AutomatedProcess'], { readOnly: true, length: 40 }),
    reference('ProfileId', 'Profile', { required: true, childRelationship: 'Users' }),
    reference('UserRoleId', 'UserRole', { childRelationship: 'Users' }),
    reference('ManagerId', 'User', { childRelationship: 'ManagedUsers' }),
    // The call center has no relationship name: no query can go through it.
    reference('CallCenterId', 'CallCenter', { relationshipName: null }),
    moment('LastLoginDate', readOnly),
    longText('AboutMe', 1000),
    ...featureLicenses.map((name) => flag(name))
  ],
  { operations: ['create', 'update'], setup: true, api: 'both' }
);

export const profile = sobject(
  'Profile',
  '00e',
  [
    text('Name', 255, { idLookup: true, readOnly: true }),
    reference('UserLicenseId', 'UserLicense', readOnly),
    pick('UserType', ['Standard', 'CsnOnly', 'Guest'], readOnly),
    text('Description', 255, readOnly)
  ],
  { setup: true, api: 'both' }
);

export const userRole = sobject(
  'UserRole',
  '00E',
  [
    text('Name', 80, { required: true }),
    text('DeveloperName', 80),
    reference('ParentRoleId', 'UserRole', { relationshipName: null }),
    text('RollupDescription', 80)
  ],
  { label: 'Role', operations: ['create', 'update', 'delete'], setup: true }
);

export const group = sobject(
  'Group',
  '00G',
  [
    text('Name', 40, { required: true }),
    text('DeveloperName', 80),
    pick('Type', ['Regular', 'Queue', 'Role', 'RoleAndSubordinates', 'Organization'], {
      restricted: true,
      defaultValue: 'Regular',
      updateable: false
    }),
    reference('RelatedId', ['User', 'UserRole'], readOnly),
    flag('DoesIncludeBosses', { defaultValue: true }),
    text('Email', 255)
  ],
  { operations: ['create', 'update', 'delete'], setup: true }
);

export const groupMember = sobject(
  'GroupMember',
  '011',
  [
    reference('GroupId', 'Group', { required: true, updateable: false, childRelationship: 'GroupMembers' }),
    reference('UserOrGroupId', ['User', 'Group'], { required: true, updateable: false, relationshipName: null })
  ],
  { operations: ['create', 'delete'], setup: true, audit: 'none' }
);

export const userLicense = sobject(
  'UserLicense',
  '100',
  [
    text('LicenseDefinitionKey', 40, readOnly),
    text('Name', 80, readOnly),
    text('MasterLabel', 80, readOnly),
    pick('Status', ['Active', 'Disabled'], readOnly),
    field('TotalLicenses', 'int', readOnly),
    field('UsedLicenses', 'int', readOnly)
  ],
  {
    setup: true,
    derive: (org) => org.rows('UserLicense').map((row) => ({ ...row, UsedLicenses: usersOf(org, row.Id) }))
  }
);

function usersOf(org: LocalOrg, licenseId: string): number {
  const isOf = (row: Row): boolean => org.row('Profile', String(row.ProfileId))?.UserLicenseId === licenseId;
  return org.rows('User').filter((row) => row.IsActive === true && isOf(row)).length;
}
