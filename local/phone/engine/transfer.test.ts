import assert from 'node:assert/strict';
import { playOrg, type PlayedOrg } from './played-org';

const outside = { kind: 'number', number: '+442079460300' };
const bob = { kind: 'agent', id: 'bob' };

/** Ada talks to a customer. */
async function talking(): Promise<PlayedOrg> {
  const played = playOrg();
  await played.comesIn({ agent: 'ada' });
  played.act('ada', 'accept');
  return played;
}

/** Ada has consulted bob, who has answered. */
async function consulting(): Promise<PlayedOrg> {
  const played = await talking();
  played.act('ada', 'transfer', { target: bob, kind: 'consulted' });
  played.act('bob', 'accept');
  return played;
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const legStates = (played: PlayedOrg, agentId: string): Readonly<Record<string, string>> =>
  Object.fromEntries(played.callOf(agentId).legs.map(({ role, state }) => [role, state]));
/** The keys of calls that began and of those that ended, in order. */
const told = (played: PlayedOrg): readonly (readonly [string, string, string | undefined])[] => {
  const names = [...new Set(played.reports.map(({ callKey }) => callKey))];
  const name = (key: string | undefined): string | undefined =>
    key === undefined ? key : `call ${names.indexOf(key) + 1}`;
  return played.reports.map(({ event, callKey, parentCallKey }) => [event, name(callKey)!, name(parentCallKey)]);
};
const oneAfterTheOther = [
  ['started', 'call 1', undefined],
  ['ended', 'call 1', undefined],
  ['started', 'call 2', 'call 1'],
  ['ended', 'call 2', 'call 1']
];

describe('a blind transfer', () => {
  it('to an agent ends the call here and rings there as a call of its own', async () => {
    const played = await talking();
    const before = played.callOf('ada');
    played.answerReports = () => Promise.resolve('0LQ000000000002');
    assert.equal(played.act('ada', 'transfer', { target: bob, kind: 'blind' }).state, 'wrap-up');
    await settled();
    const { direction, from, parentCallId, interactionKey, voiceCallId, state } = played.callOf('bob');
    assert.deepEqual([direction, state, from, voiceCallId], ['transfer', 'ringing', before.from, '0LQ000000000002']);
    assert.deepEqual([parentCallId, interactionKey], [before.callId, before.interactionKey]);
    played.act('bob', 'accept');
    played.act('bob', 'end');
    assert.deepEqual(told(played), oneAfterTheOther);
  });

  it('of a call that the agent dialled is one of it for servers, which know the dialled one by its own id', async () => {
    const played = playOrg();
    const { callId } = played.act('ada', 'dial', { target: outside });
    played.clock.pass(60_000);
    played.act('ada', 'transfer', { target: bob, kind: 'blind' });
    await settled();
    assert.equal(played.reports[0]?.callKey, callId);
    assert.deepEqual(
      played.reports.map(({ initiationMethod }) => initiationMethod),
      ['Outbound', 'Outbound', 'Transfer']
    );
    assert.deepEqual(told(played), oneAfterTheOther.slice(0, 3));
  });

  it('to a queue waits there, is offered to others first, and can be abandoned', async () => {
    const played = await talking();
    played.act('ada', 'transfer', { target: { kind: 'queue', id: 'Support' }, kind: 'blind' });
    await settled();
    const queue = played.org.snapshot('bob').queues.find(({ id }) => id === 'Support');
    assert.equal(queue?.waiting, 1);
    const [{ id }] = (played.org.describe() as { waiting: [{ id: string }] }).waiting;
    played.org.customer(id, 'hang-up', undefined);
    assert.deepEqual(told(played), oneAfterTheOther);
  });

  it('to a number outside leaves the system', async () => {
    const played = await talking();
    played.act('ada', 'transfer', { target: outside, kind: 'blind' });
    await settled();
    assert.deepEqual(told(played), oneAfterTheOther.slice(0, 2));
  });

  const nowhere: readonly (readonly [string, object, string])[] = [
    ['a number that does not exist', { kind: 'number', number: '+442079460404' }, 'invalid-destination'],
    ['no number', { kind: 'number', number: 'hello' }, 'invalid-destination'],
    ['nobody', { kind: 'agent', id: 'nobody' }, 'invalid-destination'],
    ['themselves', { kind: 'agent', id: 'ada' }, 'invalid-destination'],
    ['their own extension', { kind: 'number', number: '201' }, 'invalid-destination'],
    ['an agent who is offline', { kind: 'agent', id: 'sue' }, 'invalid-destination'],
    ['no queue', { kind: 'queue', id: 'Nowhere' }, 'invalid-destination'],
    ['no contact', { kind: 'contact', id: 'b99' }, 'invalid-destination'],
    ['a thing', { kind: 'thing' }, 'bad-request']
  ];
  for (const kind of ['blind', 'consulted'])
    for (const [what, target, code] of nowhere)
      it(`${kind} to ${what} is refused with ${code}, and the call goes on`, async () => {
        const played = await talking();
        played.org.setPresence('sue', 'offline');
        assert.equal(played.attempt('ada', 'transfer', { target, kind }), code);
        assert.deepEqual(legStates(played, 'ada'), { agent: 'connected', customer: 'connected' });
      });
});

describe('a consulted transfer', () => {
  it('lets the customer wait on hold until the other one answers', async () => {
    const played = await talking();
    played.act('ada', 'transfer', { target: bob, kind: 'consulted' });
    assert.deepEqual(legStates(played, 'ada'), { agent: 'connected', customer: 'held', 'third-party': 'ringing' });
    assert.deepEqual([played.callOf('bob').direction, played.callOf('bob').state], ['consult', 'ringing']);
    played.act('bob', 'accept');
    assert.equal(legStates(played, 'ada')['third-party'], 'connected');
  });

  for (const answered of [true, false])
    it(`is completed when the agent leaves ${answered ? 'after' : 'before'} the other one answered`, async () => {
      const played = await (answered ? consulting() : talking());
      if (!answered) played.act('ada', 'transfer', { target: bob, kind: 'consulted' });
      const { from } = played.callOf('ada');
      played.answerReports = () => Promise.resolve('0LQ000000000003');
      played.clock.pass(8000);
      assert.equal(played.act('ada', 'end').state, 'wrap-up');
      await settled();
      if (!answered) played.act('bob', 'accept');
      const call = played.callOf('bob');
      assert.deepEqual([call.direction, call.state, call.from], ['transfer', 'connected', from]);
      assert.equal(call.voiceCallId, '0LQ000000000003');
      assert.deepEqual(legStates(played, 'bob'), { agent: 'connected', customer: 'connected' });
      played.org.customer(call.callId, 'hang-up', undefined);
      assert.deepEqual(told(played), oneAfterTheOther);
      assert.equal(played.reports[1]?.holdSeconds, 8);
    });

  it('is cancelled when the agent takes the other one out', async () => {
    const played = await consulting();
    played.act('ada', 'end', { legId: played.leg('ada', 'third-party').legId });
    assert.deepEqual(legStates(played, 'ada'), { agent: 'connected', customer: 'held' });
    assert.equal(played.callOf('bob').state, 'wrap-up');
    played.act('ada', 'transfer', { target: outside, kind: 'consulted' });
    assert.equal(legStates(played, 'ada')['third-party'], 'ringing', 'somebody else can be asked');
  });

  const refusals: readonly (readonly [string, (played: PlayedOrg) => void])[] = [
    ['declines', (played) => played.act('bob', 'decline')],
    ['does not answer', (played) => played.clock.pass(30_000)],
    ['leaves', (played) => (played.act('bob', 'accept'), played.act('bob', 'end'))]
  ];
  for (const [what, refuse] of refusals)
    it(`gives the agent the customer back when the other one ${what}`, async () => {
      const played = await talking();
      played.act('ada', 'transfer', { target: bob, kind: 'consulted' });
      refuse(played);
      assert.deepEqual(legStates(played, 'ada'), { agent: 'connected', customer: 'held' });
      assert.equal(
        played.attempt('ada', 'hold', { legId: played.leg('ada', 'customer').legId, isOnHold: false }),
        'done'
      );
      assert.equal(played.attempt('bob', 'accept'), played.callsOf('bob').length > 0 ? 'wrong-state' : 'unknown-call');
    });

  it('to a busy line takes that leg out, and not the call when the leg was gone before', async () => {
    const played = await talking();
    const busy = { target: { kind: 'number', number: '+442079460486' }, kind: 'consulted' };
    played.act('ada', 'transfer', busy);
    played.clock.pass(300);
    assert.deepEqual(legStates(played, 'ada'), { agent: 'connected', customer: 'held' });
    played.act('ada', 'transfer', busy);
    played.act('ada', 'end', { legId: played.leg('ada', 'third-party').legId });
    played.clock.pass(300);
    assert.deepEqual(legStates(played, 'ada'), { agent: 'connected', customer: 'held' });
  });

  it('gives every party an id of its own', async () => {
    const played = await talking();
    const ids = [1, 2, 3].map(() => {
      const { legs } = played.act('ada', 'transfer', { target: outside, kind: 'consulted' });
      const { legId } = legs.find(({ role }) => role === 'third-party')!;
      played.act('ada', 'end', { legId });
      return legId;
    });
    assert.equal(new Set(ids).size, 3);
  });

  it('to a queue asks whoever is free, and is refused when nobody is', async () => {
    const played = await talking();
    const queue = { target: { kind: 'queue', id: 'Support' }, kind: 'consulted' };
    assert.equal(played.attempt('ada', 'transfer', queue), 'invalid-destination');
    played.act('bob', 'set-presence', { presenceId: 'available' });
    assert.equal(played.attempt('ada', 'transfer', queue), 'done');
    assert.equal(played.callOf('bob').direction, 'consult');
  });
});
