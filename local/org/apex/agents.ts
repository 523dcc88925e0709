import { method, type ApexClass, type ApexContext } from './apex-method';
import { query } from './user-mode';

/** The twin of Agents. */
export const agents: ApexClass = {
  me: method('', 'List<User>', (context) =>
    query(context, 'SELECT Id, Name, Username, CallCenterId, UserPermissionsSupportUser FROM User WHERE Id = :userId', {
      userId: context.userId
    })
  )
};

/** Not for components, so no method of the twin: PhoneUser asks it. */
export function identity(context: ApexContext): Readonly<Record<string, unknown>> {
  const { userId } = context;
  const asSystem = { ...context, isSystem: true };
  const [row = {}] = query(asSystem, 'SELECT Email, FederationIdentifier FROM User WHERE Id = :userId', { userId });
  return row;
}
