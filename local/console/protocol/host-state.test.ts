import assert from 'node:assert/strict';
import type { ConnectorMessage, TelephonyEvent } from './connector-message';
import { capabilityNames, type Capabilities } from './connector-ready';
import { newHost, nextHost, type Host, type HostInput, type HostState, type Step } from './host-state';

const capabilities = Object.fromEntries(capabilityNames.map((name) => [name, true])) as unknown as Capabilities;
const event = (name: TelephonyEvent['event'], payload?: unknown): HostInput => ({
  type: 'message',
  message: { type: 'event', event: name, payload } as ConnectorMessage
});
const ready: HostInput = {
  type: 'message',
  message: {
    type: 'ready',
    payload: { agentConfig: { PHONES: [], SELECTED_PHONE: { type: 'SOFT_PHONE' } }, capabilities, callInProgress: null }
  }
};
const degraded: HostInput = { type: 'message', message: { type: 'ready', payload: {} } };
const showLogin = (loginFrameHeight?: unknown): HostInput => event('SHOW_LOGIN', { loginFrameHeight });
const loggedIn = event('LOGIN_RESULT', { success: true });
const notLoggedIn = event('LOGIN_RESULT', { success: false });
const loggedOut = event('LOGOUT_RESULT', { success: true, loginFrameHeight: 360 });
const handshake: readonly HostInput[] = [{ type: 'frame-loaded' }, { type: 'setup-sent' }];

const after = (inputs: readonly HostInput[], labels = {}): Step =>
  inputs.reduce<Step>(({ host }, input) => nextHost(host, input, labels), { host: newHost });
const hostAfter = (...inputs: readonly HostInput[]): Host => after(inputs).host;

describe('The host of a connector', () => {
  const paths: readonly (readonly [HostState, string, readonly HostInput[]])[] = [
    ['LOADING', 'at first', []],
    ['HANDSHAKE', 'when the frame is loaded', [{ type: 'frame-loaded' }]],
    ['WAITING', 'when SETUP was sent', handshake],
    ['CONNECTOR_UNREACHABLE', 'when nobody answers', [...handshake, { type: 'silence' }]],
    ['CONNECTOR_UNREACHABLE', 'when the frame is never loaded', [{ type: 'silence' }]],
    ['LOGIN_SHOWN', 'when a login is needed', [...handshake, showLogin(420)]],
    ['LOGIN_SHOWN', 'when the answer comes late', [...handshake, { type: 'silence' }, showLogin(420)]],
    ['SILENT_LOGIN', 'when the login is silent', [...handshake, event('SHOW_LOGIN', { isSilentLogin: true })]],
    ['STORAGE_PROMPT', 'when storage is asked for', [...handshake, event('SHOW_STORAGE_ACCESS', { success: true })]],
    ['READY', 'when the session is still valid', [...handshake, ready]],
    ['READY_DEGRADED', 'when READY is empty', [...handshake, degraded]],
    ['LOGIN_ERROR', 'when init fails', [...handshake, event('ERROR', { message: 'CAN_NOT_LOG_IN' })]],
    ['LOGGED_IN_PENDING', 'after the login', [...handshake, showLogin(), loggedIn]],
    ['READY', 'after login and READY', [...handshake, showLogin(), loggedIn, ready]],
    ['LOGIN_SHOWN', 'after a failed login', [...handshake, showLogin(), notLoggedIn]],
    [
      'LOGIN_SHOWN',
      'when the login fails after all',
      [...handshake, showLogin(), loggedIn, event('ERROR', { message: 'X' })]
    ],
    ['READY', 'while it waits for the logout', [...handshake, ready, { type: 'log-out' }]],
    ['LOGIN_SHOWN', 'after the logout', [...handshake, ready, { type: 'log-out' }, loggedOut]],
    ['LOGIN_SHOWN', 'when the session ends', [...handshake, ready, loggedOut]],
    [
      'READY',
      'when the logout fails',
      [...handshake, ready, { type: 'log-out' }, event('ERROR', { message: 'CAN_NOT_LOG_OUT' })]
    ],
    [
      'READY',
      'when the logout is refused',
      [...handshake, ready, { type: 'log-out' }, event('LOGOUT_RESULT', { success: false })]
    ],
    ['READY', 'after the second login', [...handshake, ready, loggedOut, loggedIn, ready]],
    ['LOADING', 'after a reload', [...handshake, ready, { type: 'reload' }]]
  ];
  for (const [state, when, inputs] of paths)
    it(`is ${state} ${when}`, () => {
      const step = after(inputs);
      assert.equal(step.host.state, state);
      if (state !== 'READY_DEGRADED') assert.equal(step.problem, undefined);
    });

  it('goes from storage access to the login page or to the dialer', () => {
    const prompt = [...handshake, event('SHOW_STORAGE_ACCESS', { success: true })];
    const granted = event('STORAGE_ACCESS_RESULT', { success: true, showLogin: true, loginFrameHeight: 300 });
    assert.equal(hostAfter(...prompt, granted, showLogin(300)).loginFrameHeight, 300);
    assert.equal(
      hostAfter(...prompt, event('STORAGE_ACCESS_RESULT', { success: true, showLogin: false }), ready).state,
      'READY'
    );
    assert.equal(hostAfter(...prompt, event('STORAGE_ACCESS_RESULT', { success: false })).state, 'STORAGE_PROMPT');
  });

  it('tells a session that ended from a rep who left', () => {
    assert.equal(hostAfter(...handshake, ready, loggedOut).notice?.kind, 'session-ended');
    assert.equal(hostAfter(...handshake, ready, { type: 'log-out' }, loggedOut).notice, undefined);
  });

  it('keeps the dialer and says so when the rep cannot be logged out', () => {
    for (const answer of [event('ERROR', { message: 'CAN_NOT_LOG_OUT' }), event('LOGOUT_RESULT', { success: false })]) {
      const host = hostAfter(...handshake, ready, { type: 'log-out' }, answer);
      assert.deepEqual([host.notice?.code, host.isLoggingOut], ['CAN_NOT_LOG_OUT', false]);
    }
  });

  it('loads the login page anew each time that it is asked for', () => {
    const first = hostAfter(...handshake, showLogin());
    const again = hostAfter(...handshake, showLogin(), loggedIn, ready, { type: 'log-out' }, loggedOut);
    assert.deepEqual([first.loginLoads, again.loginLoads], [1, 2]);
    assert.equal(again.loginFrameHeight, 360);
  });

  it('forgets a notice when the login works, and when the rep closes it', () => {
    assert.equal(hostAfter(...handshake, showLogin(), notLoggedIn, loggedIn).notice, undefined);
    assert.equal(hostAfter(...handshake, showLogin(), notLoggedIn, { type: 'notice-closed' }).notice, undefined);
  });

  it('says what is not due, and what has an impossible height', () => {
    assert.match(after([...handshake, notLoggedIn]).problem ?? '', /LOGIN_RESULT/);
    assert.match(after([...handshake, showLogin(), loggedOut]).problem ?? '', /LOGOUT_RESULT/);
    assert.match(after([...handshake, showLogin(), ready]).problem ?? '', /CONNECTOR_READY/);
    const huge = after([...handshake, showLogin(1e9)]);
    assert.deepEqual([huge.host.loginFrameHeight, typeof huge.problem], [350, 'string']);
  });

  it('reads the label of a custom error, and has no other words when there is none', () => {
    const error = event('ERROR', { customError: { labelName: 'PhoneDown', namespace: 'ns', message: 'secret' } });
    const known = after([...handshake, error], { 'ns.PhoneDown': 'The phone is down.' });
    assert.equal(known.host.notice?.text, 'The phone is down.');
    assert.equal(hostAfter(...handshake, error).notice?.text, "We couldn't find [ns.PhoneDown].");
    assert.equal(known.host.state, 'LOGIN_ERROR');
  });

  it('stays as it is for logs and for what calls do', () => {
    const host = hostAfter(...handshake, ready);
    assert.equal(nextHost(host, event('HANGUP', [])).host, host);
    const log: HostInput = { type: 'message', message: { type: 'log', eventType: 'x', payload: {}, isError: false } };
    assert.equal(nextHost(host, log).host, host);
  });
});
