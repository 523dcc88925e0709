import assert from 'node:assert/strict';
import { parseFailureAnswer } from './failure-answer';
import { parseLoginAnswer, parseLoginAttempt, parsePhoneTicket, parseRedeemAnswer } from './login-attempt';
import { parsePageSettings } from './page-settings';
import { sampleAt as at, sampleView as session } from './sample-view';
import { parseSessionAnswer, parseSessionChange } from './session-answer';
import { parseSessionView } from './session-view';

const attempt = {
  attemptId: 'a',
  secret: 's',
  expiresAt: at,
  serverNow: at,
  methods: [{ kind: 'password' }, { kind: 'oidc', label: 'Salesforce', startUrl: '/orgs/x/oidc/start?attempt=a' }]
};

describe('what the session service and its pages say to each other', () => {
  it('reads a session as it was written, and no session with any field missing or of another type', () => {
    assert.deepEqual(parseSessionView(session), session);
    assert.deepEqual(parseSessionView({ ...session, bearer: 'b' }), { ...session, bearer: 'b' });
    for (const field of Object.keys(session)) {
      assert.equal(parseSessionView({ ...session, [field]: undefined }), undefined, field);
      assert.equal(parseSessionView({ ...session, [field]: 7 }), undefined, field);
    }
    for (const value of [null, undefined, 'x', [], 3]) assert.equal(parseSessionView(value), undefined);
  });

  it('reads who is signed in, and a reason of a newer version as unknown', () => {
    assert.deepEqual(parseSessionAnswer({ state: 'signed-in', session }), { state: 'signed-in', session });
    assert.deepEqual(parseSessionAnswer({ state: 'signed-out' }), { state: 'signed-out' });
    assert.deepEqual(parseSessionAnswer({ state: 'signed-out', reason: 'idle' }), {
      state: 'signed-out',
      reason: 'idle'
    });
    assert.deepEqual(parseSessionAnswer({ state: 'signed-out', reason: 'moon' }), {
      state: 'signed-out',
      reason: 'unknown'
    });
    assert.equal(parseSessionAnswer({ state: 'signed-in', session: {} }), undefined);
    assert.equal(parseSessionAnswer('<html>'), undefined);
  });

  it('reads a change of the event stream whatever its data are', () => {
    assert.deepEqual(parseSessionChange('{"reason":"revoked"}'), { reason: 'revoked' });
    assert.deepEqual(parseSessionChange('{'), { reason: 'unknown' });
  });

  it('reads an attempt and leaves out login methods that it does not know', () => {
    assert.deepEqual(parseLoginAttempt(attempt), attempt);
    const newer = { ...attempt, methods: [...attempt.methods, { kind: 'passkey' }, { kind: 'oidc' }] };
    assert.deepEqual(parseLoginAttempt(newer), attempt);
    for (const field of Object.keys(attempt))
      assert.equal(parseLoginAttempt({ ...attempt, [field]: undefined }), undefined, field);
  });

  it('reads the answers to a login, to a code and for a ticket', () => {
    assert.deepEqual(parseLoginAnswer({ session, code: 'c' }), { session, code: 'c' });
    assert.equal(parseLoginAnswer({ session }), undefined);
    assert.deepEqual(parseRedeemAnswer({ session }), { session });
    assert.deepEqual(parseRedeemAnswer({ session, bearer: 'b' }), { session, bearer: 'b' });
    assert.equal(parseRedeemAnswer({ bearer: 'b' }), undefined);
    assert.deepEqual(parsePhoneTicket({ url: 'wss://x', ticket: 't' }), { url: 'wss://x', ticket: 't' });
    assert.equal(parsePhoneTicket({ url: 'wss://x' }), undefined);
  });

  it('reads a refusal, and takes what is none for a defect of the server', () => {
    assert.deepEqual(parseFailureAnswer({ code: 'TRY_LATER', retryAfterSeconds: 4 }), {
      code: 'TRY_LATER',
      retryAfterSeconds: 4
    });
    assert.deepEqual(parseFailureAnswer({ code: 'LOGIN_FAILED', retryAfterSeconds: '4' }), { code: 'LOGIN_FAILED' });
    assert.deepEqual(parseFailureAnswer('<html>502</html>'), { code: 'INTERNAL' });
  });

  it('reads the settings of a page, and nothing from what the service did not write', () => {
    const settings = { orgId: 'o', callCenter: 'Support', hostOrigins: ['https://a.example'], loginFrameHeight: 350 };
    assert.deepEqual(parsePageSettings(JSON.stringify(settings)), settings);
    assert.equal(parsePageSettings('{'), undefined);
    assert.equal(parsePageSettings(JSON.stringify({ ...settings, loginFrameHeight: '350' })), undefined);
  });
});
