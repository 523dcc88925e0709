import assert from 'node:assert/strict';
import { parsePhoneMessage } from '../../core/phone-message/parse-phone-message';
import { PhoneError, type PhoneAbilities } from '../phone/phone';
import { failureMessage, noticeMessage, presenceMessage, queuesMessage, sessionMessage } from './phone-messages';
import { refusalMessage } from './refusal-message';

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

  it('offers a supervisor what the phone system can do with the call of another agent', () => {
    const presence = { id: 'b', name: 'On a call', kind: 'busy' } as const;
    const call = { callId: 'c-1', number: '+442079460001', since: at };
    const actionsOf = (able: object, supervision?: 'listening'): unknown => {
      const abilities = { listenIn: false, bargeIn: false, ...able } as PhoneAbilities;
      const watched = { ...call, ...(supervision ? { supervision } : {}) };
      const other = { agent: { agentId: 'b', name: 'Bob' }, presence, since: at, call: watched };
      const message = presenceMessage(presence, 'Ada', at, [other], at, abilities);
      assert.deepEqual(parsePhoneMessage(message), message);
      return message.type === 'presence' && message.body.others[0]?.call?.actions;
    };
    assert.deepEqual(actionsOf({}), []);
    assert.deepEqual(actionsOf({ listenIn: true }), ['listen']);
    assert.deepEqual(actionsOf({ listenIn: true, bargeIn: true }, 'listening'), ['listen', 'barge-in', 'stop']);
  });

  it('answers who asked with why the phone system would not', () => {
    const reasonOf = (code: PhoneError['code']): unknown => {
      const message = refusalMessage(
        { type: 'supervise', body: { callId: 'c-1', action: 'listen' } },
        new PhoneError(code, 'No')
      );
      assert.deepEqual(message && parsePhoneMessage(message), message);
      return message?.type === 'refused' && message.body.refusal.reason;
    };
    assert.equal(reasonOf('not-supported'), 'not-allowed');
    assert.equal(reasonOf('busy'), 'busy');
    assert.equal(reasonOf('wrong-state'), 'gone');
    assert.equal(reasonOf('invalid-destination'), 'failed');
    assert.equal(refusalMessage({ type: 'hello', body: {} }, new PhoneError('busy', 'No')), undefined);
  });

  it('has no word for a refusal that only one action met', () => {
    assert.equal(failureMessage(new PhoneError('wrong-state', 'The call is over.')), undefined);
  });
});
