import assert from 'node:assert/strict';
import { loginChannelName, parseLoginMessage, type LoginMessage } from './login-message';

const attempt: LoginMessage = {
  type: 'attempt',
  attemptId: 'a-1',
  secret: 's-1',
  methods: [{ kind: 'password' }, { kind: 'oidc', label: 'Salesforce', startUrl: '/orgs/1/oidc/start?attempt=a-1' }],
  reason: 'idle'
};

describe('a message between login page and connector', () => {
  it('is read as it was sent, without what nobody knows', () => {
    const messages: readonly LoginMessage[] = [
      { type: 'attempt-wanted' },
      attempt,
      { ...attempt, isAutomatic: true },
      { type: 'session-changed' },
      { type: 'session-changed', code: 'c-1' },
      { type: 'code-refused', attemptId: 'a-1' },
      { type: 'height', pixels: 340 }
    ];
    for (const message of messages) assert.deepEqual(parseLoginMessage({ ...message, success: true }), message);
  });

  it('is nothing when it is none of ours', () => {
    for (const value of [
      null,
      undefined,
      'attempt-wanted',
      [],
      {},
      { type: 'logged-in', success: true },
      { ...attempt, secret: 7 },
      { ...attempt, methods: 'password' },
      { type: 'height', pixels: Number.POSITIVE_INFINITY },
      { type: 'height', pixels: -1 },
      { type: 'height', pixels: 100_000 }
    ])
      assert.equal(parseLoginMessage(value), undefined, JSON.stringify(value));
  });

  it('leaves out a way to log in that it does not know', () => {
    const parsed = parseLoginMessage({ ...attempt, methods: [{ kind: 'magic' }, null, { kind: 'password' }] });
    assert.deepEqual(parsed?.type === 'attempt' && parsed.methods, [{ kind: 'password' }]);
  });

  it('travels on a channel of its org', () => {
    assert.notEqual(loginChannelName('00D000000000001AAA'), loginChannelName('00D000000000002AAA'));
  });
});
