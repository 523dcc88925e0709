import assert from 'node:assert/strict';
import { playOrg, type PlayedOrg } from './played-org';
import { type Call, type Leg } from './shapes';

const number = (index: number): object => ({ kind: 'number', number: `+44207946030${index}` });
const agent = (id: string): object => ({ kind: 'agent', id });

/** Ada talks to a customer, and has added these; whoever is an agent has answered. */
async function talking(...added: readonly object[]): Promise<PlayedOrg> {
  const played = playOrg();
  await played.comesIn({ agent: 'ada' });
  played.act('ada', 'accept');
  for (const target of added) {
    played.act('ada', 'transfer', { target, kind: 'joins' });
    const { id } = target as { readonly id?: string };
    if (id !== undefined) played.act(id, 'accept');
  }
  played.clock.pass(300);
  return played;
}
const third = (call: Call, index: number): Leg => call.legs.filter(({ role }) => role === 'third-party')[index]!;
const looks = (call: Call): string =>
  [call.state, ...call.legs.map(({ role, state }) => `${role} ${state}`), ...(call.isMerged ? ['merged'] : [])].join(
    ', '
  );

describe('a call of many', () => {
  it('takes five more besides the agent and the customer, and no sixth', async () => {
    const played = await talking(agent('bob'), agent('cleo'), number(1), number(2), number(3));
    const call = played.callOf('ada');
    assert.equal(call.legs.length, 7);
    assert.ok(call.isMerged && call.legs.every(({ state }) => state === 'connected'));
    assert.equal(new Set(call.legs.map(({ legId }) => legId)).size, 7);
    for (const kind of ['joins', 'consulted'])
      assert.equal(played.attempt('ada', 'transfer', { target: number(4), kind }), 'wrong-state');
    played.act('ada', 'end', { legId: third(call, 0).legId });
    assert.equal(played.attempt('ada', 'transfer', { target: number(4), kind: 'joins' }), 'done');
  });

  it('has whoever joins in it as soon as they answer, and nobody waits meanwhile', async () => {
    const played = await talking();
    const calling = played.act('ada', 'transfer', { target: agent('bob'), kind: 'joins' });
    assert.equal(looks(calling), 'connected, agent connected, customer connected, third-party ringing');
    assert.equal(third(calling, 0).joinsAtOnce, true);
    played.act('bob', 'accept');
    assert.equal(
      looks(played.callOf('ada')),
      'connected, agent connected, customer connected, third-party connected, merged'
    );
    assert.equal('joinsAtOnce' in third(played.callOf('ada'), 0), false);
    assert.equal(played.callOf('bob').isMerged, true);
    assert.deepEqual(played.changes('ada').slice(-3), ['leg-added', 'leg-connected', 'merged']);
  });

  it('is not one conversation while the customer waits, until it is merged', async () => {
    const played = await talking();
    played.act('ada', 'hold', { legId: played.leg('ada', 'customer').legId, isOnHold: true });
    played.act('ada', 'transfer', { target: number(1), kind: 'joins' });
    played.clock.pass(300);
    assert.equal(looks(played.callOf('ada')), 'connected, agent connected, customer held, third-party connected');
    assert.equal(played.act('ada', 'conference').isMerged, true);
  });

  it('waits while the agent asks one more, and is merged with that one afterwards', async () => {
    const played = await talking(agent('bob'));
    played.act('ada', 'transfer', { target: number(1), kind: 'consulted' });
    played.clock.pass(300);
    assert.equal(
      looks(played.callOf('ada')),
      'connected, agent connected, customer held, third-party held, third-party connected'
    );
    assert.equal(played.callOf('bob').isMerged, false);
    const swapped = played.act('ada', 'swap');
    assert.deepEqual(
      swapped.legs.slice(1).map(({ state }) => state),
      ['connected', 'connected', 'held']
    );
    assert.equal(played.act('ada', 'conference').isMerged, true);
    assert.equal(played.callOf('bob').isMerged, true);
    played.clock.pass(60_000);
    assert.equal(played.callOf('ada').holdSeconds, 0);
  });

  it('lets who is still called when it is merged join on answering', async () => {
    const played = await talking(number(1));
    played.act('ada', 'transfer', { target: agent('bob'), kind: 'consulted' });
    played.act('ada', 'conference');
    played.act('bob', 'accept');
    assert.equal(played.callOf('bob').isMerged, true);
    assert.ok(played.callOf('ada').legs.every(({ state }) => state === 'connected'));
  });

  it('holds, mutes and swaps each party by itself', async () => {
    const played = await talking(number(1), number(2));
    const [one, two] = [third(played.callOf('ada'), 0).legId, third(played.callOf('ada'), 1).legId];
    const held = played.act('ada', 'hold', { legId: one, isOnHold: true });
    assert.deepEqual([third(held, 0).state, third(held, 1).state, held.isMerged], ['held', 'connected', true]);
    const muted = played.act('ada', 'mute', { legId: two, isMuted: true });
    assert.deepEqual([muted.isMuted, third(muted, 0).isMuted, third(muted, 1).isMuted], [false, undefined, true]);
    const heard = played.act('ada', 'mute', { legId: two, isMuted: false });
    assert.equal('isMuted' in third(heard, 1), false);
    const swapped = played.act('ada', 'swap', { holdLegId: two, resumeLegId: one });
    assert.equal(
      looks(swapped),
      'connected, agent connected, customer connected, third-party connected, third-party held'
    );
    assert.equal(played.attempt('ada', 'swap', { holdLegId: two, resumeLegId: two }), 'invalid-participant');
    assert.equal(played.attempt('ada', 'swap', { holdLegId: two }), 'invalid-participant');
  });

  it('stays merged when one of many leaves, and is an ordinary call when two are left', async () => {
    const played = await talking(agent('bob'), number(1));
    played.act('bob', 'end');
    assert.equal(played.callOf('ada').isMerged, true);
    played.act('ada', 'end', { legId: third(played.callOf('ada'), 0).legId });
    assert.equal(looks(played.callOf('ada')), 'connected, agent connected, customer connected');
  });

  it('loses a busy line alone, whoever else is called at the same time', async () => {
    const played = await talking();
    played.act('ada', 'transfer', { target: number(1), kind: 'joins' });
    played.act('ada', 'transfer', { target: { kind: 'number', number: '+442079460486' }, kind: 'joins' });
    played.clock.pass(300);
    const call = played.callOf('ada');
    assert.deepEqual([call.legs.length, call.isMerged], [3, true]);
  });

  it('goes on without the agent who made it: another one has the customer and everybody else', async () => {
    const played = await talking(agent('bob'), agent('cleo'), number(1));
    played.act('ada', 'transfer', { target: number(2), kind: 'joins' });
    played.act('ada', 'end');
    assert.equal(
      looks(played.callOf('bob')),
      'connected, agent connected, customer connected, third-party connected, third-party connected, merged'
    );
    assert.equal(played.callOf('bob').direction, 'transfer');
    assert.equal(third(played.callOf('cleo'), 0).name, 'Bob');
    played.act('bob', 'end', { legId: third(played.callOf('bob'), 0).legId });
    assert.equal(played.callOf('cleo').state, 'wrap-up', 'their call leads to bob now');
    played.act('bob', 'end');
    const keys = (event: string): readonly string[] =>
      played.reports.filter((report) => report.event === event).map(({ callKey }) => callKey);
    assert.deepEqual(keys('ended'), keys('started'));
    assert.equal(keys('started').length, 2);
  });

  it('goes on between agents when the customer and the one who made it are gone', async () => {
    const played = await talking(agent('bob'), agent('cleo'));
    played.org.customer(played.callOf('ada').callId, 'hang-up', undefined);
    assert.equal(played.callOf('ada').isMerged, true);
    played.act('ada', 'end');
    assert.equal(looks(played.callOf('bob')), 'connected, agent connected, third-party connected');
    played.act('cleo', 'end');
    assert.equal(played.callOf('bob').state, 'wrap-up');
    assert.equal(played.reports.filter(({ event }) => event === 'started').length, 1, 'no customer, no record');
  });

  it('ends for all when nobody but people outside would be left', async () => {
    const played = await talking(number(1), number(2));
    assert.equal(played.act('ada', 'end').state, 'wrap-up');
  });
});
