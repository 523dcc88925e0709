import assert from 'node:assert/strict';
import { ServerLost, ServerRefused, type SessionServer } from '../shared/session-server';
import { type OwnSession } from '../shared/session-wire/own-session';
import { askPlaces } from './places';

describe('the places where the rep is logged in', () => {
  const place = (handle: string): OwnSession => ({
    ...{ handle, address: '192.0.2.1', userAgent: '', inCall: false, isThis: handle === 'here' },
    issuedAt: '2026-01-05T09:00:00.000Z',
    lastActiveAt: '2026-01-05T09:00:00.000Z'
  });
  let there: readonly OwnSession[];
  beforeEach(() => {
    there = [place('here'), place('there')];
  });
  const serverWith = (change: Partial<SessionServer> = {}): SessionServer =>
    ({
      sessions: () => Promise.resolve(there),
      endSession: (handle: string) => {
        there = there.filter((each) => each.handle !== handle);
        return Promise.resolve();
      },
      ...change
    }) as SessionServer;
  const refusing = (error: Error): Partial<SessionServer> => ({ endSession: () => Promise.reject(error) });

  it('are asked of the service, anew after it ended one of them', async () => {
    const server = serverWith();
    assert.deepEqual(await askPlaces(server, { type: 'places' }), { ok: true, places: there });
    const answer = await askPlaces(server, { type: 'log-out-there', handle: 'there' });
    assert.deepEqual(answer, { ok: true, places: [place('here')] });
  });

  it('are listed as they are when one ended by itself meanwhile', async () => {
    const server = serverWith(refusing(new ServerRefused('NOT_FOUND')));
    const answer = await askPlaces(server, { type: 'log-out-there', handle: 'gone' });
    assert.deepEqual(answer, { ok: true, places: there });
  });

  it('are not said to have ended while nobody knows it', async () => {
    for (const error of [new ServerLost(), new ServerRefused('UNAVAILABLE')]) {
      const answer = await askPlaces(serverWith(refusing(error)), { type: 'log-out-there', handle: 'there' });
      assert.equal(!answer.ok && answer.code, 'not-connected');
    }
  });
});
