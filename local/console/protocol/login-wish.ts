import type { HostState } from './host-state';

/** That a connector shows its login page when it begins, and how far that is. */
export type LoginWish = { readonly isWanted: boolean; readonly doing?: 'logging-out' | 'beginning' };

/** What is to be done now: log the rep out, load the connector anew, or say that it did not forget its login. */
export type LoginStep = 'log-out' | 'begin-anew' | 'not-forgotten';

/**
 * Nobody but the connector decides what `init` answers. One that begins with a login that is still valid is logged out as a rep does it,
 * and begins anew; one that then has no login page either, such as after single sign-on, is left as it is.
 */
export function nextLoginWish(
  { isWanted, doing }: LoginWish,
  before: HostState,
  now: HostState
): { readonly wish: LoginWish; readonly step?: LoginStep } {
  const done = { wish: { isWanted } };
  const beganLoggedIn = now === 'READY' && (before === 'WAITING' || before === 'CONNECTOR_UNREACHABLE');
  if (beganLoggedIn && isWanted)
    return doing === 'beginning'
      ? { ...done, step: 'not-forgotten' }
      : { wish: { isWanted, doing: 'logging-out' }, step: 'log-out' };
  if (doing === 'logging-out' && now === 'LOGIN_SHOWN')
    return { wish: { isWanted, doing: 'beginning' }, step: 'begin-anew' };
  const isOnItsWay =
    doing === 'logging-out' ? now === 'READY' : ['LOADING', 'HANDSHAKE', 'WAITING', 'LOGIN_SHOWN'].includes(now);
  // The login page from which it begins anew, and not yet the one that it began with.
  const isThere = doing === 'beginning' && now === 'LOGIN_SHOWN' && before === 'WAITING';
  return doing !== undefined && isOnItsWay && !isThere ? { wish: { isWanted, doing } } : done;
}
