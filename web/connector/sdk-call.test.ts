import assert from 'node:assert/strict';
import { type PhoneAbilities, type PhoneCall } from '../phone/phone';
import { acceptedSdkCall, sdkCallOf } from './sdk-call';

const call: PhoneCall = {
  callId: 'c-1',
  channel: 'phone',
  direction: 'callback',
  state: 'dialing',
  from: '1001',
  to: '+442079460958',
  legs: [
    { legId: 'l-1', role: 'agent', state: 'connected' },
    { legId: 'l-2', role: 'customer', state: 'ringing', number: '+442079460958' }
  ],
  isMuted: false,
  isMerged: false,
  recording: 'off',
  startedAt: '2026-01-05T08:00:00.000Z',
  holdSeconds: 0,
  interactionKey: 'i-1',
  attributes: {}
};
const beholder = {
  abilities: new Proxy({} as PhoneAbilities, { get: () => true }),
  agentId: 'a-1',
  isDeskPhone: false
};

describe('a call as the SDK wants it', () => {
  it('is a callback that the rep dialled, or one that the rep accepted and that has only started', () => {
    assert.equal(sdkCallOf(call, beholder).callType, 'DialedCallback');
    assert.equal(acceptedSdkCall(call, beholder).callType, 'Callback');
  });

  it('keeps its type when anything else is accepted', () => {
    for (const direction of ['inbound', 'transfer'] as const) {
      const accepted: PhoneCall = { ...call, direction, state: 'connected' };
      assert.equal(acceptedSdkCall(accepted, beholder).callType, sdkCallOf(accepted, beholder).callType);
    }
  });

  it('names the customer of a callback, whoever began it', () => {
    assert.equal(sdkCallOf(call, beholder).phoneNumber, '+442079460958');
  });
});
