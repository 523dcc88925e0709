import assert from 'node:assert/strict';
import { samplePicture } from '../sample-call';
import { readPhoneHello, readWindowHello, readWindowMessage, type WindowMessage } from './window-message';
import { readPlace, windowFeatures } from './window-place';

const place = { width: 400, height: 700, left: 10, top: -20 };

describe('what the phone and its window say to each other', () => {
  const messages: readonly WindowMessage[] = [
    { type: 'picture', picture: samplePicture() },
    { type: 'picture-wanted' },
    { type: 'wish', id: '1', wish: { type: 'accept', callId: 'c-1' } },
    { type: 'answer', id: '1', answer: { ok: true } },
    { type: 'ping' },
    { type: 'pong' },
    { type: 'left' },
    { type: 'placed', place }
  ];
  for (const message of messages)
    it(`arrives as it was sent: ${message.type}`, () =>
      assert.deepEqual(readWindowMessage(structuredClone(message)), message));

  it('is left alone when it is none of theirs, or only for tabs', () => {
    const others = [
      undefined,
      'ping',
      { type: 'wish', wish: {} },
      { type: 'placed', place: { ...place, width: '400' } },
      { type: 'heard', message: { type: 'hello', body: {} } },
      { type: 'said', message: { type: 'failure', body: { failure: { kind: 'offline' } } } },
      { type: 'later-version' }
    ];
    for (const other of others) assert.equal(readWindowMessage(other), undefined, JSON.stringify(other));
  });

  it('begins only between a phone and a window of one org', () => {
    const here = { type: 'phone-here', orgId: 'o-1', name: 'n', country: 'GB' };
    assert.deepEqual(readPhoneHello(here, 'o-1'), here);
    assert.deepEqual(readWindowHello({ type: 'window-here', orgId: 'o-1' }, 'o-1'), {
      type: 'window-here',
      orgId: 'o-1'
    });
    for (const value of [null, 'phone-here', { ...here, orgId: 'o-2' }, { ...here, name: '' }, { ...here, type: 'x' }])
      assert.equal(readPhoneHello(value, 'o-1'), undefined);
    for (const value of [null, { type: 'window-here', orgId: 'o-2' }, { type: 'window-here' }, { orgId: 'o-1' }])
      assert.equal(readWindowHello(value, 'o-1'), undefined);
  });
});

describe('the place of a window', () => {
  it('is what was kept, in whole pixels, and nothing that is none', () => {
    assert.deepEqual(readPlace({ ...place, width: 400.4 }), place);
    for (const value of [undefined, {}, { ...place, top: NaN }, { ...place, left: '1' }, { ...place, height: 0 }])
      assert.equal(readPlace(value), undefined);
  });

  it('is asked of the browser, or the usual size when nothing was kept', () => {
    assert.equal(windowFeatures(place), 'popup,width=400,height=700,left=10,top=-20');
    assert.equal(windowFeatures(undefined), 'popup,width=360,height=640');
  });
});
