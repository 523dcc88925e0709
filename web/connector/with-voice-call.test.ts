import assert from 'node:assert/strict';
import { interactionOf } from '../phone/interaction-of';
import { type PhoneCall } from '../phone/phone';
import { withVoiceCall } from './with-voice-call';

const at = '2026-01-05T08:00:00.000Z';
describe('the interaction of a call with its VoiceCall', () => {
  const call: PhoneCall = {
    callId: 'leg-1',
    channel: 'phone',
    direction: 'inbound',
    state: 'connected',
    startedAt: at,
    interactionKey: 'call-1',
    holdSeconds: 0,
    from: '+14155550132',
    to: '+18005550100',
    isMuted: false,
    isMerged: false,
    recording: 'off',
    attributes: { voiceCallId: 'a word of the phone system', tier: 'gold' },
    legs: []
  };
  const attributesOf = (told: PhoneCall): unknown => {
    const interaction = interactionOf(told, 'rep-1', Date.parse(at));
    return interaction && withVoiceCall(interaction, told).attributes;
  };

  it('says which VoiceCall a call is, by its key while the id is not known', () => {
    const told = { ...call, voiceCallId: '0LQ000000000001AAA' };
    assert.deepEqual(attributesOf(told), { voiceCallId: '0LQ000000000001AAA', tier: 'gold' });
    assert.deepEqual(attributesOf(call), { voiceCallId: 'leg-1', tier: 'gold' });
  });

  for (const direction of ['outbound', 'callback', 'transfer'] as const)
    it(`says the VoiceCall that Salesforce makes of every ${direction} call`, () =>
      assert.deepEqual(attributesOf({ ...call, direction }), { voiceCallId: 'leg-1', tier: 'gold' }));

  for (const direction of ['internal', 'consult'] as const)
    it(`says no VoiceCall of an ${direction} call, also when the colleague's is known, so that it is logged here`, () => {
      assert.deepEqual(attributesOf({ ...call, direction }), { tier: 'gold' });
      assert.deepEqual(attributesOf({ ...call, direction, voiceCallId: '0LQ000000000001AAA' }), { tier: 'gold' });
    });

  it('says no VoiceCall of a chat or voicemail, which has none, unless the phone system made one', () => {
    const attributes = { tier: 'gold' };
    assert.deepEqual(attributesOf({ ...call, channel: 'chat', attributes }), attributes);
    const voicemail: PhoneCall = { ...call, channel: 'voicemail', attributes };
    assert.deepEqual(attributesOf(voicemail), attributes);
    const voiceCallId = '0LQ000000000002AAA';
    assert.deepEqual(attributesOf({ ...voicemail, voiceCallId }), { ...attributes, voiceCallId });
  });
});
