import assert from 'node:assert/strict';
import { genericResult } from './connector-sdk';
import { makePublisher } from './publisher';
import { type ConnectorEvent } from './sdk-events';

const login: ConnectorEvent = { type: 'LOGIN_RESULT', payload: genericResult({ success: true }) };
const message: ConnectorEvent = { type: 'MESSAGE', payload: {} };

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
});
