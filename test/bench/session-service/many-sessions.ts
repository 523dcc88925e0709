import { createHash } from 'node:crypto';
import { hashOf, newHandle } from '../../../web/session-service/secrets';
import { termsOf } from '../../../web/session-service/sessions/session-terms';
import { defaultPolicy } from '../../../web/session-service/settings/policy';
import type { SessionStore } from '../../../web/session-service/store/session-store';
import { orgId } from './service-folder';

const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** The id that opens the session with this number, as long as a real one. */
export function sessionId(index: number): string {
  return createHash('sha256').update(`bench ${index}`).digest('base64url');
}

/** Puts the sessions from one number up to another into the store, each of a rep of its own; `together` of them wait for disk or network at once. */
export async function addSessions(store: SessionStore, from: number, to: number, together: number): Promise<void> {
  const now = Date.now();
  // Long enough that none ends while it is measured.
  const terms = termsOf({ ...defaultPolicy, idleMinutes: 600 }, { issuedAt: now, now, inCall: false });
  const add = (index: number): Promise<void> =>
    store.addSession({
      ...terms,
      handle: newHandle(),
      orgId,
      userId: `005${String(index).padStart(12, '0')}AAA`,
      userName: `rep${index}@example.com`,
      agentName: `agent${index}`,
      callCenter: 'Support',
      address: `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`,
      userAgent,
      issuedAt: now,
      idHash: hashOf(sessionId(index)),
      rotatedAt: now,
      version: 1
    });
  for (let first = from; first < to; first += together)
    await Promise.all(Array.from({ length: Math.min(together, to - first) }, (_, index) => add(first + index)));
}
