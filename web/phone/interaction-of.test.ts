import assert from 'node:assert/strict';
import { parseInteraction } from '../../core/phone-message/parse-interaction';
import { callIdOf, callKeyOf, interactionOf } from './interaction-of';
import { type PhoneCall, type PhoneLeg } from './phone';

const leg = (role: PhoneLeg['role'], state: PhoneLeg['state'] = 'connected'): PhoneLeg => ({
  legId: role,
  role,
  state
});
const call: PhoneCall = {
  callId: 'c-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'connected',
  from: '+442079460958',
  to: '+442079460000',
  queue: 'Support',
  legs: [leg('agent'), leg('customer')],
  isMuted: false,
  isMerged: false,
  recording: 'running',
  startedAt: '2026-01-05T09:00:00.000Z',
  answeredAt: '2026-01-05T09:00:10.000Z',
  holdSeconds: 20,
  outcome: 'answered',
  interactionKey: 'i-1',
  attributes: { caseNumber: '00001026' }
};
const now = Date.parse('2026-01-05T09:01:40.000Z');
const over: Partial<PhoneCall> = { state: 'wrap-up', endedAt: '2026-01-05T09:01:10.400Z' };
const of = (change: Partial<PhoneCall>): NonNullable<ReturnType<typeof interactionOf>> => {
  const made = interactionOf({ ...call, ...change }, 'ada', now);
  assert.ok(made);
  assert.deepEqual(parseInteraction(made), made, 'the components read it as it was made');
  return made;
};

describe('the interaction of a call', () => {
  it('counts the talk without the time on hold, up to now or to the end', () => {
    assert.deepEqual([of({}).talkSeconds, of({}).holdSeconds], [70, 20]);
    assert.equal(of(over).talkSeconds, 40);
    assert.equal(of({ answeredAt: undefined, state: 'ringing', holdSeconds: 0 }).talkSeconds, 0);
    assert.equal(
      of({ answeredAt: '2026-01-05T10:00:00.000Z' }).talkSeconds,
      0,
      'clocks differ, talk is never negative'
    );
  });

  const states: readonly (readonly [Partial<PhoneCall>, string])[] = [
    [{ state: 'ringing' }, 'ringing'],
    [{ state: 'dialing' }, 'ringing'],
    [{ state: 'connected' }, 'active'],
    [{ legs: [leg('agent'), leg('customer', 'held')] }, 'held'],
    [{ legs: [leg('agent'), leg('customer', 'held'), leg('third-party')] }, 'held'],
    [{ legs: [leg('agent'), leg('customer'), leg('third-party', 'held')] }, 'active'],
    [{ legs: [leg('agent'), leg('third-party', 'held')], direction: 'internal' }, 'held'],
    [{ ...over, legs: [leg('customer', 'held')] }, 'wrap-up'],
    [{ ...over, state: 'ended' }, 'done']
  ];
  states.forEach(([change, expected], index) =>
    it(`is ${expected} when the call is ${change.state ?? `connected with ${change.legs?.length} legs`} (${index})`, () =>
      assert.equal(of(change).state, expected))
  );

  const directions: readonly (readonly [PhoneCall['direction'], string])[] = [
    ['inbound', 'inbound'],
    ['transfer', 'inbound'],
    ['outbound', 'outbound'],
    ['callback', 'outbound'],
    ['internal', 'internal'],
    ['consult', 'internal']
  ];
  for (const [direction, expected] of directions)
    it(`of ${direction} is ${expected}`, () => assert.equal(of({ direction }).direction, expected));

  const unanswered: Partial<PhoneCall> = { ...over, state: 'ended', answeredAt: undefined, outcome: undefined };
  const outcomes: readonly (readonly [string, Partial<PhoneCall>, string | undefined])[] = [
    ['a call that goes on', {}, undefined],
    ['an answered call', over, 'answered'],
    ['an answered call that the system calls abandoned', { ...over, outcome: 'abandoned' }, 'answered'],
    ['an answered call that went to a machine', { ...over, outcome: 'voicemail' }, 'voicemail'],
    ['a declined call', { ...unanswered, outcome: 'declined' }, 'declined'],
    ['a call that nobody answered', unanswered, 'missed'],
    ['an unanswered call that the system calls answered', { ...unanswered, outcome: 'answered' }, 'missed'],
    ['a number that was not reached', { ...unanswered, direction: 'outbound' }, 'failed'],
    ['a callback that was not reached', { ...unanswered, direction: 'callback' }, 'failed'],
    ['a voicemail', { ...over, channel: 'voicemail' }, 'voicemail'],
    ['a voicemail that got lost', { ...over, channel: 'voicemail', outcome: 'failed' }, 'failed']
  ];
  for (const [what, change, expected] of outcomes)
    it(`of ${what} ends as ${expected ?? 'nothing yet'}`, () => assert.equal(of(change).outcome, expected));

  it('leaves out what is not known', () => {
    const bare = of({ from: '', to: '', queue: undefined });
    assert.deepEqual(
      ['from', 'to', 'queue', 'recordingUrl', 'text'].filter((name) => name in bare),
      []
    );
    const full = of({ ...over, recordingUrl: 'https://recordings.example.test/1.wav', text: 'Hello' });
    assert.deepEqual([full.recordingUrl, full.text], ['https://recordings.example.test/1.wav', 'Hello']);
  });

  it('is none for the supervisor who listens, and stays one for the agent who is listened to', () => {
    const supervision = { state: 'barged-in', agent: { agentId: 'sue', name: 'Sue' } } as const;
    assert.equal(interactionOf({ ...call, supervision }, 'sue', now), undefined);
    assert.ok(interactionOf({ ...call, supervision }, 'ada', now));
  });

  it('has a key for each rep that leads back to the call', () => {
    assert.notEqual(callKeyOf('c-1', 'ada'), callKeyOf('c-1', 'bob'));
    assert.equal(callIdOf(of({}).callKey, 'ada'), 'c-1');
    assert.equal(callIdOf(callKeyOf('a/b', 'ada'), 'ada'), 'a/b');
    assert.equal(callIdOf(callKeyOf('c-1', 'bob'), 'ada'), undefined);
  });
});
