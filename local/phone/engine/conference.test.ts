import assert from 'node:assert/strict';
import { playOrg, type PlayedOrg } from './played-org';

/** Ada, bob and a customer talk to each other. */
async function conferring(): Promise<PlayedOrg> {
  const played = playOrg();
  await played.comesIn({ agent: 'ada' });
  played.act('ada', 'accept');
  played.act('ada', 'transfer', { target: { kind: 'agent', id: 'bob' }, kind: 'consulted' });
  played.act('bob', 'accept');
  played.act('ada', 'conference');
  return played;
}
const customerLeaves = (played: PlayedOrg): void =>
  played.org.customer(played.callsOf('ada')[0]!.callId, 'hang-up', undefined);
const stateOf = (played: PlayedOrg, agentId: string): string => {
  const { state, legs, isMerged } = played.callOf(agentId);
  const there = legs.filter((leg) => leg.state !== 'ended').map(({ role }) => role);
  return [state, ...there, ...(isMerged ? ['merged'] : [])].join(' ');
};

describe('a conference', () => {
  it('joins everybody, and ends the time on hold', async () => {
    const played = await conferring();
    assert.equal(stateOf(played, 'ada'), 'connected agent customer third-party merged');
    assert.equal(played.callOf('bob').isMerged, true);
    assert.deepEqual(
      [played.leg('ada', 'customer').state, played.leg('ada', 'third-party').state],
      ['connected', 'connected']
    );
    played.clock.pass(60_000);
    assert.equal(played.callOf('ada').holdSeconds, 0);
  });

  it('is over for both agents when one of three is put aside', async () => {
    const played = await conferring();
    played.act('ada', 'swap');
    assert.deepEqual([played.callOf('ada').isMerged, played.callOf('bob').isMerged], [false, false]);
    assert.deepEqual(
      [played.leg('ada', 'customer').state, played.leg('ada', 'third-party').state],
      ['held', 'connected']
    );
    played.act('ada', 'swap');
    assert.deepEqual(
      [played.leg('ada', 'customer').state, played.leg('ada', 'third-party').state],
      ['connected', 'held']
    );
  });

  // Who leaves first, and what is left for those who stay.
  it('goes on between bob and the customer when ada leaves first', async () => {
    const played = await conferring();
    played.act('ada', 'end');
    assert.equal(stateOf(played, 'ada'), 'wrap-up');
    assert.equal(stateOf(played, 'bob'), 'connected agent customer');
    played.org.customer(played.callOf('bob').callId, 'hang-up', undefined);
    assert.equal(stateOf(played, 'bob'), 'wrap-up');
  });

  it('goes on between the agents when the customer leaves first, and ends for both when either leaves', async () => {
    for (const [one, other] of [
      ['ada', 'bob'],
      ['bob', 'ada']
    ] as const) {
      const played = await conferring();
      customerLeaves(played);
      assert.equal(stateOf(played, 'ada'), 'connected agent third-party');
      assert.equal(stateOf(played, 'bob'), 'connected agent third-party');
      played.act(one, 'end');
      assert.deepEqual([stateOf(played, one), stateOf(played, other)], ['wrap-up', 'wrap-up']);
    }
  });

  it('goes on between ada and the customer when bob leaves first, and ends when either leaves', async () => {
    for (const last of [(played: PlayedOrg) => void played.act('ada', 'end'), customerLeaves]) {
      const played = await conferring();
      played.act('bob', 'end');
      assert.equal(stateOf(played, 'ada'), 'connected agent customer');
      assert.equal(stateOf(played, 'bob'), 'wrap-up');
      last(played);
      assert.equal(stateOf(played, 'ada'), 'wrap-up');
    }
  });

  it('tells servers of every call once, whoever leaves first', async () => {
    const leavers: readonly ((played: PlayedOrg) => void)[] = [
      (played) => void played.act('ada', 'end'),
      (played) => void played.act('bob', 'end'),
      customerLeaves
    ];
    for (const leave of leavers) {
      const played = await conferring();
      leave(played);
      for (const agentId of ['ada', 'bob'])
        if (played.callOf(agentId).state === 'connected') played.act(agentId, 'end');
      const keys = (event: string): readonly string[] =>
        played.reports.filter((report) => report.event === event).map(({ callKey }) => callKey);
      assert.deepEqual([...keys('ended')].sort(), [...keys('started')].sort());
      assert.equal(new Set(keys('ended')).size, keys('ended').length);
    }
  });
});

describe('a call between agents', () => {
  it('is answered, declined or missed at the other end, and the caller hears of it', () => {
    const played = playOrg();
    const dial = (): void => void played.act('ada', 'dial', { target: { kind: 'number', number: '202' } });
    dial();
    assert.deepEqual([played.callOf('ada').direction, played.callOf('bob').direction], ['internal', 'internal']);
    played.act('bob', 'accept');
    assert.deepEqual(
      played.callOf('ada').legs.map(({ state }) => state),
      ['connected', 'connected']
    );
    played.act('ada', 'end');
    for (const agentId of ['ada', 'bob']) played.act(agentId, 'finish-wrap-up');
    for (const refuse of [() => void played.act('bob', 'decline'), () => played.clock.pass(30_000)]) {
      dial();
      refuse();
      assert.deepEqual([played.callsOf('ada'), played.callsOf('bob')], [[], []]);
      assert.equal(played.org.snapshot('ada').endedCalls.at(-1)?.outcome, 'failed');
    }
    dial();
    played.act('ada', 'end');
    assert.equal(played.org.snapshot('bob').endedCalls.at(-1)?.outcome, 'abandoned');
    assert.deepEqual(played.reports, []);
  });

  it('beside a customer puts that customer on hold', async () => {
    const played = playOrg();
    await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
    const first = played.callOf('ada');
    const second = played.act('ada', 'dial', { target: { kind: 'agent', id: 'bob' }, isConsult: true });
    assert.deepEqual([second.direction, second.parentCallId], ['consult', first.callId]);
    assert.equal(played.callsOf('ada')[0]?.legs[1]?.state, 'held');
    assert.equal(played.callOf('bob').direction, 'consult');
  });
});
