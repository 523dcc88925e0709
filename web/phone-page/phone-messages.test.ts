import assert from 'node:assert/strict';
import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { PhoneError } from '../phone/phone';
import { failureMessage, noticeMessage, presenceMessage, queuesMessage, sessionMessage } from './phone-messages';

const at = '2026-01-05T08:00:00.000Z';
describe('what the components are told', () => {
  it('is understood by the components, every message of it', () => {
    const presence = { id: 'p', name: 'Lunch', kind: 'break' } as const;
    const queue = { id: 'q', name: 'Support', waiting: 1, longestWaitSeconds: 5, agentsAvailable: 1, agentsTotal: 2 };
    const messages = [
      sessionMessage({ name: 'ended', reason: 'idle' }, false, undefined),
      presenceMessage(presence, 'Ada', at, [{ agent: { agentId: 'b', name: 'Bob' }, presence, since: at }], at),
      queuesMessage([queue], at),
      failureMessage(new PhoneError('microphone-blocked', 'NotAllowedError')),
      noticeMessage('Please help the night shift', '1', at),
      noticeMessage('long '.repeat(5_000), '2', at)
    ];
    for (const message of messages) assert.deepEqual(parsePhoneMessage(message), message);
  });

  it('has no word for a refusal that only one action met', () => {
    assert.equal(failureMessage(new PhoneError('wrong-state', 'The call is over.')), undefined);
  });
});
