import assert from 'node:assert/strict';
import { readCall } from './wire';

const call = {
  ...{ apiType: 'opencti', apiVersion: 43, methodName: 'refreshView', callId: 0, args: {} },
  ...{ isCallbackRegistered: true, isListenerRegistered: false }
};

describe('What an adapter posts', () => {
  it('is a call when it has the names of the library', () => {
    assert.deepEqual(readCall(call), call);
  });

  it('is no call when it is anything else', () => {
    for (const other of [undefined, null, 'text', {}, { ...call, apiType: 'console' }, { ...call, callId: '0' }])
      assert.equal(readCall(other), undefined);
  });

  it('has no arguments when they are no object', () => {
    assert.deepEqual(readCall({ ...call, args: 'none' })?.args, {});
  });
});
