import assert from 'node:assert/strict';
import { playOrg, type PlayedOrg } from './played-org';

/** Sue listens to ada's call. */
async function listening(): Promise<PlayedOrg> {
  const played = playOrg();
  await played.comesIn({ agent: 'ada' });
  played.act('ada', 'accept');
  played.act('sue', 'supervise', { callId: played.callOf('ada').callId });
  return played;
}

describe('supervision', () => {
  it('gives the supervisor a call of their own, which nobody notices', async () => {
    const played = await listening();
    const own = played.callOf('sue');
    assert.deepEqual(own.supervision, { state: 'listening', agent: { agentId: 'sue', name: 'Sue' } });
    assert.equal(own.parentCallId, played.callOf('ada').callId);
    assert.equal(played.callOf('ada').supervision, undefined);
    assert.equal(played.changes('ada').includes('supervision'), false);
    assert.equal(played.attempt('sue', 'supervise', { callId: played.callOf('ada').callId }), 'busy');
  });

  it('makes the supervisor busy until it ends', async () => {
    const played = playOrg();
    played.act('sue', 'set-presence', { presenceId: 'available' });
    await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
    played.act('sue', 'supervise', { callId: played.callOf('ada').callId });
    assert.equal(played.presenceOf('sue'), 'busy');
    played.act('sue', 'stop-supervising');
    assert.equal(played.presenceOf('sue'), 'available');
    assert.deepEqual(played.callsOf('sue'), [], 'there is nothing to wrap up');
  });

  it('is seen by the agent from the barge-in on, with the supervisor as a party', async () => {
    const played = await listening();
    // Salesforce asks with the id of the agent's call, a phone with that of the supervisor's.
    played.act('sue', 'barge-in', { callId: played.callOf('ada').callId });
    played.act('sue', 'barge-in', { callId: played.callOf('sue').callId });
    assert.equal(played.callOf('ada').supervision?.agent.name, 'Sue');
    assert.equal(played.callOf('ada').legs.filter(({ role }) => role === 'supervisor').length, 1);
    assert.equal(played.attempt('ada', 'end', { legId: played.leg('ada', 'supervisor').legId }), 'invalid-participant');
  });

  for (const command of ['stop-supervising', 'end'])
    it(`leaves the call as it was on ${command}`, async () => {
      const played = await listening();
      played.act('sue', 'barge-in');
      played.act('sue', command);
      assert.equal(played.callOf('ada').supervision, undefined);
      assert.deepEqual(
        played.callOf('ada').legs.map(({ role }) => role),
        ['agent', 'customer']
      );
      assert.deepEqual(played.callsOf('sue'), []);
    });

  const endings: readonly (readonly [string, (played: PlayedOrg) => void])[] = [
    ['the agent leaves', (played) => void played.act('ada', 'end')],
    ['the customer leaves', (played) => played.org.customer(played.callOf('ada').callId, 'hang-up', undefined)],
    [
      'the call is handed on',
      (played) => void played.act('ada', 'transfer', { target: { kind: 'agent', id: 'bob' }, kind: 'blind' })
    ]
  ];
  for (const [what, end] of endings)
    it(`ends when ${what}`, async () => {
      const played = await listening();
      played.act('sue', 'barge-in');
      end(played);
      assert.deepEqual(played.callsOf('sue'), []);
      assert.equal(played.callOf('ada').state, 'wrap-up');
      assert.equal(played.reports.filter(({ event }) => event === 'ended').length, 1);
    });

  it('shows each supervisor whom the others talk to, and what they do with it themselves', async () => {
    const played = playOrg();
    const seen = (watcher: string): unknown => {
      const last = played
        .events(watcher)
        .filter(({ type }) => type === 'others')
        .at(-1);
      const others = last?.type === 'others' ? last.others : [];
      assert.deepEqual(played.org.snapshot(watcher).others, others, 'a page that opens now sees the same');
      return others.find(({ agent }) => agent.agentId === 'ada')?.call;
    };
    await played.comesIn({ agent: 'ada' });
    assert.equal(seen('sue'), undefined, 'a call that rings is nobody to listen to');
    played.act('ada', 'accept');
    const { callId, from, answeredAt } = played.callOf('ada');
    const call = { callId, number: from, since: answeredAt };
    assert.deepEqual(seen('sue'), call);
    assert.equal(seen('bob'), undefined);
    played.act('sue', 'supervise', { callId });
    assert.deepEqual(seen('sue'), { ...call, supervision: 'listening' });
    played.act('sue', 'barge-in');
    assert.deepEqual(seen('sue'), { ...call, supervision: 'barged-in' });
    played.act('sue', 'stop-supervising');
    assert.deepEqual(seen('sue'), call);
    played.act('ada', 'end');
    assert.equal(seen('sue'), undefined);
  });

  it('of two supervisors names the one who stays, whoever leaves first', async () => {
    for (const [first, second] of [
      ['sue', 'tom'],
      ['tom', 'sue']
    ] as const) {
      const played = playOrg();
      played.org.addAgent('tom', { name: 'Tom', isSupervisor: true });
      await played.comesIn({ agent: 'ada' });
      const { callId } = played.act('ada', 'accept');
      for (const supervisor of ['sue', 'tom']) {
        played.act(supervisor, 'supervise', { callId });
        played.act(supervisor, 'barge-in');
      }
      const named = () => played.callOf('ada').supervision?.agent.agentId;
      const there = () => played.callOf('ada').legs.flatMap(({ role, name }) => (role === 'supervisor' ? [name] : []));
      assert.deepEqual([named(), there()], ['tom', ['Sue', 'Tom']]);
      played.act(first, 'stop-supervising');
      assert.deepEqual([named(), there().length], [second, 1]);
      assert.equal(played.callOf(second).supervision?.state, 'barged-in');
      played.act(second, 'stop-supervising');
      assert.deepEqual([named(), there()], [undefined, []]);
    }
  });

  it('is for supervisors, and for calls of others that go on', async () => {
    const played = await listening();
    assert.equal(played.attempt('bob', 'supervise', { callId: played.callOf('ada').callId }), 'not-supported');
    played.act('sue', 'stop-supervising');
    assert.equal(played.attempt('sue', 'supervise', { callId: 'none' }), 'unknown-call');
    const ringing = await played.comesIn({ agent: 'bob' });
    assert.equal(played.attempt('sue', 'supervise', { callId: ringing }), 'wrong-state');
    const own = await played.comesIn({ agent: 'sue' });
    assert.equal(played.attempt('sue', 'supervise', { callId: own }), 'unknown-call');
  });
});
