import assert from 'node:assert/strict';
import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { interactionOf } from '../phone/interaction-of';
import { PhoneError, type PhoneCall } from '../phone/phone';
import { failureMessage, presenceMessage, queuesMessage, sessionMessage, withVoiceCall } from './phone-messages';

const at = '2026-01-05T08:00:00.000Z';
describe('what the components are told', () => {
  it('is understood by the components, every message of it', () => {
    const presence = { id: 'p', name: 'Lunch', kind: 'break' } as const;
    const queue = { id: 'q', name: 'Support', waiting: 1, longestWaitSeconds: 5, agentsAvailable: 1, agentsTotal: 2 };
    const messages = [
      sessionMessage({ name: 'ended', reason: 'idle' }, false, undefined),
      presenceMessage(presence, 'Ada', at, [{ agent: { agentId: 'b', name: 'Bob' }, presence, since: at }], at),
      queuesMessage([queue], at),
      failureMessage(new PhoneError('microphone-blocked', 'NotAllowedError'))
    ];
    for (const message of messages) assert.deepEqual(parsePhoneMessage(message), message);
  });

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

  it('says no VoiceCall of a chat or voicemail, which has none, unless the phone system made one', () => {
    const attributes = { tier: 'gold' };
    assert.deepEqual(attributesOf({ ...call, channel: 'chat', attributes }), attributes);
    const voicemail: PhoneCall = { ...call, channel: 'voicemail', attributes };
    assert.deepEqual(attributesOf(voicemail), attributes);
    const voiceCallId = '0LQ000000000002AAA';
    assert.deepEqual(attributesOf({ ...voicemail, voiceCallId }), { ...attributes, voiceCallId });
  });

  it('has no word for a refusal that only one action met', () => {
    assert.equal(failureMessage(new PhoneError('wrong-state', 'The call is over.')), undefined);
  });
});
