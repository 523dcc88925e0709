import assert from 'node:assert/strict';
import { conversationOf } from '../../local/org/telephony/conversation';
import { openCallsWorld, type CallsWorld } from './calls-world';
import { until } from './until';

type Answered = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

describe('what a phone system tells and asks Salesforce about calls', function () {
  this.timeout(60_000);
  let world: CallsWorld;
  beforeEach(async () => {
    world = await openCallsWorld();
    const keyId = await world.newKey();
    await world.admin('POST', `/keys/${keyId}/activate`);
    system().addAgent('ada', { name: 'Ada', queues: ['Support'] });
    system().setPresence('ada', 'available');
  });
  afterEach(() => world.close());

  const system = () => world.phone.org(world.org.orgId);
  /** As somebody at the controls of the phone system says it. */
  const say = async (place: string, body: object): Promise<Answered> => {
    const url = `${world.phone.control}/__local/orgs/${world.org.orgId}${place}`;
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Answered['body'] };
  };
  const about = (callId: string, what: string, body: object = {}) => say(`/calls/${callId}/salesforce/${what}`, body);
  const rowOf = (voiceCallId: string | undefined) => world.calls().find(({ Id }) => Id === voiceCallId);
  const talk = async (): Promise<{ readonly callId: string; readonly voiceCallId: string }> => {
    const { callId = '' } = await system().comeIn({ channel: 'phone', from: '+4420', to: '+4430', agent: 'ada' });
    system().command('ada', 'accept', { callId });
    const { voiceCallId = '' } = system()
      .snapshot('ada')
      .calls.find((each) => each.callId === callId)!;
    return { callId, voiceCallId };
  };

  it('tells lines of several calls at once, and none when there is one too many', async () => {
    system().addAgent('bob', { name: 'Bob' });
    const first = await talk();
    const { callId: other = '' } = await system().comeIn({
      ...{ channel: 'phone', from: '+4421', to: '+4430', agent: 'bob' }
    });
    const at = '2026-11-01T10:00:00.000Z';
    const line = { participantId: 'p', senderType: 'END_USER', content: 'Hello', startedAt: at, endedAt: at };
    const entry = (callId: string, count: number) => ({
      callId,
      messages: Array.from({ length: count }, (_, index) => ({ ...line, messageId: `m${index}` }))
    });
    const bulk = (...entries: readonly object[]) => say('/salesforce/messages', { entries });
    const kept = () => world.calls().map(({ Id }) => conversationOf(world.org.data, Id).messages.length);
    assert.equal((await bulk(entry(first.callId, 1), entry(other, 6))).status, 400);
    assert.equal((await bulk(entry(first.callId, 1), entry('call-of-nobody', 1))).status, 400);
    assert.deepEqual(kept(), [0, 0]);
    const answer = await bulk(entry(first.callId, 5), entry(other, 2));
    assert.deepEqual(answer, { status: 200, body: { answer: { result: 'Accepted' } } });
    assert.deepEqual(kept(), [5, 2]);
  });

  it('tells what was noticed in a call once it is closed, sorted by start', async () => {
    const { callId, voiceCallId } = await talk();
    const noticed = { type: 'IntelligenceSignal__Sentiment', value: '10', participant: 'AGENT' };
    const [early, late] = ['2026-11-01T10:00:00.000Z', '2026-11-01T10:00:09.000Z'] as const;
    const events = [late, early].map((startedAt) => ({ ...noticed, startedAt, endedAt: late }));
    const tooSoon = await about(callId, 'post-events', { service: 'Ear', events });
    assert.deepEqual([tooSoon.status, tooSoon.body.code], [409, 'NOT_OVER']);
    system().customer(callId, 'hang-up', undefined);
    await until('completed', () => rowOf(voiceCallId)?.CallDisposition === 'completed');
    let told: Answered | undefined;
    for (const end = Date.now() + 10_000; told === undefined || (told.status === 409 && Date.now() < end);)
      told = await about(callId, 'post-events', { service: 'Ear', events });
    assert.deepEqual(told, { status: 200, body: { answer: { status: '202 Accepted' } } });
    assert.deepEqual(
      conversationOf(world.org.data, voiceCallId).signals.map(({ startTime }) => startTime),
      [Date.parse(early), Date.parse(late)]
    );
    const unknown = { service: 'Ear', events: [{ ...events[0], type: 'Mood' }] };
    assert.deepEqual((await about(callId, 'post-events', unknown)).body.code, 'REFUSED');
  });

  it('reroutes a call that goes on, and hears that one that is over cannot be', async () => {
    const { callId, voiceCallId } = await talk();
    const before = rowOf(voiceCallId)?.OwnerId;
    const rep = world.org.data.insert('User', { Username: 'rep@reroute.test', LastName: 'Rep' });
    world.org.data.update('VoiceCall', voiceCallId, { OwnerId: rep.Id });
    assert.deepEqual(await about(callId, 'reroute'), { status: 200, body: { answer: { status: 'Success' } } });
    assert.equal(rowOf(voiceCallId)?.OwnerId, before);
    system().customer(callId, 'hang-up', undefined);
    await until('completed', () => rowOf(voiceCallId)?.CallDisposition === 'completed');
    const late = await about(callId, 'reroute');
    assert.deepEqual([late.status, late.body.code], [422, 'REFUSED']);
  });
});
