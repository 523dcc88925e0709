import assert from 'node:assert/strict';
import { playOrg, type PlayedOrg } from './played-org';
import { type AgentMessage, type SentMessage } from './shapes';

const everybody = { kind: 'everybody' };
let requests = 0;
const send = (played: PlayedOrg, given: Readonly<Record<string, unknown>> = {}): SentMessage =>
  played.org.command('sue', 'send-message', {
    ...{ requestId: `r-${(requests += 1)}`, text: 'Stand-up at ten', to: everybody },
    ...given
  }) as SentMessage;
const unread = (played: PlayedOrg, agentId: string): readonly AgentMessage[] => played.org.snapshot(agentId).messages;
const texts = (played: PlayedOrg, agentId: string): readonly string[] =>
  unread(played, agentId).map(({ text }) => text);
const sent = (played: PlayedOrg): readonly SentMessage[] => played.org.snapshot('sue').sentMessages!;
/** The last that an agent was told of messages by events. */
const told = (played: PlayedOrg, agentId: string): readonly string[] | undefined =>
  played
    .events(agentId)
    .flatMap((event) => (event.type === 'messages' ? [event.messages.map(({ text }) => text)] : []))
    .at(-1);

describe('a message to agents', () => {
  it('reaches everybody of the call center, a queue or one agent, and never its author', () => {
    const played = playOrg();
    send(played);
    send(played, { text: 'Support only', to: { kind: 'queue', id: 'Support' } });
    send(played, { text: 'For Cleo', to: { kind: 'agent', id: 'cleo' }, isImportant: true });
    assert.deepEqual(texts(played, 'ada'), ['Stand-up at ten', 'Support only']);
    assert.deepEqual(texts(played, 'cleo'), ['Stand-up at ten', 'For Cleo']);
    assert.deepEqual(texts(played, 'sue'), []);
    assert.deepEqual(told(played, 'cleo'), ['Stand-up at ten', 'For Cleo']);
    const [, important] = unread(played, 'cleo');
    assert.deepEqual([important?.isImportant, important?.from, important?.until], [true, 'Sue', undefined]);
    assert.deepEqual(
      sent(played).map(({ to, readers }) => [to, readers.length]),
      [
        [everybody, 3],
        [{ kind: 'queue', id: 'Support', name: 'Support' }, 2],
        [{ kind: 'agent', id: 'cleo', name: 'Cleo' }, 1]
      ]
    );
  });

  it('is there until it is read, which supervisors see, and is read once', () => {
    const played = playOrg();
    const { messageId } = send(played);
    played.clock.pass(5_000);
    played.act('ada', 'mark-message-read', { messageId });
    played.clock.pass(5_000);
    assert.equal(played.attempt('ada', 'mark-message-read', { messageId }), 'done');
    assert.deepEqual([texts(played, 'ada'), told(played, 'ada'), texts(played, 'bob')], [[], [], ['Stand-up at ten']]);
    assert.deepEqual(sent(played)[0]?.readers, [
      { name: 'Ada', readAt: '2026-01-05T09:00:05.000Z' },
      { name: 'Bob' },
      { name: 'Cleo' }
    ]);
    assert.equal(played.org.snapshot('ada').sentMessages, undefined, 'who is no supervisor sees no readers');
    assert.equal(
      played.events('ada').some(({ type }) => type === 'sent-messages'),
      false
    );
  });

  it('waits for who comes later, and follows who joins or leaves the queue', () => {
    const played = playOrg();
    send(played, { to: { kind: 'queue', id: 'Support' } });
    played.org.addAgent('dan', { name: 'Dan', queues: ['Support'] });
    played.org.addAgent('bob', { name: 'Bob', queues: ['Sales'] });
    assert.deepEqual([texts(played, 'dan'), texts(played, 'bob'), told(played, 'bob')], [['Stand-up at ten'], [], []]);
    assert.deepEqual(
      sent(played)[0]?.readers.map(({ name }) => name),
      ['Ada', 'Dan']
    );
  });

  it('ends by the clock of the system, or when a supervisor takes it away', () => {
    const played = playOrg();
    const short = send(played, { forSeconds: 60 });
    const long = send(played, { text: 'Line 3 is down' });
    assert.equal(short.until, '2026-01-05T09:01:00.000Z');
    played.clock.pass(60_000);
    assert.deepEqual([texts(played, 'ada'), told(played, 'ada')], [['Line 3 is down'], ['Line 3 is down']]);
    assert.equal(played.attempt('ada', 'mark-message-read', { messageId: short.messageId }), 'unknown-message');
    played.org.addAgent('tom', { name: 'Tom', isSupervisor: true });
    played.act('tom', 'withdraw-message', { messageId: long.messageId });
    assert.deepEqual([texts(played, 'ada'), told(played, 'ada'), sent(played)], [[], [], []]);
    assert.equal(played.attempt('sue', 'withdraw-message', { messageId: long.messageId }), 'unknown-message');
  });

  it('is gone with all others when the controls say so', () => {
    const played = playOrg();
    send(played, { forSeconds: 60 });
    send(played);
    played.org.forgetMessages();
    assert.deepEqual([texts(played, 'ada'), told(played, 'ada'), sent(played)], [[], [], []]);
    played.clock.pass(60_000);
  });

  it('is sent once, however often it is asked', () => {
    const played = playOrg();
    const first = send(played, { requestId: 'same' });
    assert.equal(send(played, { requestId: 'same' }).messageId, first.messageId);
    assert.equal(texts(played, 'ada').length, 1);
  });

  it('is for supervisors to send and take away, and for its readers to mark', () => {
    const played = playOrg();
    const { messageId } = send(played, { to: { kind: 'agent', id: 'cleo' } });
    const given = { requestId: 'r', text: 'Hello', to: everybody };
    assert.equal(played.attempt('ada', 'send-message', given), 'not-supported');
    assert.equal(played.attempt('ada', 'withdraw-message', { messageId }), 'not-supported');
    assert.equal(played.attempt('ada', 'mark-message-read', { messageId }), 'unknown-message');
  });

  const wrong: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['nothing in it', { text: ' \n ' }, 'invalid-message'],
    ['too much in it', { text: 'x'.repeat(501) }, 'invalid-message'],
    ['no text', { text: 7 }, 'invalid-message'],
    ['an endless end', { forSeconds: 604_801 }, 'invalid-message'],
    ['an end before it began', { forSeconds: 0 }, 'invalid-message'],
    ['no id', { requestId: undefined }, 'bad-request'],
    ['nobody named', { to: undefined }, 'bad-request'],
    ['a queue that nobody serves', { to: { kind: 'queue', id: 'Night' } }, 'invalid-destination'],
    ['an agent who is not there', { to: { kind: 'agent', id: 'zoe' } }, 'invalid-destination'],
    ['its author', { to: { kind: 'agent', id: 'sue' } }, 'invalid-destination']
  ];
  for (const [what, given, code] of wrong) {
    it(`is refused with ${what}`, () => {
      const played = playOrg();
      const asked = { requestId: 'r', text: 'Hello', to: everybody, ...given };
      assert.equal(played.attempt('sue', 'send-message', asked), code);
      assert.deepEqual(sent(played), []);
    });
  }

  it('is kept to a hundred: what all have read makes way, what somebody has not read does not', () => {
    const played = playOrg();
    const first = send(played, { text: 'x'.repeat(500) });
    for (let count = 1; count < 100; count += 1) send(played);
    const more = { requestId: 'one-more', text: 'One more', to: everybody };
    assert.equal(played.attempt('sue', 'send-message', more), 'too-many-messages');
    for (const agentId of ['ada', 'bob', 'cleo'])
      played.act(agentId, 'mark-message-read', { messageId: first.messageId });
    assert.equal(played.attempt('sue', 'send-message', more), 'done');
    assert.deepEqual([sent(played).length, texts(played, 'ada').at(-1)], [100, 'One more']);
  });
});
