import type { Authenticators } from '../authenticators/authenticator';
import { stillStands } from '../authenticators/still-stands';
import type { SessionStore } from '../store/session-store';
import type { Sessions } from './sessions';

export type FallenOptions = {
  readonly orgIds: Iterable<string>;
  readonly store: SessionStore;
  readonly sessions: Sessions;
  readonly authenticators: Authenticators;
};

/** Ends the sessions whose login does not stand any more: somebody may have been taken out while the service was stopped. */
export async function endFallen({ orgIds, store, sessions, authenticators }: FallenOptions): Promise<void> {
  for (const orgId of orgIds)
    for (const record of await store.sessionsOfOrg(orgId))
      if (!(await stillStands(authenticators, orgId, record)))
        await sessions.end({ orgId, handle: record.handle, reason: 'revoked', by: 'service' });
}
