import { method, type ApexClass } from './apex-method';
import { orgDefaults } from './custom-setting';
import { query } from './user-mode';

/** The twin of SetupHealth. */
export const setupHealth: ApexClass = {
  callCenters: method('', 'List<CallCenter>', (context) =>
    query(context, 'SELECT Id, Name, InternalName, AdapterUrl, CustomSettings FROM CallCenter ORDER BY InternalName')
  ),
  agents: method('', 'List<User>', (context) =>
    query(
      context,
      `SELECT Id, Name, Username, CallCenterId, UserPermissionsSupportUser FROM User
       WHERE IsActive = TRUE
         AND Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name LIKE 'Ringdown%')
       ORDER BY Username LIMIT 2000`
    )
  ),
  fieldAccess: method('', 'List<FieldPermissions>', (context) =>
    query(
      context,
      `SELECT Id, ParentId, Parent.Name, SobjectType, Field, PermissionsRead, PermissionsEdit FROM FieldPermissions
       WHERE Parent.Name LIKE 'Ringdown%' ORDER BY Field`
    )
  ),
  assignments: method('', 'List<PermissionSetAssignment>', (context) =>
    query(
      context,
      `SELECT Id, AssigneeId, Assignee.Username, PermissionSetId, PermissionSet.Name FROM PermissionSetAssignment
       WHERE PermissionSet.Name LIKE 'Ringdown%' AND Assignee.IsActive = TRUE ORDER BY Assignee.Username LIMIT 2000`
    )
  ),
  agentsWithoutTasks: method('', 'List<User>', (context) =>
    query(
      context,
      `SELECT Id, Username FROM User
       WHERE IsActive = TRUE
         AND Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'RingdownAgent')
         AND Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.PermissionsEditTask = TRUE)
       ORDER BY Username LIMIT 2000`
    )
  ),
  agentsWithoutApi: method('', 'List<User>', (context) =>
    query(
      context,
      `SELECT Id, Username FROM User
       WHERE IsActive = TRUE
         AND Id IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = 'RingdownAgent')
         AND Id NOT IN (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.PermissionsApiEnabled = TRUE)
       ORDER BY Username LIMIT 2000`
    )
  ),
  objectAccess: method('', 'List<ObjectPermissions>', (context) =>
    query(
      context,
      `SELECT Id, ParentId, Parent.Name, SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit, PermissionsDelete,
         PermissionsViewAllRecords, PermissionsModifyAllRecords
       FROM ObjectPermissions WHERE Parent.Name LIKE 'Ringdown%' ORDER BY SobjectType`
    )
  ),
  classes: method('names: List<String>', 'List<ApexClass>', (context, { names }) =>
    query(context, 'SELECT Id, Name, NamespacePrefix FROM ApexClass WHERE Name IN :names ORDER BY Name', {
      names: names ?? []
    })
  ),
  classAccess: method('', 'List<SetupEntityAccess>', (context) =>
    query(
      context,
      `SELECT Id, ParentId, Parent.Name, SetupEntityId, SetupEntityType FROM SetupEntityAccess
       WHERE SetupEntityType = 'ApexClass' AND Parent.Name LIKE 'Ringdown%' ORDER BY Id`
    )
  ),
  trustedSites: method('', 'List<CspTrustedSite>', (context) =>
    query(
      context,
      `SELECT Id, DeveloperName, EndpointUrl, IsActive, Context, IsApplicableToConnectSrc, IsApplicableToFrameSrc,
         CanAccessMicrophone
       FROM CspTrustedSite ORDER BY EndpointUrl LIMIT 2000`
    )
  ),
  presenceStatuses: method('', 'List<SObject>', (context) =>
    query(context, 'SELECT Id, DeveloperName, MasterLabel FROM ServicePresenceStatus ORDER BY DeveloperName')
  ),
  repDefaults: method('', 'RepPreference__c', (context) => orgDefaults(context, 'RepPreference__c'))
};
