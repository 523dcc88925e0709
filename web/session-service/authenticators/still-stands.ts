import { authenticatorsOf, type Authenticators, type Identity } from './authenticator';

/** Whether a login would go the same way again, as far as an authenticator hears of its users after it. */
export async function stillStands(
  authenticators: Authenticators,
  orgId: string,
  { agentName, stamp }: Identity
): Promise<boolean> {
  if (stamp === undefined) return true;
  for (const each of authenticatorsOf(authenticators, orgId))
    if (each.kind === 'password' && (await each.stands({ agentName, stamp }))) return true;
  return false;
}
