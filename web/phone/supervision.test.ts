import assert from 'node:assert/strict';
import { type PhoneCall, type PhoneLeg } from './phone';
import { isSupervisedBy, supervisedAgent, supervisorsIn } from './supervision';

const sue = { agentId: 'sue', name: 'Sue' };
const customer: PhoneLeg = { legId: 'l-1', role: 'customer', state: 'connected' };
const leg = (change: Partial<PhoneLeg>): PhoneLeg => ({
  ...{ legId: 'l-9', role: 'supervisor', state: 'connected', name: 'Sue' },
  ...change
});
const call = (change: Partial<PhoneCall>): PhoneCall => ({ legs: [customer], ...change }) as PhoneCall;

describe('supervision of a call', () => {
  it('is its supervisor’s own, and nobody’s where nobody listens', () => {
    const supervised = call({ supervision: { state: 'listening', agent: sue } });
    assert.deepEqual(
      [isSupervisedBy(supervised, 'sue'), isSupervisedBy(supervised, 'ada'), isSupervisedBy(call({}), 'sue')],
      [true, false, false]
    );
    assert.equal(supervisedAgent(call({ legs: [customer, leg({ role: 'third-party', name: 'Ada' })] }))?.name, 'Ada');
  });

  it('names whoever barged in, once each, and nobody who only listens or has left', () => {
    const bargedIn = { state: 'barged-in', agent: sue } as const;
    assert.deepEqual(supervisorsIn(call({ supervision: { ...bargedIn, state: 'listening' } })), []);
    assert.deepEqual(supervisorsIn(call({ supervision: bargedIn })), ['Sue']);
    assert.deepEqual(supervisorsIn(call({ legs: [leg({ state: 'ended' })] })), []);
    assert.deepEqual(supervisorsIn(call({ legs: [leg({}), leg({ name: 'Tom' })], supervision: bargedIn })), [
      'Sue',
      'Tom'
    ]);
  });
});
