import assert from 'node:assert/strict';
import { playOrg } from './played-org';

describe('time on hold', () => {
  it('is counted while the customer is held, also the time that still runs, and told with the number of holds', async () => {
    const played = playOrg();
    await played.comesIn({ agent: 'ada' });
    played.clock.pass(4000);
    played.act('ada', 'accept');
    const { legId } = played.leg('ada', 'customer');
    for (const seconds of [10, 5]) {
      played.act('ada', 'hold', { legId, isOnHold: true });
      played.act('ada', 'hold', { legId, isOnHold: true });
      played.clock.pass(seconds * 1000);
      if (seconds === 5) assert.equal(played.callOf('ada').holdSeconds, 15, 'up to now');
      else played.act('ada', 'hold', { legId, isOnHold: false });
      played.clock.pass(1000);
    }
    played.act('ada', 'end');
    const { holdSeconds, holds } = played.reports.find(({ event }) => event === 'ended')!;
    assert.deepEqual([holdSeconds, holds], [16, 2]);
    assert.equal(played.callOf('ada').holdSeconds, 16);
  });

  it('of a call that came in held begins when it is answered', async () => {
    const played = playOrg();
    await played.org.comeIn({ channel: 'phone', from: '+44', to: '+44', agent: 'ada', start: { isOnHold: true } });
    played.clock.pass(9000);
    assert.equal(played.act('ada', 'accept').holdSeconds, 0);
    assert.equal(played.leg('ada', 'customer').state, 'held');
    played.clock.pass(3000);
    assert.equal(played.callOf('ada').holdSeconds, 3);
  });

  it('stops when the held customer leaves the others', async () => {
    const played = playOrg();
    const callId = await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
    played.act('ada', 'transfer', { target: { kind: 'number', number: '+442079460300' }, kind: 'consulted' });
    played.clock.pass(5000);
    played.org.customer(callId, 'hang-up', undefined);
    played.clock.pass(60_000);
    assert.equal(played.callOf('ada').holdSeconds, 5);
  });
});
