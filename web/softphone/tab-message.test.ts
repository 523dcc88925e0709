import assert from 'node:assert/strict';
import { sampleCall, samplePicture } from './sample-call';
import { readTabMessage, type TabMessage } from './tab-message';

describe('what tabs say to each other', () => {
  const messages: readonly TabMessage[] = [
    { type: 'picture-wanted' },
    { type: 'picture', picture: samplePicture([sampleCall]) },
    { type: 'said', message: { type: 'failure', body: { failure: { kind: 'offline' } } } },
    { type: 'heard', message: { type: 'hello', body: {} } },
    { type: 'wish', id: '1', wish: { type: 'accept', callId: 'c-1' } },
    { type: 'answer', id: '1', answer: { ok: true } }
  ];
  for (const message of messages)
    it(`arrives as it was sent: ${message.type}`, () =>
      assert.deepEqual(readTabMessage(structuredClone(message)), message));

  it('is left alone when it is none of theirs', () => {
    const others = [
      null,
      'picture',
      { type: 'picture', picture: {} },
      { type: 'said', message: { type: 'hello', body: {} } },
      { type: 'heard', message: { type: 'failure', body: { failure: { kind: 'offline' } } } },
      { type: 'wish', wish: { type: 'accept' } },
      { type: 'answer', id: '1', answer: 'yes' },
      { type: 'later-version' }
    ];
    for (const other of others) assert.equal(readTabMessage(other), undefined, JSON.stringify(other));
  });
});
