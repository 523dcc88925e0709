import assert from 'node:assert/strict';
import { playOrg, type PlayedOrg } from './played-org';

const available = (played: PlayedOrg, ...agentIds: readonly string[]): void => {
  for (const agentId of agentIds) {
    played.act(agentId, 'set-presence', { presenceId: 'available' });
    played.clock.pass(1000);
  }
};
const support = { queue: 'Support' };
const keys = (played: PlayedOrg, event: string): readonly string[] =>
  played.reports.filter((report) => report.event === event).map(({ callKey }) => callKey);
/** Each key began once and ended once. */
const assertPaired = (played: PlayedOrg, count: number): void => {
  assert.equal(new Set(keys(played, 'started')).size, count);
  assert.deepEqual([...keys(played, 'ended')].sort(), [...keys(played, 'started')].sort());
};
const waiting = (played: PlayedOrg): number =>
  played.org.snapshot('ada').queues.find(({ id }) => id === 'Support')!.waiting;

describe('calls of a queue', () => {
  it('ring the agent who has been available longest', async () => {
    const played = playOrg();
    available(played, 'bob', 'ada');
    await played.comesIn(support);
    assert.equal(played.callOf('bob').state, 'ringing');
    assert.deepEqual(played.callsOf('ada'), []);
  });

  it('go to the next agent when nobody answers in time or the agent declines, and begin and end once for servers', async () => {
    const played = playOrg();
    available(played, 'ada', 'bob');
    await played.comesIn(support);
    played.clock.pass(29_999);
    assert.equal(played.callOf('ada').state, 'ringing');
    played.clock.pass(1);
    assert.deepEqual(played.callsOf('ada'), []);
    const [missed] = played.org.snapshot('ada').endedCalls;
    assert.deepEqual([missed?.outcome, missed?.state], ['missed', 'ended']);
    assert.equal(played.act('bob', 'decline').outcome, 'declined');
    assert.equal(waiting(played), 1, 'both were asked, so it waits');
    played.clock.pass(10_000);
    assert.equal(played.callOf('ada').state, 'ringing', 'everybody is asked again');
    played.act('ada', 'accept');
    played.org.customer(played.callOf('ada').callId, 'hang-up', undefined);
    assertPaired(played, 1);
  });

  it('wait in order and are served when somebody becomes available', async () => {
    const played = playOrg();
    for (let count = 0; count < 3; count += 1) {
      await played.comesIn(support);
      played.clock.pass(5000);
    }
    assert.equal(waiting(played), 3);
    assert.equal(played.org.snapshot('ada').queues[1]?.longestWaitSeconds, 15);
    available(played, 'ada', 'bob');
    assert.deepEqual([played.callOf('ada').from, played.callOf('bob').from], ['+442079460001', '+442079460002']);
    played.act('bob', 'accept');
    played.act('bob', 'end');
    assert.equal(waiting(played), 1, 'who wraps up is not free');
    played.act('bob', 'finish-wrap-up');
    played.clock.pass(0);
    assert.equal(played.callOf('bob').from, '+442079460003');
  });

  it('are served when an agent whose phone rang is free again, though they stayed available', async () => {
    const played = playOrg();
    available(played, 'ada');
    const first = await played.comesIn(support);
    await played.comesIn(support);
    assert.equal(waiting(played), 1);
    played.org.customer(first, 'hang-up', undefined);
    played.clock.pass(0);
    assert.equal(played.callOf('ada').from, '+442079460002');
    assert.equal(played.org.snapshot('ada').endedCalls[0]?.outcome, 'abandoned');
  });

  it('are offered again to who declined and then says to be available', async () => {
    const played = playOrg();
    available(played, 'ada');
    await played.comesIn(support);
    played.act('ada', 'decline');
    played.clock.pass(0);
    assert.deepEqual(played.callsOf('ada'), []);
    available(played, 'ada');
    assert.equal(played.callOf('ada').state, 'ringing');
  });

  it('that are abandoned while they wait end once for servers and are offered to nobody', async () => {
    const played = playOrg();
    const waitingId = await played.comesIn(support);
    played.clock.pass(7000);
    played.org.customer(waitingId, 'hang-up', undefined);
    available(played, 'ada');
    assert.deepEqual(played.callsOf('ada'), []);
    assertPaired(played, 1);
    assert.equal(played.reports[1]?.endedAt, '2026-01-05T09:00:07.000Z');
    assert.throws(() => played.org.customer(waitingId, 'hang-up', undefined), { code: 'unknown-call' });
  });

  it('ring only when servers were told, and carry their id', async () => {
    const played = playOrg();
    available(played, 'ada');
    let answer: (id: string) => void = () => assert.fail('nobody was told');
    played.answerReports = () => new Promise((resolve) => (answer = resolve));
    const rings = played.comesIn(support);
    assert.deepEqual(played.callsOf('ada'), []);
    answer('0LQ000000000001');
    await rings;
    assert.equal(played.callOf('ada').voiceCallId, '0LQ000000000001');
  });

  it('are told to servers when they are phone calls or voicemails, which say what they are; a chat is not', async () => {
    const played = playOrg();
    await played.comesIn({ agent: 'ada' }, 'chat');
    assert.deepEqual(played.reports, []);
    await played.comesIn({ agent: 'cleo' });
    assert.deepEqual(
      played.reports.map(({ event, callOrigin }) => [event, callOrigin]),
      [['started', undefined]]
    );
    played.act('cleo', 'decline');
    played.reports.length = 0;
    await played.comesIn({ agent: 'bob' }, 'voicemail');
    played.act('bob', 'decline');
    assertPaired(played, 1);
    assert.deepEqual(
      played.reports.map(({ callOrigin }) => callOrigin),
      ['Voicemail', 'Voicemail']
    );
  });

  it('ring beside a voicemail that waits, and a voicemail waits for ever', async () => {
    const played = playOrg();
    available(played, 'ada');
    await played.comesIn(support, 'voicemail');
    played.clock.pass(3_600_000);
    await played.comesIn(support);
    assert.deepEqual(
      played.callsOf('ada').map(({ channel, state }) => [channel, state]),
      [
        ['voicemail', 'ringing'],
        ['phone', 'ringing']
      ]
    );
  });

  it('refuse a second answer while the agent talks', async () => {
    const played = playOrg();
    await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
    const callId = await played.comesIn({ agent: 'ada' });
    assert.equal(played.attempt('ada', 'accept', { callId }), 'busy');
    const chat = await played.comesIn({ agent: 'ada' }, 'chat');
    assert.equal(played.attempt('ada', 'accept', { callId: chat }), 'done');
  });

  it('end once, whatever the customer does afterwards', async () => {
    const played = playOrg();
    const callId = await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
    played.org.customer(callId, 'hang-up', undefined);
    assert.equal(played.callOf('ada').state, 'wrap-up');
    assert.throws(() => played.org.customer(callId, 'hang-up', undefined), { code: 'wrong-state' });
    assertPaired(played, 1);
  });

  it('keep their recording when they are over', async () => {
    const played = playOrg();
    const callId = await played.comesIn({ agent: 'ada' });
    played.act('ada', 'accept');
    played.clock.pass(42_000);
    played.act('ada', 'end');
    played.act('ada', 'finish-wrap-up');
    const recording = played.org.command('ada', 'recording-url', { callId }) as { durationSeconds: number };
    assert.equal(recording.durationSeconds, 42);
    assert.equal(played.attempt('bob', 'recording-url', { callId }), 'unknown-call', 'nobody hears another one');
  });
});
