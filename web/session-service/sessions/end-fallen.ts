import { authenticatorsOf, type Authenticators } from '../authenticators/authenticator';
import type { SessionRecord, SessionStore } from '../store/session-store';
import type { Sessions } from './sessions';

export type FallenOptions = {
  readonly orgIds: Iterable<string>;
  readonly store: SessionStore;
  readonly sessions: Sessions;
  readonly authenticators: Authenticators;
};

/** Ends the sessions whose login does not stand any more: somebody may have been taken out while the service was stopped. */
export async function endFallen({ orgIds, store, sessions, authenticators }: FallenOptions): Promise<void> {
  const hasFallen = async ({ orgId, agentName, stamp }: SessionRecord): Promise<boolean> => {
    if (stamp === undefined) return false;
    for (const each of authenticatorsOf(authenticators, orgId))
      if (each.kind === 'password' && (await each.stands({ agentName, stamp }))) return false;
    return true;
  };
  for (const orgId of orgIds)
    for (const record of await store.sessionsOfOrg(orgId))
      if (await hasFallen(record))
        await sessions.end({ orgId, handle: record.handle, reason: 'revoked', by: 'service' });
}
