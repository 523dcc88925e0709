import { type SessionKeeper } from '../phone-page/session-keeper';
import { type SessionState } from '../phone-page/session-state';
import { type LoginPicture } from './picture';

/** Whether nobody is logged in, as the server said last. */
export const isSignedOut = (state: SessionState): boolean => state.name === 'signed-out' || state.name === 'ended';

/**
 * Where the login stands, as tabs show it. `wall` is this computer's clock, which may be wrong: what is left of a session is measured,
 * and its end is what this clock will show then.
 */
export function loginPicture(
  { state, timeUntil }: Pick<SessionKeeper, 'state' | 'timeUntil'>,
  isOpen: boolean,
  wall: number
): LoginPicture {
  const now = state();
  const session = 'session' in now ? now.session : undefined;
  const left = session && Math.min(...[session.expiresAt, session.idleExpiresAt].map((at) => timeUntil(session, at)));
  const isWarned = session !== undefined && (session.deferred || timeUntil(session, session.warnAt) <= 0);
  return {
    state: now.name === 'ended' ? 'signed-out' : now.name,
    isOpen: isOpen && isSignedOut(now),
    ...(now.name === 'ended' ? { reason: now.reason } : {}),
    ...(session ? { agentName: session.agentName } : {}),
    ...(isWarned && left !== undefined ? { endsAt: new Date(wall + Math.max(0, left)).toISOString() } : {})
  };
}
