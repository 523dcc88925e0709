import assert from 'node:assert/strict';
import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { PhoneError, type PhoneCall } from '../phone/phone';
import { failureMessage, interactionOf, presenceMessage, queuesMessage, sessionMessage } from './phone-messages';

const at = '2026-01-05T08:00:00.000Z';
const call: PhoneCall = {
  callId: 'c-1',
  channel: 'phone',
  direction: 'transfer',
  state: 'connected',
  from: '+442079460958',
  to: '+442079460000',
  queue: 'Support',
  legs: [{ legId: 'l-1', role: 'customer', state: 'held' }],
  isMuted: false,
  isMerged: false,
  recording: 'running',
  startedAt: at,
  answeredAt: '2026-01-05T08:00:10.000Z',
  holdSeconds: 5,
  interactionKey: 'i-1',
  recordingUrl: 'https://phone.example/r/1',
  attributes: { skill: '7' }
};

describe('what the components are told', () => {
  it('is understood by the components, every message of it', () => {
    const presence = { id: 'p', name: 'Lunch', kind: 'break' } as const;
    const queue = { id: 'q', name: 'Support', waiting: 1, longestWaitSeconds: 5, agentsAvailable: 1, agentsTotal: 2 };
    const messages = [
      { type: 'interaction', body: { interaction: interactionOf(call, Date.parse(at) + 60_000) } },
      sessionMessage({ name: 'ended', reason: 'idle' }, false, undefined),
      presenceMessage(presence, 'Ada', at, [{ agent: { agentId: 'b', name: 'Bob' }, presence, since: at }], at),
      queuesMessage([queue], at),
      failureMessage(new PhoneError('microphone-blocked', 'NotAllowedError'))
    ];
    for (const message of messages) assert.deepEqual(parsePhoneMessage(message), message);
  });

  it('counts the talk without the time on hold, and never below nothing', () => {
    const made = interactionOf(call, Date.parse(at) + 60_000);
    assert.deepEqual([made.state, made.direction, made.talkSeconds, made.holdSeconds], ['held', 'inbound', 45, 5]);
    assert.equal(interactionOf(call, Date.parse(at)).talkSeconds, 0);
    const ended = { ...call, state: 'ended', endedAt: '2026-01-05T08:00:30.000Z', outcome: 'answered' } as const;
    assert.equal(interactionOf(ended, Date.parse(at) + 999_000).talkSeconds, 15);
  });

  it('has no word for a refusal that only one action met', () => {
    assert.equal(failureMessage(new PhoneError('wrong-state', 'The call is over.')), undefined);
  });
});
