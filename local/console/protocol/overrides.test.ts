import assert from 'node:assert/strict';
import { noOverrides, overridden } from './overrides';

describe('Words that replace what a connector says', () => {
  const ready = { type: 'CONNECTOR_READY', payload: { capabilities: { MUTE: true, SWAP: true } } };
  const held = {
    type: 'TELEPHONY_EVENT_DISPATCHED',
    payload: { telephonyEventPayload: { calls: [{ callInfo: { muteEnabled: true } }] } }
  };

  it('replace capabilities that there are, and no others', () => {
    const capabilities = { MUTE: false, INVENTED: true };
    assert.deepEqual(overridden(ready, { ...noOverrides, capabilities }), {
      type: 'CONNECTOR_READY',
      payload: { capabilities: { MUTE: false, SWAP: true } }
    });
  });
  it('replace flags of calls, however deep', () => {
    const changed = overridden(held, { ...noOverrides, callInfo: { muteEnabled: false } }) as typeof held;
    assert.equal(changed.payload.telephonyEventPayload.calls[0]?.callInfo.muteEnabled, false);
  });
  it('replace the place of a recording, also of one that is not there, and the kinds of contacts', () => {
    const told = (telephonyEventType: string, telephonyEventPayload: object) => ({
      type: 'TELEPHONY_EVENT_DISPATCHED',
      payload: { telephonyEventType, telephonyEventPayload }
    });
    const answers = { recordingUrl: 'https://x.test/a.wav', recordingDuration: 7, contactTypes: ['Queue'] };
    const changed = (name: string, payload: object) => overridden(told(name, payload), { ...noOverrides, answers });
    assert.deepEqual(
      changed('SIGNED_RECORDING_URL', { success: false, callId: 'c' }),
      told('SIGNED_RECORDING_URL', { success: true, callId: 'c', url: 'https://x.test/a.wav', duration: 7 })
    );
    assert.deepEqual(
      changed('PHONE_CONTACTS', { contacts: [], contactTypes: ['Agent'] }),
      told('PHONE_CONTACTS', { contacts: [], contactTypes: ['Queue'] })
    );
    assert.deepEqual(changed('HANGUP', { reason: 'ended' }), told('HANGUP', { reason: 'ended' }));
  });
  it('leave everything else as it came, an empty READY and times too', () => {
    for (const data of [null, 'x', { type: 'CONNECTOR_READY', payload: {} }, held])
      assert.deepEqual(overridden(data, noOverrides), data);
    const at = new Date();
    const call = {
      type: 'TELEPHONY_EVENT_DISPATCHED',
      payload: { telephonyEventPayload: { callInfo: { callStateTimestamp: at } } }
    };
    const changed = overridden(call, { ...noOverrides, callInfo: { muteEnabled: true } }) as typeof call;
    assert.equal(changed.payload.telephonyEventPayload.callInfo.callStateTimestamp, at);
  });
});
