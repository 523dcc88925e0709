import assert from 'node:assert/strict';
import { checkConnectorMessage } from './connector-message';
import { capabilityNames } from './connector-ready';

const event = (telephonyEventType: string, telephonyEventPayload?: unknown): unknown => ({
  type: 'TELEPHONY_EVENT_DISPATCHED',
  payload: { telephonyEventType, telephonyEventPayload }
});
const isFine = (data: unknown): boolean => checkConnectorMessage(data).ok;
const capabilities = Object.fromEntries(capabilityNames.map((name) => [name, false]));
const agentConfig = { PHONES: ['SOFT_PHONE'], SELECTED_PHONE: { type: 'SOFT_PHONE' } };
const readyWith = (payload: unknown): unknown => ({ type: 'CONNECTOR_READY', payload });

describe('What a connector may say', () => {
  it('is what the SDK sends in the life of a login', () => {
    const said = [
      { type: 'LOG', payload: { eventType: 'SETUP_CONNECTOR', payload: {}, isError: false } },
      event('SHOW_LOGIN', { loginFrameHeight: 420 }),
      event('SHOW_LOGIN', { isSilentLogin: true }),
      event('SHOW_STORAGE_ACCESS', { success: true }),
      event('STORAGE_ACCESS_RESULT', { success: true, showLogin: true, loginFrameHeight: 300 }),
      event('LOGIN_RESULT', { success: false }),
      event('LOGOUT_RESULT', { success: true, loginFrameHeight: 350 }),
      event('ERROR', { message: 'CAN_NOT_LOG_IN' }),
      event('ERROR', { customError: { labelName: 'a', namespace: 'b', message: undefined } }),
      readyWith({ agentConfig, capabilities, callInProgress: null }),
      readyWith({})
    ];
    for (const message of said) assert.equal(isFine(message), true, JSON.stringify(message));
  });

  it('is what the SDK sends of calls, oddities included', () => {
    const call = { callId: '1', callType: 'inbound', phoneNumber: '+1', callInfo: { callStateTimestamp: new Date() } };
    const said = [
      event('CALL_STARTED', call),
      event('HANGUP', [call]),
      event('HANGUP', call),
      event('HANGUP'),
      event('CALL_FAILED'),
      event('CALL_UPDATED', { call }),
      event('PARTICIPANT_REMOVED', { reason: 'error' }),
      event('PARTICIPANT_REMOVED', { callId: null, connectionId: null, reason: null }),
      event('PARTICIPANT_ADDED', { initialCallHasEnded: true }),
      event('SUPERVISOR_HANGUP', { calls: [call] }),
      event('HOLD_TOGGLE', { isThirdPartyOnHold: false, isCustomerOnHold: true, calls: { 1: call } }),
      event('MESSAGE', { anything: 1 })
    ];
    for (const message of said) assert.equal(isFine(message), true, JSON.stringify(message));
  });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['text', 'CONNECTOR_READY'],
    ['a message of another type', { type: 'HELLO', payload: {} }],
    ['a message with more in it', { type: 'CONNECTOR_READY', payload: {}, more: 1 }],
    ['an unknown event', event('PREVIEW_CALL_STARTED', {})],
    ['an event of the base object', event('constructor', {})],
    ['a result without success', event('LOGIN_RESULT', {})],
    ['a silent login that is none', event('SHOW_LOGIN', { isSilentLogin: false })],
    ['a call of no type that there is', event('CALL_STARTED', { callId: '1', callType: 'Sideways' })],
    ['no call', event('CALL_STARTED', undefined)],
    ['a state that is text', event('CALL_STARTED', { callInfo: { isOnHold: 'yes' } })],
    ['an unreadable time', event('CALL_STARTED', { callInfo: { callStateTimestamp: 'noon' } })],
    ['a status without id', event('SET_AGENT_STATUS', {})],
    ['an error without code', event('ERROR', { text: 'x' })],
    ['READY without a capability', readyWith({ agentConfig, capabilities: {}, callInProgress: null })],
    [
      'READY with an unknown phone',
      readyWith({ agentConfig: { ...agentConfig, PHONES: ['FAX'] }, capabilities, callInProgress: null })
    ]
  ];
  for (const [what, data] of wrong)
    it(`is not ${what}`, () => {
      const checked = checkConnectorMessage(data);
      assert.equal(checked.ok, false);
      assert.notEqual(checked.ok ? '' : checked.problem, '');
    });

  it('names the place of what is wrong', () => {
    const checked = checkConnectorMessage(event('CALL_STARTED', { callInfo: { isOnHold: 'yes' } }));
    assert.match(checked.ok ? '' : checked.problem, /CALL_STARTED\.callInfo\.isOnHold/);
  });
});
