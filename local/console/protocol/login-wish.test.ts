import assert from 'node:assert/strict';
import type { HostState } from './host-state';
import { nextLoginWish, type LoginWish } from './login-wish';

/** The steps that a host in these states leads to, with the state in which each is taken. */
function stepsOf(isWanted: boolean, states: readonly HostState[]): readonly string[] {
  let wish: LoginWish = { isWanted };
  return states.slice(1).flatMap((now, index) => {
    const next = nextLoginWish(wish, states[index]!, now);
    wish = next.wish;
    return next.step === undefined ? [] : [`${now} ${next.step}`];
  });
}

const beginning: readonly HostState[] = ['LOADING', 'HANDSHAKE', 'WAITING'];

describe('The wish to see the login page', () => {
  it('is fulfilled by a connector that begins with it', () => {
    assert.deepEqual(stepsOf(true, [...beginning, 'LOGIN_SHOWN', 'LOGGED_IN_PENDING', 'READY']), []);
  });

  it('logs out a connector that begins without, and lets it begin anew', () => {
    const anew: readonly HostState[] = [...beginning, 'READY', 'LOGIN_SHOWN', ...beginning, 'LOGIN_SHOWN'];
    assert.deepEqual(stepsOf(true, anew), ['READY log-out', 'LOGIN_SHOWN begin-anew']);
    const later: readonly HostState[] = [...anew, 'LOGGED_IN_PENDING', 'READY', 'LOGIN_SHOWN', ...beginning, 'READY'];
    assert.deepEqual(stepsOf(true, later).slice(2), ['READY log-out'], 'each time that it begins');
  });

  it('is given up once for a connector that does not forget its login', () => {
    const states: readonly HostState[] = [...beginning, 'READY', 'LOGIN_SHOWN', ...beginning, 'READY', ...beginning];
    assert.deepEqual(stepsOf(true, states), ['READY log-out', 'LOGIN_SHOWN begin-anew', 'READY not-forgotten']);
  });

  it('leaves a rep alone whose logout was refused, and one who logs out later', () => {
    const refused: readonly HostState[] = [...beginning, 'READY', 'READY', ...beginning, 'LOGIN_SHOWN'];
    assert.deepEqual(stepsOf(true, refused), ['READY log-out']);
    const loggedIn: readonly HostState[] = [...beginning, 'LOGIN_SHOWN', 'LOGGED_IN_PENDING', 'READY', 'LOGIN_SHOWN'];
    assert.deepEqual(stepsOf(true, loggedIn), []);
  });

  it('is no wish until it is said', () => {
    assert.deepEqual(stepsOf(false, [...beginning, 'READY', 'LOGIN_SHOWN', ...beginning, 'READY']), []);
  });
});
