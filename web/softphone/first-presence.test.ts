import assert from 'node:assert/strict';
import { type PhonePresence } from '../phone/phone';
import { firstPresence } from './first-presence';
import { sampleCall } from './sample-call';

describe('what a rep is after a login', () => {
  const of = (kind: PhonePresence['kind'], id: string = kind): PhonePresence => ({ id, name: id, kind });
  const presences = [of('available'), of('busy'), of('break'), of('offline')];

  it('is a break, or else busy', () => {
    assert.equal(firstPresence({ calls: [], presence: of('offline'), presences })?.id, 'break');
    assert.equal(firstPresence({ calls: [], presence: of('available'), presences: presences.slice(0, 2) })?.id, 'busy');
  });

  it('stays as it is in a call, in a break of another name, and where the phone has nothing like it', () => {
    assert.equal(firstPresence({ calls: [sampleCall], presence: of('available'), presences }), undefined);
    assert.equal(firstPresence({ calls: [], presence: of('break', 'lunch'), presences }), undefined);
    assert.equal(firstPresence({ calls: [], presence: of('offline'), presences: [of('available')] }), undefined);
  });
});
