import assert from 'node:assert/strict';
import { openCallsWorld, type CallsWorld } from './calls-world';
import { until } from './until';

type Offered = {
  readonly callId: string;
  readonly voiceCallId?: string;
  readonly state: string;
  readonly legs: readonly { readonly legId: string; readonly role: string }[];
};

describe('calls of the phone system on this computer', function () {
  this.timeout(60_000);
  let world: CallsWorld;
  let ringing: Map<string, Offered>;
  beforeEach(async () => {
    world = await openCallsWorld();
    const keyId = await world.newKey();
    await world.admin('POST', `/keys/${keyId}/activate`);
    ringing = new Map();
    staff();
  });
  afterEach(() => world.close());

  const system = () => world.phone.org(world.org.orgId);
  function staff(): void {
    system().subscribe((agentId, event) => {
      if (event.type === 'call' && event.change === 'offered') ringing.set(agentId, event.call);
    });
    for (const agentId of ['ada', 'bob'])
      system().addAgent(agentId, { name: agentId, queues: agentId === 'ada' ? ['Support'] : [] });
    for (const agentId of ['ada', 'bob']) system().setPresence(agentId, 'available');
  }
  const rings = async (agentId: string): Promise<Offered> => {
    await until(`${agentId}'s phone rings`, () => ringing.has(agentId));
    return ringing.get(agentId)!;
  };
  const rowOf = (voiceCallId: string | undefined) => world.calls().find(({ Id }) => Id === voiceCallId);
  const isCompleted = (voiceCallId: string | undefined) => rowOf(voiceCallId)?.CallDisposition === 'completed';

  it('ring with their VoiceCall, keep it through a transfer, and are completed', async () => {
    await system().comeIn({ channel: 'phone', from: '+4420', to: '+4430', queue: 'Support' });
    const first = await rings('ada');
    assert.equal(rowOf(first.voiceCallId)?.FromPhoneNumber, '+4420');
    system().command('ada', 'accept', { callId: first.callId });
    const customer = first.legs.find(({ role }) => role === 'customer');
    system().command('ada', 'hold', { callId: first.callId, legId: customer?.legId, isOnHold: true });
    system().command('ada', 'hold', { callId: first.callId, legId: customer?.legId, isOnHold: false });
    system().command('ada', 'transfer', { callId: first.callId, target: { kind: 'agent', id: 'bob' }, kind: 'blind' });
    const second = await rings('bob');
    assert.notEqual(second.voiceCallId, first.voiceCallId);
    assert.equal(rowOf(second.voiceCallId)?.PreviousCallId, first.voiceCallId);
    system().command('bob', 'accept', { callId: second.callId });
    system().customer(second.callId, 'hang-up', undefined);
    await until('both completed', () => [first, second].every(({ voiceCallId }) => isCompleted(voiceCallId)));
    assert.deepEqual(
      [first, second].map(({ voiceCallId }) => [rowOf(voiceCallId)?.CallType, rowOf(voiceCallId)?.NumberOfHolds]),
      [
        ['Inbound', 1],
        ['Transfer', 0]
      ]
    );
    assert.deepEqual([world.calls().length, world.requests('POST'), world.requests('PATCH')], [2, 2, 2]);
  });

  it('get a VoiceCall for the second rep when the first one leaves after asking, and none for the question alone', async () => {
    await system().comeIn({ channel: 'phone', from: '+4420', to: '+4430', queue: 'Support' });
    const first = await rings('ada');
    system().command('ada', 'accept', { callId: first.callId });
    const bob = { kind: 'agent', id: 'bob' };
    system().command('ada', 'transfer', { callId: first.callId, target: bob, kind: 'consulted' });
    const question = await rings('bob');
    system().command('bob', 'accept', { callId: question.callId });
    assert.deepEqual(
      world.calls().map(({ Id }) => Id),
      [first.voiceCallId]
    );
    system().command('ada', 'end', { callId: first.callId });
    await until('a VoiceCall of the second rep', () => world.calls().length === 2);
    const second = world.calls().find(({ Id }) => Id !== first.voiceCallId);
    assert.deepEqual(
      [second?.CallType, second?.PreviousCallId, second?.FromPhoneNumber, second?.ToPhoneNumber],
      ['Transfer', first.voiceCallId, '+4420', '+4430']
    );
    system().customer(question.callId, 'hang-up', undefined);
    await until('both completed', () => world.calls().every(({ CallDisposition }) => CallDisposition === 'completed'));
    assert.deepEqual([world.calls().length, world.requests('POST'), world.requests('PATCH')], [2, 2, 2]);
  });

  it('need no second VoiceCall when the first rep comes back from asking', async () => {
    await system().comeIn({ channel: 'phone', from: '+4420', to: '+4430', queue: 'Support' });
    const first = await rings('ada');
    system().command('ada', 'accept', { callId: first.callId });
    const bob = { kind: 'agent', id: 'bob' };
    system().command('ada', 'transfer', { callId: first.callId, target: bob, kind: 'consulted' });
    const question = await rings('bob');
    system().command('bob', 'accept', { callId: question.callId });
    system().command('bob', 'end', { callId: question.callId });
    system().customer(first.callId, 'hang-up', undefined);
    await until('completed', () => isCompleted(first.voiceCallId));
    assert.deepEqual([world.calls().length, world.requests('POST'), world.requests('PATCH')], [1, 1, 1]);
  });

  it('ring without one when Salesforce is away, and get theirs, once', async () => {
    world.org.faults.add({ match: { path: '/telephony/*' }, fault: { kind: 'maintenance-page' } });
    await system().comeIn({ channel: 'phone', from: '+4420', to: '+4430', queue: 'Support' });
    const call = await rings('ada');
    assert.equal(call.voiceCallId, undefined);
    system().command('ada', 'accept', { callId: call.callId });
    system().customer(call.callId, 'hang-up', undefined);
    await until('the end is told', async () => {
      const { calls } = (await world.admin('GET', '/calls')).body as {
        readonly calls: readonly { readonly endedAt?: string; readonly callKey: string }[];
      };
      return calls[0]?.endedAt !== undefined;
    });
    world.org.faults.clear();
    const { calls } = (await world.admin('GET', '/calls')).body as {
      readonly calls: readonly { readonly callKey: string }[];
    };
    await world.admin('POST', `/calls/${calls[0]?.callKey}/retry`);
    await until('completed', () => world.calls().some(({ CallDisposition }) => CallDisposition === 'completed'));
    assert.equal(world.calls().length, 1);
    assert.equal(world.calls()[0]?.ToPhoneNumber, '+4430');
  });

  it('that the customer gives up in the queue are completed too', async () => {
    system().setPresence('ada', 'break');
    const { waitingId } = await system().comeIn({ channel: 'phone', from: '+4420', to: '+4430', queue: 'Support' });
    assert.equal(world.calls().length, 1);
    system().customer(waitingId ?? '', 'hang-up', undefined);
    await until('completed', () => world.calls().every(({ CallDisposition }) => CallDisposition === 'completed'));
    assert.equal(world.requests('PATCH'), 1);
  });

  it('whose end the phone system could not tell for a while are completed when it can', async () => {
    const faults = (body: object) =>
      fetch(`${world.phone.control}/__local/faults`, { method: 'PUT', body: JSON.stringify(body) });
    await system().comeIn({ channel: 'phone', from: '+4420', to: '+4430', queue: 'Support' });
    const call = await rings('ada');
    await faults({ failReports: true });
    system().command('ada', 'accept', { callId: call.callId });
    system().customer(call.callId, 'hang-up', undefined);
    await faults({ failReports: false });
    await until('completed', () => isCompleted(call.voiceCallId));
    assert.deepEqual([world.calls().length, world.requests('PATCH')], [1, 1]);
  });
});
