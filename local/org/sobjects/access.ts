import schema from '../metadata/schema/metadata-schema.json';
import { connectedAppAccessOf } from './connected-application';
import { setupEntityAccessOf } from './setup-entity-access';
import { deriveUserPermissionAccess } from './user-permission-access';
import { flag, moment, pick, reference, text, whole } from './field';
import { sobject } from './sobject';

const readOnly = { readOnly: true } as const;
const createOnly = { required: true, updateable: false } as const;

/** A column for each user permission, such as `PermissionsApiEnabled`. */
const permissionColumns = schema.userPermissions.map((name) => flag(`Permissions${name}`));

export const permissionSet = sobject(
  'PermissionSet',
  '0PS',
  [
    text('Name', 80, { required: true }),
    text('Label', 80, { required: true }),
    text('Description', 255),
    text('NamespacePrefix', 15, readOnly),
    reference('LicenseId', ['UserLicense', 'PermissionSetLicense'], { updateable: false }),
    reference('ProfileId', 'Profile', readOnly),
    flag('IsOwnedByProfile', readOnly),
    flag('IsCustom', { readOnly: true, defaultValue: true }),
    flag('HasActivationRequired'),
    pick('Type', ['Regular', 'Standard', 'Session', 'Group', 'Profile'], { readOnly: true, defaultValue: 'Regular' }),
    reference('PermissionSetGroupId', 'PermissionSetGroup', { readOnly: true, relationshipName: null }),
    ...permissionColumns
  ],
  { operations: ['create', 'update', 'delete'], setup: true, api: 'both' }
);

export const permissionSetGroup = sobject(
  'PermissionSetGroup',
  '0PG',
  [
    text('DeveloperName', 80, { required: true }),
    text('MasterLabel', 80, { required: true }),
    text('NamespacePrefix', 15, readOnly),
    text('Description', 255),
    pick('Status', ['Updated', 'Outdated', 'Updating', 'Failed'], readOnly)
  ],
  { operations: ['create', 'update', 'delete'], setup: true }
);

export const permissionSetAssignment = sobject(
  'PermissionSetAssignment',
  '0Pa',
  [
    reference('PermissionSetId', 'PermissionSet', { updateable: false, childRelationship: 'Assignments' }),
    reference('PermissionSetGroupId', 'PermissionSetGroup', { updateable: false, childRelationship: 'Assignments' }),
    reference('AssigneeId', 'User', { ...createOnly, childRelationship: 'PermissionSetAssignments' }),
    moment('ExpirationDate', { updateable: false }),
    flag('IsActive', { readOnly: true, defaultValue: true })
  ],
  { operations: ['create', 'delete'], setup: true, audit: 'none' }
);

export const permissionSetLicense = sobject(
  'PermissionSetLicense',
  '0PL',
  [
    text('DeveloperName', 80, readOnly),
    text('MasterLabel', 80, readOnly),
    text('PermissionSetLicenseKey', 40, readOnly),
    pick('Status', ['Active', 'Disabled'], readOnly),
    whole('TotalLicenses', readOnly),
    whole('UsedLicenses', readOnly)
  ],
  { setup: true }
);

export const permissionSetLicenseAssign = sobject(
  'PermissionSetLicenseAssign',
  '2LA',
  [
    reference('AssigneeId', 'User', { ...createOnly, childRelationship: 'PermissionSetLicenseAssignments' }),
    reference('PermissionSetLicenseId', 'PermissionSetLicense', {
      ...createOnly,
      childRelationship: 'PermissionSetLicenseAssignments'
    })
  ],
  { operations: ['create', 'delete'], setup: true }
);

export const fieldPermissions = sobject(
  'FieldPermissions',
  '01k',
  [
    reference('ParentId', 'PermissionSet', { ...createOnly, childRelationship: 'FieldPerms' }),
    pick('SobjectType', [], { ...createOnly, length: 40 }),
    pick('Field', [], createOnly),
    flag('PermissionsRead'),
    flag('PermissionsEdit')
  ],
  { operations: ['create', 'update', 'delete'], setup: true, label: 'Field Permissions' }
);

const objectRights = ['Create', 'Read', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords'];

export const objectPermissions = sobject(
  'ObjectPermissions',
  '110',
  [
    reference('ParentId', 'PermissionSet', { ...createOnly, childRelationship: 'ObjectPerms' }),
    pick('SobjectType', [], { ...createOnly, length: 40 }),
    ...objectRights.map((right) => flag(`Permissions${right}`))
  ],
  { operations: ['create', 'update', 'delete'], setup: true, label: 'Object Permissions' }
);

export const userPermissionAccess = sobject(
  'UserPermissionAccess',
  '0gh',
  [
    moment('LastCacheUpdate', readOnly),
    ...permissionColumns.map((column) => ({ ...column, createable: false, updateable: false }))
  ],
  { audit: 'none', derive: deriveUserPermissionAccess }
);

export const setupEntityAccess = sobject(
  'SetupEntityAccess',
  '0J0',
  [
    reference('ParentId', 'PermissionSet', { ...readOnly, childRelationship: 'SetupEntityAccessItems' }),
    text('SetupEntityId', 18, readOnly),
    pick('SetupEntityType', ['ApexClass', 'ConnectedApplication', 'CustomEntityDefinition'], readOnly)
  ],
  { setup: true, audit: 'none', derive: (org) => [...setupEntityAccessOf(org), ...connectedAppAccessOf(org)] }
);
