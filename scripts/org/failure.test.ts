import assert from 'node:assert/strict';
import { classifyAnswer, networkFailure } from './failure';

describe('a failure', () => {
  it('by a certificate that is not trusted is not one of the network: nothing was sent, and it is not sent again', () => {
    const cause = Object.assign(new Error('self-signed'), { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    const failure = networkFailure(new TypeError('fetch failed', { cause }), 'acme.my.salesforce.com', 'reading');
    assert.deepEqual([failure.failureClass, failure.ambiguous], ['untrusted', false]);
  });

  it('of a request that ran too long leaves open whether it wrote', () => {
    assert.equal(classifyAnswer(400, 'REQUEST_RUNNING_TOO_LONG', ''), 'unavailable');
  });
});
