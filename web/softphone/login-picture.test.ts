import assert from 'node:assert/strict';
import { type SessionState } from '../phone-page/session-state';
import { sampleView } from '../shared/session-wire/sample-view';
import { loginPicture } from './login-picture';
import { type LoginPicture } from './picture';

describe('where the login stands', () => {
  const wall = Date.parse('2026-01-05T08:00:00.000Z');
  const minute = 60_000;
  const session = { ...sampleView, warnAt: 'warn', idleExpiresAt: 'idle', expiresAt: 'end' };
  const pictured = (state: SessionState, left: Readonly<Record<string, number>> = {}): LoginPicture =>
    loginPicture({ state: () => state, timeUntil: (_, time) => (left[time] ?? 60) * minute }, true, wall);

  it('opens the login page for nobody but who is signed out, and says why the last session ended', () => {
    const ended = pictured({ name: 'ended', reason: 'idle' });
    assert.deepEqual(ended, { state: 'signed-out', isOpen: true, reason: 'idle' });
    const others: readonly SessionState[] = [
      { name: 'looking' },
      { name: 'signed-in', session },
      { name: 'unreachable' }
    ];
    for (const state of others) assert.equal(pictured(state).isOpen, false, state.name);
  });

  it('names the end by this computer’s clock once it is near, whichever end comes first', () => {
    const state: SessionState = { name: 'signed-in', session };
    assert.equal('endsAt' in pictured(state), false);
    assert.equal(pictured(state, { warn: -1, idle: 4, end: 9 }).endsAt, '2026-01-05T08:04:00.000Z');
    assert.equal(pictured(state, { warn: -1, idle: 4, end: -3 }).endsAt, '2026-01-05T08:00:00.000Z');
  });

  it('names it for a session that lives on for a call alone', () => {
    const deferred = { ...session, deferred: true };
    assert.equal(pictured({ name: 'unreachable', session: deferred }).endsAt, '2026-01-05T09:00:00.000Z');
  });
});
