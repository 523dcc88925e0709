import type { Session } from 'c/phoneBridge';

/**
 * How the session stands, with what the phone page does not say: that nobody answers, that the time is up, or that it is the
 * phone system's own page that knows.
 */
export type SessionState = Session['state'] | 'looking' | 'no-phone' | 'ended' | 'vendor';

/** What a person can do about the session; the first is the main thing. */
export type SessionAction = 'sign-in' | 'sign-out' | 'stay' | 'cancel';

/** A rep is warned this long before the end, whether or not the phone page warns. */
export const warningSeconds = 300;

/** The state that a person sees. */
export function stateOf(session: Session | undefined, isSilent: boolean, now: number): SessionState {
  if (isSilent) return 'no-phone';
  if (!session) return 'looking';
  if (session.state !== 'signed-in' && session.state !== 'expiring') return session.state;
  const left = secondsLeft(session, now);
  if (left === 0) return 'ended';
  return left !== undefined && left <= warningSeconds ? 'expiring' : session.state;
}

/** Whole seconds until the session ends; undefined when the phone page did not say, never below 0. */
export function secondsLeft(session: Session | undefined, now: number): number | undefined {
  const end = session?.expiresAt === undefined ? Number.NaN : Date.parse(session.expiresAt);
  return Number.isNaN(end) ? undefined : Math.max(0, Math.ceil((end - now) / 1000));
}

/** What can be done in a state; nothing while no phone page answers. */
export function actionsIn(state: SessionState): readonly SessionAction[] {
  switch (state) {
    case 'signed-out':
    case 'ended':
      return ['sign-in'];
    case 'signing-in':
      return ['cancel'];
    case 'signed-in':
    case 'reconnecting':
      return ['sign-out'];
    case 'expiring':
      return ['stay', 'sign-out'];
    default:
      return [];
  }
}

/** True while somebody is signed in, so that it makes sense to say who and for how long. */
export const isSignedIn = (state: SessionState): boolean =>
  state === 'signed-in' || state === 'expiring' || state === 'reconnecting';
