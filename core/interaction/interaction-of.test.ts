import assert from 'node:assert/strict';
import { type Interaction } from './interaction';
import { interactionOf } from './interaction-of';
import { addPhoneEvent } from './leg-history';
import { type LegDetails, type LegHistory, type PhoneEvent } from './phone-event';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 5, 9) + second * 1000).toISOString();

function event(type: PhoneEvent['type'], second: number, more: Partial<PhoneEvent> = {}): PhoneEvent {
  return { type, callKey: 'leg-1', at: at(second), ...more };
}

function after(events: readonly PhoneEvent[], now?: string): Interaction {
  const history = events.reduce<LegHistory>(addPhoneEvent, []);
  const interaction = interactionOf(history, now);
  assert.ok(interaction);
  return interaction;
}

const details: LegDetails = {
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  queue: 'Support',
  from: '+442079460958',
  attributes: { case: '00001026' }
};
const call = [
  event('offered', 0, { details }),
  event('answered', 10),
  event('held', 40),
  event('resumed', 55),
  event('held', 60),
  event('resumed', 61),
  event('ended', 100),
  event('wrapped-up', 130)
];

describe('an interaction', () => {
  it('goes from ringing to done and counts talk and hold apart', () => {
    const states = call.map((_event, index) => after(call.slice(0, index + 1)).state);
    assert.deepEqual(states, ['ringing', 'active', 'held', 'active', 'held', 'active', 'wrap-up', 'done']);
    assert.deepEqual(after(call), {
      callKey: 'leg-1',
      state: 'done',
      ...details,
      startedAt: at(0),
      answeredAt: at(10),
      endedAt: at(100),
      talkSeconds: 74,
      holdSeconds: 16,
      outcome: 'answered'
    });
  });

  it('is the same whatever the order of arrival, and however often each event comes', () => {
    const expected = after(call);
    let seed = 7;
    const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 200; round++) {
      const mixed = [...call, ...call.filter(() => random() < 0.5)].sort(() => random() - 0.5);
      assert.deepEqual(after(mixed), expected);
    }
  });

  it('counts a running stretch up to now', () => {
    assert.equal(after(call.slice(0, 2), at(25)).talkSeconds, 15);
    assert.equal(after(call.slice(0, 3), at(45)).holdSeconds, 5);
    assert.equal(after(call.slice(0, 2), at(5)).talkSeconds, 0, 'a clock behind the phone system counts nothing');
    assert.equal(after(call, at(9999)).talkSeconds, 74);
  });

  it('says how it ended', () => {
    const outcomeOf = (...events: readonly PhoneEvent[]): unknown => {
      const { outcome, state } = after(events);
      return [outcome, state];
    };
    const offered = event('offered', 0);
    const outbound = event('offered', 0, { details: { direction: 'outbound' } });
    const voicemail = event('offered', 0, { details: { channel: 'voicemail' } });
    assert.deepEqual(outcomeOf(offered), [undefined, 'ringing']);
    assert.deepEqual(outcomeOf(offered, event('ended', 20)), ['missed', 'done']);
    assert.deepEqual(outcomeOf(offered, event('ended', 20, { outcome: 'abandoned' })), ['abandoned', 'done']);
    assert.deepEqual(outcomeOf(offered, event('ended', 20, { outcome: 'declined' })), ['declined', 'done']);
    assert.deepEqual(outcomeOf(outbound, event('ended', 20)), ['failed', 'done']);
    assert.deepEqual(outcomeOf(offered, event('ended', 20, { outcome: 'answered' })), ['missed', 'done']);
    assert.deepEqual(outcomeOf(offered, event('answered', 5), event('ended', 20, { outcome: 'missed' })), [
      'answered',
      'wrap-up'
    ]);
    assert.deepEqual(outcomeOf(outbound, event('answered', 5), event('ended', 20, { outcome: 'voicemail' })), [
      'voicemail',
      'wrap-up'
    ]);
    assert.deepEqual(outcomeOf(voicemail, event('answered', 5), event('ended', 20)), ['voicemail', 'wrap-up']);
  });

  it('takes details from any event, the newest word on each field', () => {
    const late = event('described', 200, {
      details: { recordingUrl: 'https://x.example/r', attributes: { plan: 'gold' } }
    });
    const interaction = after([...call, late]);
    assert.equal(interaction.recordingUrl, 'https://x.example/r');
    assert.deepEqual(interaction.attributes, { case: '00001026', plan: 'gold' });
    assert.equal(interaction.from, '+442079460958');
    assert.equal(interaction.state, 'done');
    const unset = after([...call, event('described', 201, { details: { from: undefined } })]);
    assert.equal(unset.from, '+442079460958');
  });

  it('keeps the newest text of a chat and no older one, in whatever order they arrive', () => {
    const texts = Array.from({ length: 30 }, (_none, line) =>
      event('described', line + 1, { details: { text: 'Hello.\n'.repeat(line + 1) } })
    );
    const orders = [texts, [...texts].reverse(), [...texts.slice(15), ...texts, ...texts]];
    for (const order of orders) {
      const history = [event('offered', 0, { details }), ...order].reduce<LegHistory>(addPhoneEvent, []);
      assert.equal(interactionOf(history)?.text, 'Hello.\n'.repeat(30));
      assert.equal(history.filter(({ details: known }) => known?.text !== undefined).length, 1);
      assert.equal(history.length, 31);
    }
  });

  it('lives with lost events', () => {
    assert.equal(after([event('held', 3)], at(8)).holdSeconds, 5);
    assert.equal(after([event('held', 3)]).answeredAt, at(3));
    assert.equal(after([event('resumed', 3)]).state, 'active');
    const noEnd = after([event('answered', 0), event('wrapped-up', 30)]);
    assert.deepEqual([noEnd.state, noEnd.endedAt, noEnd.talkSeconds], ['done', at(30), 30]);
    const { interactionKey, channel, direction } = after([event('answered', 0)]);
    assert.deepEqual([interactionKey, channel, direction], ['leg-1', 'phone', 'inbound']);
  });

  it('does not come back to life after its end', () => {
    const zombie = after([...call.slice(0, 7), event('held', 105), event('answered', 106), event('ended', 110)]);
    assert.deepEqual([zombie.state, zombie.endedAt, zombie.talkSeconds], ['wrap-up', at(100), 74]);
  });

  it('ignores events of another leg and without a readable time', () => {
    const history = call.reduce<LegHistory>(addPhoneEvent, []);
    assert.equal(addPhoneEvent(history, event('held', 1, { callKey: 'leg-2' })), history);
    assert.equal(addPhoneEvent(history, event('held', 1, { at: 'yesterday' })), history);
    assert.equal(interactionOf([]), undefined);
  });
});
