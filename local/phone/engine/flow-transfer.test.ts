import assert from 'node:assert/strict';
import { playOrg, type PlayedOrg } from './played-org';
import { type Call } from './shapes';

const to = (id: string) => ({ target: { kind: 'flow', id } });
const support = { kind: 'queue', id: 'Support' } as const;
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a transfer to a flow of Salesforce', () => {
  let played: PlayedOrg;
  let asked: (readonly [key: string, flow: string])[];
  beforeEach(async () => {
    played = playOrg();
    asked = [];
    await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
  });

  const names = (target: Awaited<ReturnType<PlayedOrg['runFlow']>>): void => {
    played.runFlow = (key, flow) => {
      asked.push([key, flow]);
      return Promise.resolve(target);
    };
  };
  const hand = (flow: string, kind: string): Promise<Call> => {
    const { callId } = played.callOf('ada');
    return played.org.command('ada', 'transfer', { callId, kind, ...to(flow) }) as Promise<Call>;
  };
  const refused = (transfer: Promise<Call>): Promise<unknown> =>
    transfer.then(
      () => 'done',
      (error: unknown) => (error as { readonly code: unknown }).code
    );
  const keys = (event: 'started' | 'ended'): readonly string[] =>
    played.reports.filter((report) => report.event === event).map(({ callKey }) => callKey);

  it('runs it for a VoiceCall of the transfer, and rings whoever it names', async () => {
    names(support);
    played.org.setPresence('bob', 'available');
    const [first = ''] = keys('started');
    const ended = await hand('Support_Routing', 'blind');
    assert.equal(ended.state, 'wrap-up');
    const [, second = ''] = keys('started');
    assert.deepEqual(asked, [[second, 'Support_Routing']]);
    const { initiationMethod, parentCallKey } = played.reports.find(({ callKey }) => callKey === second)!;
    assert.deepEqual([initiationMethod, parentCallKey], ['Transfer', first]);
    const { state, queue, direction } = played.callOf('bob');
    assert.deepEqual([state, queue, direction], ['ringing', 'Support', 'transfer']);
    assert.deepEqual([keys('ended'), played.forgotten], [[first], []]);
  });

  it('leaves the call as it is when the flow names nobody, and ends the VoiceCall that was made for it', async () => {
    assert.equal(await refused(hand('Billing_Routing', 'blind')), 'invalid-destination');
    assert.equal(played.callOf('ada').state, 'connected');
    assert.deepEqual(keys('ended'), keys('started').slice(1));
  });

  it('leaves it as it is when nobody serves the queue, and Salesforce takes its routing back', async () => {
    names({ kind: 'queue', id: 'Nowhere' });
    assert.equal(await refused(hand('Nowhere', 'blind')), 'invalid-destination');
    assert.equal(played.callOf('ada').state, 'connected');
    assert.deepEqual(played.forgotten, keys('started').slice(1));
    assert.equal(await refused(hand('Nowhere', 'consulted')), 'invalid-destination');
    assert.equal(played.forgotten.at(-1), keys('started')[0]);
  });

  it('lets the agent talk first to whom it names, for the VoiceCall that there is', async () => {
    names({ kind: 'agent', id: 'bob' });
    const [first = ''] = keys('started');
    const call = await hand('Support_Routing', 'consulted');
    assert.deepEqual(asked, [[first, 'Support_Routing']]);
    const third = call.legs.find(({ role }) => role === 'third-party');
    assert.deepEqual([third?.state, third?.number, played.leg('ada', 'customer').state], ['ringing', '202', 'held']);
    assert.equal(keys('started').length, 1);
  });

  it('is not begun twice, and not done for a customer who left meanwhile', async () => {
    let answer = (_: typeof support): void => undefined;
    played.runFlow = () => new Promise((resolve) => (answer = resolve));
    const first = hand('Support_Routing', 'blind');
    assert.equal(await refused(hand('Support_Routing', 'blind')), 'wrong-state');
    await settled();
    played.org.customer(played.callOf('ada').callId, 'hang-up', undefined);
    answer(support);
    assert.equal(await refused(first), 'wrong-state');
    assert.deepEqual(played.callsOf('bob'), []);
    assert.deepEqual(played.forgotten, keys('started').slice(1));
    assert.deepEqual([...keys('ended')].sort(), [...keys('started')].sort());
  });
});
