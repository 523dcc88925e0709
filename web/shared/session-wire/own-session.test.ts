import assert from 'node:assert/strict';
import { browserNamed, parseOwnSessions } from './own-session';

const session = {
  handle: 'h-1',
  issuedAt: '2026-01-05T09:00:00.000Z',
  lastActiveAt: '2026-01-05T09:10:00.000Z',
  address: '192.0.2.1',
  userAgent: '',
  inCall: false,
  isThis: true
};

describe('the places where a rep is logged in', () => {
  it('are read as the service writes them, without what only it needs, or not at all', () => {
    assert.deepEqual(parseOwnSessions({ sessions: [{ ...session, userName: 'ada@example.com' }] }), [session]);
    assert.deepEqual(parseOwnSessions({ sessions: [] }), []);
    for (const wrong of [{}, { sessions: {} }, { sessions: [{ ...session, handle: '' }] }, { sessions: [session, 7] }])
      assert.equal(parseOwnSessions(wrong), undefined);
  });

  it('have the names that people know', () => {
    const windows =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36';
    assert.equal(browserNamed(windows), 'Chrome, Windows');
    assert.equal(browserNamed(`${windows} Edg/130.0`), 'Edge, Windows');
    assert.equal(
      browserNamed(
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1 (KHTML, like Gecko) Version/18 Safari/605.1'
      ),
      'Safari, macOS'
    );
    assert.equal(
      browserNamed('Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0'),
      'Firefox, Linux'
    );
    assert.equal(browserNamed('curl/8'), '');
  });
});
