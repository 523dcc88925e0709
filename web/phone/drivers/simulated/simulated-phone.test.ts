import assert from 'node:assert/strict';
import { PhoneError, type Phone, type PhoneEvent } from '../../phone';
import { handSockets, handTimers, sentCall, settled, type HandSocket, type HandTimers } from './hand-line';
import { createSimulatedPhone } from './simulated-phone';

const message = {
  ...{ messageId: 'm-1', text: 'Tea', isImportant: false, from: 'Sue' },
  sentAt: '2026-01-05T09:00:00Z'
};

describe('the driver when the line is bad', () => {
  let timers: HandTimers;
  let sockets: HandSocket[];
  let phone: Phone;
  let events: PhoneEvent[];
  let tickets: number;
  let refuseTicket: Error | undefined;
  let random: number;

  beforeEach(() => {
    timers = handTimers();
    const hand = handSockets();
    [sockets, events, tickets, refuseTicket, random] = [hand.sockets, [], 0, undefined, 1];
    phone = createSimulatedPhone({
      ...{ timers, WebSocket: hand.WebSocket, random: () => random },
      ticket: () => {
        tickets += 1;
        return refuseTicket
          ? Promise.reject(refuseTicket)
          : Promise.resolve({ url: 'wss://x', ticket: `t-${tickets}` });
      }
    });
    phone.subscribe((event) => events.push(event));
  });

  const last = (): HandSocket => sockets.at(-1)!;
  const connected = async (snapshot?: object): Promise<void> => {
    const opening = phone.connect();
    await settled();
    last().greet(snapshot);
    await opening;
  };
  /** The line is lost and another one is there. */
  const reconnected = async (snapshot?: object): Promise<void> => {
    last().closes(1006);
    await comesBack();
    last().greet(snapshot);
    await settled();
  };
  const comesBack = async (): Promise<void> => {
    const before = sockets.length;
    for (let waited = 0; sockets.length === before && waited < 60_000; waited += 500) await timers.pass(500);
  };
  const commands = (socket: HandSocket): readonly Readonly<Record<string, unknown>>[] =>
    socket.sent.filter(({ type }) => type === 'command');
  const news = (): readonly string[] =>
    events.flatMap((event) => (event.type === 'call' ? [`${event.change} ${event.call.callId}`] : []));
  const connections = (): readonly string[] =>
    events.flatMap((event) => (event.type === 'connection' ? [event.connection] : []));
  const codeOf = (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'done',
      (error: unknown) => (error as PhoneError).code
    );

  it('shows a new ticket for each connection', async () => {
    await connected();
    await reconnected();
    assert.deepEqual(
      sockets.map(({ sent }) => sent[0]?.ticket),
      ['t-1', 't-2']
    );
    assert.deepEqual(connections(), ['connecting', 'connected', 'reconnecting', 'connected']);
  });

  it('waits longer after each failure, at most half a minute, never exactly as long as others, and less when all is well', async () => {
    await connected();
    const pause = async (): Promise<number> => {
      timers.pauses.length = 0;
      last().closes(1006);
      const waited = timers.pauses[0]!;
      await timers.pass(waited);
      return waited;
    };
    const pauses: number[] = [];
    for (let count = 0; count < 9; count += 1) pauses.push(await pause());
    assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    random = 0;
    assert.equal(await pause(), 15_000);
    last().greet();
    await timers.pass(10_000);
    assert.equal(await pause(), 250);
  });

  it('rejects the first connection with why, and can be asked again', async () => {
    refuseTicket = new PhoneError('not-authorised', 'Nobody is logged in');
    assert.equal(await codeOf(phone.connect()), 'not-authorised');
    refuseTicket = new Error('no network');
    assert.equal(await codeOf(phone.connect()), 'not-connected');
    refuseTicket = undefined;
    const silent = codeOf(phone.connect());
    await timers.pass(10_000);
    assert.equal(await silent, 'timed-out');
    const left = codeOf(phone.connect());
    await settled();
    await phone.disconnect();
    assert.equal(await left, 'not-connected');
    assert.ok(sockets.every((socket) => socket.isClosed()));
    await timers.pass(3_600_000);
    assert.equal(tickets, 4, 'it does not try by itself');
    await connected();
  });

  for (const [what, lose] of [
    ['it is closed with 4401', () => last().closes(4401)],
    ['it is closed with 4403', () => last().closes(4403)],
    [
      'there are no more tickets',
      () => {
        refuseTicket = new PhoneError('not-authorised', 'Nobody is logged in');
        last().closes(1006);
      }
    ]
  ] as const)
    it(`stays away when ${what}, and rejects what is under way`, async () => {
      await connected();
      const muting = codeOf(phone.mute('c-1', true));
      lose();
      await timers.pass(9_000);
      assert.equal(await muting, 'not-authorised');
      assert.equal(connections().at(-1), 'closed');
      await timers.pass(3_600_000);
      assert.equal(sockets.length, 1);
    });

  it('goes on trying while tickets cannot be fetched', async () => {
    await connected();
    refuseTicket = new Error('no network');
    last().closes(1006);
    await timers.pass(60_000);
    assert.ok(tickets > 4);
    refuseTicket = undefined;
    await comesBack();
    last().greet();
    assert.equal(phone.snapshot().connection, 'connected');
  });

  it('sends again what was under way, with the same id, and takes the answer once', async () => {
    await connected();
    const accepting = phone.accept('c-1');
    const [command] = commands(last());
    last().closes(1006);
    await timers.pass(500);
    last().greet({ calls: [sentCall({ state: 'connected', isMuted: true })] });
    assert.deepEqual(commands(last()), [command]);
    const answer = { type: 'answer', id: command?.id, ok: true, result: sentCall({ state: 'connected' }) };
    last().say(answer);
    last().say(answer);
    assert.equal((await accepting).isMuted, true, 'the snapshot is newer than the answer');
  });

  it('opens another connection when an answer is overdue, and gives up after ten seconds', async () => {
    await connected();
    const muting = codeOf(phone.mute('c-1', true));
    await timers.pass(4_000);
    assert.ok(sockets[0]?.isClosed());
    await timers.pass(500);
    last().greet();
    assert.equal(commands(last()).length, 1);
    await timers.pass(5_500);
    assert.equal(await muting, 'timed-out');
    await reconnected();
    assert.deepEqual(commands(last()), [], 'what was given up is not done later');
  });

  it('does not send again what nobody remembers after the computer slept', async () => {
    await connected();
    const muting = codeOf(phone.mute('c-1', true));
    timers.jump(120_000);
    last().closes(1006);
    await timers.pass(500);
    last().greet();
    assert.equal(await muting, 'timed-out');
    assert.deepEqual(commands(last()), []);
  });

  it('notices a line that is silent, and one that beats is kept', async () => {
    await connected();
    for (let count = 0; count < 10; count += 1) {
      await timers.pass(15_000);
      last().say({ type: 'beat' });
    }
    assert.equal(sockets.length, 1);
    await timers.pass(45_000);
    assert.equal(connections().at(-1), 'reconnecting');
  });

  it('tells what was missed: ends, changes and new calls, and each once', async () => {
    const [leg] = [{ legId: 'a', role: 'agent', state: 'connected' }];
    const talk = {
      callId: 'talk',
      state: 'connected',
      legs: [leg, { legId: 'c', role: 'customer', state: 'connected' }]
    };
    await connected({
      calls: [sentCall(), sentCall({ callId: 'gone' }), sentCall(talk)],
      endedCalls: [sentCall({ callId: 'old', state: 'ended' })]
    });
    const held = {
      ...talk,
      isMuted: true,
      legs: [
        leg,
        { legId: 'c', role: 'customer', state: 'held' },
        { legId: 't', role: 'third-party', state: 'ringing' }
      ]
    };
    const after = {
      calls: [sentCall(held), sentCall({ callId: 'new' })],
      endedCalls: ['old', 'c-1', 'short'].map((callId) => sentCall({ callId, state: 'ended', outcome: 'declined' })),
      presence: { id: 'busy', name: 'Busy', kind: 'busy' }
    };
    await reconnected(after);
    assert.deepEqual(news(), [
      ...['ended c-1', 'ended gone', 'ended short', 'leg-added talk', 'held talk', 'muted talk', 'offered new']
    ]);
    const outcomes = events.flatMap((event) => (event.type === 'call' ? [event.call.outcome] : []));
    assert.deepEqual(outcomes.slice(0, 3), ['declined', 'missed', 'declined']);
    assert.deepEqual(events.at(-1), { type: 'presence', presence: after.presence, by: 'phone-system' });
    await reconnected(after);
    assert.equal(news().length, 7);
  });

  const unreadable: readonly (readonly [string, unknown])[] = [
    ['no JSON', '{'],
    ['a list', []],
    ['nothing known by type', { event: {} }],
    [
      'a call without legs',
      { type: 'event', event: { type: 'call', change: 'offered', call: sentCall({ legs: null }) } }
    ],
    ['a call in no known state', { type: 'event', event: { type: 'call', call: sentCall({ state: 'lost' }) } }],
    ['an answer to nothing', { type: 'answer', ok: true }],
    ['a snapshot without an agent', { type: 'snapshot', snapshot: {} }],
    ['a message without words', { type: 'event', event: { type: 'messages', messages: [{ ...message, text: 1 }] } }],
    ['a message to nobody', { type: 'event', event: { type: 'sent-messages', sentMessages: [{ ...message, to: {} }] } }]
  ];
  for (const [what, frame] of unreadable)
    it(`connects again after ${what}`, async () => {
      await connected();
      last().say(frame);
      assert.ok(last().isClosed());
      assert.deepEqual(
        events.flatMap((event) => (event.type === 'failure' ? [event.error.code] : [])),
        ['failed']
      );
      await timers.pass(500);
      last().greet();
      assert.equal(phone.snapshot().connection, 'connected');
    });

  it('knows what is to be read, and tells what changed of it while it was away', async () => {
    await connected({ messages: [message] });
    assert.deepEqual(phone.snapshot().messages, [message]);
    const newer = { ...message, messageId: 'm-2' };
    const sent = { ...newer, requestId: 'r-1', to: { kind: 'everybody' }, readers: [{ name: 'Bob' }] };
    last().say({ type: 'event', event: { type: 'messages', messages: [newer] } });
    last().say({ type: 'event', event: { type: 'sent-messages', sentMessages: [sent] } });
    assert.deepEqual([phone.snapshot().messages, phone.snapshot().sentMessages], [[newer], [sent]]);
    events.length = 0;
    await reconnected({ messages: [], sentMessages: [sent] });
    assert.deepEqual(
      events.filter(({ type }) => type.endsWith('messages')),
      [{ type: 'messages', messages: [] }]
    );
    assert.deepEqual([phone.snapshot().messages, phone.snapshot().abilities.messages], [[], false]);
  });

  it('leaves out what a newer phone system says besides', async () => {
    await connected();
    last().say({ type: 'weather', rain: true });
    last().say({ type: 'event', event: { type: 'tea', hot: true } });
    last().say({ type: 'event', event: { type: 'call', change: 'painted', call: sentCall({ colour: 'red' }) } });
    assert.deepEqual(news(), ['updated c-1']);
    assert.equal('colour' in phone.snapshot().calls[0]!, false);
    assert.equal(phone.snapshot().abilities.record, false, 'what it does not speak of, it cannot do');
  });

  it('rejects a command whose answer cannot be read, and connects again', async () => {
    await connected();
    const asking = codeOf(phone.devices());
    last().say({ type: 'answer', id: commands(last())[0]?.id, ok: true, result: 'none' });
    assert.equal(await asking, 'failed');
    assert.equal(connections().at(-1), 'reconnecting');
  });

  it('tells every listener, also when one of them fails', async () => {
    const [before] = process.listeners('uncaughtException').slice(-1);
    const failures: unknown[] = [];
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => failures.push(error));
    const failing = phone.subscribe((event) => {
      if (event.type === 'message') throw new Error('a defect of a page');
    });
    const heard: string[] = [];
    phone.subscribe(({ type }) => heard.push(type));
    await connected();
    last().say({ type: 'event', event: { type: 'message', text: 'Hello' } });
    await settled();
    failing();
    if (before) process.on('uncaughtException', before);
    assert.deepEqual([heard.at(-1), failures.length], ['message', 1]);
  });

  it('refuses what is asked before the first connection', async () => {
    assert.equal(await codeOf(phone.devices()), 'not-connected');
    assert.throws(() => phone.snapshot(), { code: 'not-connected' });
  });
});
