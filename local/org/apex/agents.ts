import { method, type ApexClass } from './apex-method';
import { query } from './user-mode';

/** The twin of Agents. */
export const agents: ApexClass = {
  me: method('', 'List<User>', (context) =>
    query(context, 'SELECT Id, Name, Username, CallCenterId, UserPermissionsSupportUser FROM User WHERE Id = :userId', {
      userId: context.userId
    })
  )
};
