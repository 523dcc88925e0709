import { method, type ApexClass } from './apex-method';
import { query } from './user-mode';

/** The twin of SetupHealth. */
export const setupHealth: ApexClass = {
  callCenters: method('', 'List<CallCenter>', (context) =>
    query(context, 'SELECT Id, Name, InternalName, AdapterUrl FROM CallCenter ORDER BY InternalName')
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
       WHERE SobjectType = 'Task' AND Parent.Name LIKE 'Ringdown%' ORDER BY Field`
    )
  ),
  assignments: method('', 'List<PermissionSetAssignment>', (context) =>
    query(
      context,
      `SELECT Id, AssigneeId, Assignee.Username, PermissionSetId, PermissionSet.Name FROM PermissionSetAssignment
       WHERE PermissionSet.Name LIKE 'Ringdown%' AND Assignee.IsActive = TRUE ORDER BY Assignee.Username LIMIT 2000`
    )
  )
};
