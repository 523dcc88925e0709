import assert from 'node:assert/strict';
import { playOrg } from './played-org';

const wish = { channel: 'phone', from: '+442079460111', to: '+442079460000', isCallback: true } as const;

describe('a wish to be called back', () => {
  it('is offered like a call, with nobody on the line, and servers hear of it as of a call whose record they do not make', async () => {
    const played = playOrg();
    await played.org.comeIn({ ...wish, agent: 'ada' });
    const { direction, state } = played.callOf('ada');
    assert.deepEqual([direction, state, played.leg('ada', 'customer').state], ['callback', 'ringing', 'ringing']);
    assert.throws(() => played.org.customer(played.callOf('ada').callId, 'answer', undefined), { code: 'wrong-state' });
    const { callId } = played.callOf('ada');
    assert.deepEqual(
      played.reports.map(({ event, initiationMethod, callKey }) => [event, initiationMethod, callKey]),
      [['started', 'Outbound', callId]]
    );
  });

  it('calls the customer when it is accepted, who answers a little later', async () => {
    const played = playOrg();
    await played.org.comeIn({ ...wish, agent: 'ada' });
    assert.equal(played.act('ada', 'accept').state, 'dialing');
    assert.equal(played.attempt('ada', 'accept'), 'wrong-state');
    played.clock.pass(300);
    assert.equal(played.callOf('ada').state, 'connected');
    assert.equal(played.leg('ada', 'customer').number, wish.from);
    played.act('ada', 'end');
    assert.equal(played.callOf('ada').state, 'wrap-up');
  });

  it('goes to the next of the queue when it is declined, and is gone when the customer gives up', async () => {
    const played = playOrg();
    played.act('ada', 'set-presence', { presenceId: 'available' });
    played.act('bob', 'set-presence', { presenceId: 'available' });
    await played.org.comeIn({ ...wish, queue: 'Support' });
    const first = played.callsOf('ada').length === 1 ? 'ada' : 'bob';
    played.act(first, 'decline');
    const other = played.callOf(first === 'ada' ? 'bob' : 'ada');
    assert.equal(other.direction, 'callback');
    // Salesforce's page of each agent made a record, and none is left open.
    const told = played.reports.map(({ event, callKey }) => `${event} ${callKey === other.callId ? 'other' : 'first'}`);
    assert.deepEqual(told, ['started first', 'ended first', 'started other']);
    played.org.customer(other.callId, 'hang-up', undefined);
    assert.deepEqual([...played.callsOf('ada'), ...played.callsOf('bob')], []);
  });

  it('that an agent dials is told to servers under the id of the call, begun and ended', () => {
    const played = playOrg();
    const target = { kind: 'number', number: wish.from };
    const { callId } = played.act('ada', 'dial', { target, isCallback: true });
    played.act('ada', 'end');
    assert.deepEqual(
      played.reports.map(({ event, initiationMethod, callKey }) => [event, initiationMethod, callKey]),
      [
        ['started', 'Outbound', callId],
        ['ended', 'Outbound', callId]
      ]
    );
  });

  it('is refused for anything but a phone call', async () => {
    const played = playOrg();
    await assert.rejects(played.org.comeIn({ ...wish, channel: 'chat', agent: 'ada' }), { code: 'bad-request' });
  });
});
