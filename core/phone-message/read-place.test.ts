import assert from 'node:assert/strict';
import { parsePhoneMessage, readPhoneMessage } from './parse-phone-message';
import { isFromPhone, type PhoneMessage } from './phone-message';

const at = '2026-01-05T09:00:00Z';
const place = { placeId: 'p-1', name: 'Chrome, Linux', since: at, lastActiveAt: at, isThis: true };
const messages: readonly PhoneMessage[] = [
  { type: 'places', body: { places: [place, { placeId: 'p-2', since: at, lastActiveAt: at, isThis: false }] } },
  { type: 'places', body: { places: [] } },
  { type: 'places', body: {} },
  { type: 'places-wanted', body: {} },
  { type: 'places-wanted', body: { end: 'p-2' } }
];

describe('the places of a rep, on the phone channel', () => {
  it('are read as they were sent, without what nobody knows', () => {
    for (const message of messages) {
      assert.deepEqual(parsePhoneMessage(message), message);
      assert.deepEqual(parsePhoneMessage({ type: message.type, body: JSON.stringify(message.body) }), message);
    }
    const more = { ...place, address: '192.0.2.1', token: 'secret' };
    assert.deepEqual(parsePhoneMessage({ type: 'places', body: { places: [more] } }), {
      type: 'places',
      body: { places: [place] }
    });
  });

  it('are said by the phone page alone, and wanted by components', () => {
    assert.deepEqual(messages.map(isFromPhone), [true, true, true, false, false]);
  });

  it('leave out a place that cannot be read, and are refused when they are no list', () => {
    const broken = [null, { ...place, placeId: '' }, { ...place, since: 'today' }, { ...place, isThis: 'yes' }];
    assert.deepEqual(parsePhoneMessage({ type: 'places', body: { places: [...broken, place] } }), {
      type: 'places',
      body: { places: [place] }
    });
    assert.deepEqual(readPhoneMessage({ type: 'places', body: { places: 'here' } }), {
      kind: 'refused',
      field: 'places'
    });
    assert.deepEqual(readPhoneMessage({ type: 'places-wanted', body: { end: 7 } }), { kind: 'refused', field: 'end' });
  });
});
