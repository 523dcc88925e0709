import assert from 'node:assert/strict';
import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { ServerLost, ServerRefused, type SessionServer } from '../shared/session-server';
import { type OwnSession } from '../shared/session-wire/own-session';
import { placesMessage } from './places-message';

const since = '2026-01-05T09:00:00.000Z';
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';
const session = (handle: string, more: Partial<OwnSession> = {}): OwnSession => ({
  ...{ handle, address: '192.0.2.1', userAgent, inCall: true, isThis: handle === 'here' },
  ...{ issuedAt: since, lastActiveAt: '2026-01-05T09:30:00.000Z', ...more }
});

describe('the places of a rep, as the phone page tells them', () => {
  let ended: string[];
  beforeEach(() => (ended = []));
  const server = (change: Partial<SessionServer> = {}): Pick<SessionServer, 'sessions' | 'endSession'> => ({
    sessions: () =>
      Promise.resolve(['here', 'there'].filter((handle) => !ended.includes(handle)).map((handle) => session(handle))),
    endSession: (handle) => Promise.resolve(void ended.push(handle)),
    ...change
  });

  it('have a browser, times and a name that opens nothing, and no more than that', async () => {
    const message = await placesMessage(server());
    assert.deepEqual(message.body, {
      places: ['here', 'there'].map((placeId) => ({
        ...{ placeId, name: 'Chrome, Linux', since, lastActiveAt: '2026-01-05T09:30:00.000Z' },
        isThis: placeId === 'here'
      }))
    });
    assert.deepEqual(parsePhoneMessage(message), message);
  });

  it('have no name where nobody knows the browser', async () => {
    const message = await placesMessage(server({ sessions: () => Promise.resolve([session('x', { userAgent: '' })]) }));
    assert.equal(JSON.stringify(message.body).includes('"name"'), false);
  });

  it('are told after one of them was ended', async () => {
    const { body } = await placesMessage(server(), 'there');
    assert.deepEqual(ended, ['there']);
    assert.equal(JSON.stringify(body).includes('there'), false);
  });

  it('are told as they are when the one to end was gone already', async () => {
    const gone = server({ endSession: () => Promise.reject(new ServerRefused('NOT_FOUND')) });
    assert.deepEqual(await placesMessage(gone, 'x'), await placesMessage(server()));
  });

  it('are not told while nobody knows, and are none without a login', async () => {
    for (const error of [new ServerLost(), new ServerRefused('TRY_LATER')])
      assert.deepEqual(await placesMessage(server({ endSession: () => Promise.reject(error) }), 'there'), {
        type: 'places',
        body: {}
      });
    const out = server({ sessions: () => Promise.reject(new ServerRefused('NOT_SIGNED_IN')) });
    assert.deepEqual(await placesMessage(out), { type: 'places', body: { places: [] } });
  });
});
