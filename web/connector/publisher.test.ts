import assert from 'node:assert/strict';
import { type InteractionState } from '../../core/interaction/interaction';
import { type FromPhone } from '../../core/phone-message/phone-message';
import { genericResult } from './connector-sdk';
import { makePublisher } from './publisher';
import { type ConnectorEvent } from './sdk-events';

const login: ConnectorEvent = { type: 'LOGIN_RESULT', payload: genericResult({ success: true }) };
const saying = (payload: FromPhone): ConnectorEvent => ({ type: 'MESSAGE', payload });
const message = saying({ type: 'session', body: { session: { state: 'signed-in' } } });
const at = '2026-01-05T08:00:00.000Z';
const interaction = (callKey: string, state: InteractionState): FromPhone => ({
  type: 'interaction',
  body: {
    interaction: {
      ...{ callKey, interactionKey: 'i-1', channel: 'chat', direction: 'inbound', state, startedAt: at },
      ...{ talkSeconds: 0, holdSeconds: 0, attributes: {} }
    }
  }
});
const notice = (noticeId: string): FromPhone => ({ type: 'notice', body: { notice: { noticeId, text: 'Hello', at } } });

describe('what is published', () => {
  it('waits for the handshake, and then goes out in order', () => {
    const sent: string[] = [];
    const { publish, open } = makePublisher(
      (event) => Promise.resolve(void sent.push(event.type)),
      () => true
    );
    publish(login);
    publish(message);
    assert.deepEqual(sent, []);
    open();
    publish(login);
    assert.deepEqual(sent, ['LOGIN_RESULT', 'MESSAGE', 'LOGIN_RESULT']);
  });

  it('leaves out, while the rep is offline, what Salesforce must not hear then', () => {
    const sent: string[] = [];
    let isOnline = false;
    const { publish, open } = makePublisher(
      (event) => Promise.resolve(void sent.push(event.type)),
      () => isOnline
    );
    open();
    publish(message);
    publish(login);
    isOnline = true;
    publish(message);
    assert.deepEqual(sent, ['LOGIN_RESULT', 'MESSAGE']);
  });

  it('says, once the rep is online again, the newest word on each call and every notice, and each once', () => {
    const sent: unknown[] = [];
    let isOnline = false;
    const { publish, open } = makePublisher(
      (event) => Promise.resolve(void sent.push(event.payload)),
      () => isOnline
    );
    publish(saying(interaction('before', 'done')));
    open();
    const words = [interaction('c-1', 'active'), notice('n-1'), interaction('c-2', 'done'), interaction('c-1', 'done')];
    for (const word of words) publish(saying(word));
    publish(message);
    assert.deepEqual(sent, []);
    isOnline = true;
    publish(message);
    const kept = [interaction('before', 'done'), interaction('c-1', 'done'), interaction('c-2', 'done'), notice('n-1')];
    assert.deepEqual(sent, [...kept, message.payload]);
    publish(message);
    assert.equal(sent.length, kept.length + 2);
  });

  it('keeps no more than there is room for, and the oldest: the newest the phone system tells again', () => {
    const sent: unknown[] = [];
    let isOnline = false;
    const { publish, open } = makePublisher(
      (event) => Promise.resolve(void sent.push(event.payload)),
      () => isOnline
    );
    open();
    for (let count = 0; count < 2_000; count += 1) {
      publish(saying(notice(`n-${count}`)));
      publish(saying(interaction(`c-${count}`, 'active')));
    }
    publish(saying(interaction('c-0', 'done')));
    isOnline = true;
    publish(login);
    assert.equal(sent.length, 50 + 500 + 1);
    assert.deepEqual([sent[0], sent[500]], [interaction('c-0', 'done'), notice('n-0')]);
  });
});
