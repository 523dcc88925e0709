import assert from 'node:assert/strict';
import { mostParties } from '../../web/phone/call-wishes';
import { type AudioChannel } from '../../web/phone/devices';
import { type Phone, type PhoneCall, type PhoneError, type PhoneEvent, type PhoneLeg } from '../../web/phone/phone';
import { supervisedAgent, supervisorsIn } from '../../web/phone/supervision';

/** A phone system on which a driver is tried: phones of agents, and the hands of everybody else. Each test gets a new one. */
export type PhoneStage = {
  /** A new phone for the agent with this id; ada and bob are agents, sue is a supervisor. */
  readonly phoneOf: (agentId: 'ada' | 'bob' | 'sue') => Phone;
  /** A customer calls or writes to this agent. */
  readonly comesIn: (agentId: string, channel: PhoneCall['channel']) => Promise<void>;
  /** A campaign offers this agent a number that never answers by itself. */
  readonly previews: (agentId: string) => Promise<void>;
  readonly customer: (callId: string, does: 'hang-up' | 'answer' | 'say') => Promise<void>;
  readonly thirdParty: (callId: string, legId: string, does: 'hang-up' | 'answer') => Promise<void>;
  readonly setPresence: (agentId: string, presenceId: string) => Promise<void>;
  readonly message: (agentId: string, text: string) => Promise<void>;
  readonly audio: (
    callId: string,
    statistics: { readonly input: AudioChannel; readonly output: AudioChannel } | 'ended'
  ) => Promise<void>;
  readonly refuse: (code: string | undefined) => Promise<void>;
  /** Every connection is lost; the phones come back by themselves. */
  readonly dropConnections: () => Promise<void>;
  readonly signOut: (agentId: string) => Promise<void>;
  readonly end: () => Promise<void>;
};

const silent = { kind: 'number', number: '+442079460480' } as const;

/** What every driver must do, whatever its phone system. */
export function describePhone(name: string, makeStage: () => Promise<PhoneStage>): void {
  describe(`a phone: ${name}`, () => {
    let stage: PhoneStage;
    let ada: Heard;
    const opened: Phone[] = [];
    const phoneOf = async (agentId: 'ada' | 'bob' | 'sue'): Promise<Heard> => {
      const phone = stage.phoneOf(agentId);
      opened.push(phone);
      const heard = listen(phone);
      await phone.connect();
      return heard;
    };
    const rings = async (heard = ada, agentId = 'ada', channel: PhoneCall['channel'] = 'phone'): Promise<PhoneCall> => {
      const ring = heard.call('offered');
      await stage.comesIn(agentId, channel);
      return ring;
    };
    const talks = async (): Promise<PhoneCall> => ada.phone.accept((await rings()).callId);

    beforeEach(async () => {
      stage = await makeStage();
      ada = await phoneOf('ada');
    });
    afterEach(async () => {
      for (const phone of opened.splice(0)) await phone.disconnect();
      await stage.end();
    });

    it('keeps what a supervisor writes until it is read or taken away, also for a phone that connects later', async () => {
      const sue = await phoneOf('sue');
      assert.deepEqual([sue.phone.snapshot().sentMessages, ada.phone.snapshot().sentMessages], [[], undefined]);
      const draft = {
        requestId: 'r-1',
        text: 'Stand-up at ten',
        to: { kind: 'everybody' },
        isImportant: true
      } as const;
      const [told, sent] = [ada.event('messages'), sue.event('sent-messages')];
      const { messageId, from } = await sue.phone.sendMessage(draft);
      assert.equal((await sue.phone.sendMessage(draft)).messageId, messageId, 'one request is one message');
      const [message] = (await told).messages;
      assert.deepEqual([message?.text, message?.isImportant, message?.from], [draft.text, true, from]);
      assert.equal((await sent).sentMessages.length, 1);
      const read = sue.event('sent-messages');
      await ada.phone.markMessageRead(messageId);
      await ada.phone.markMessageRead(messageId);
      assert.deepEqual(ada.phone.snapshot().messages, []);
      const readers = (await read).sentMessages[0]?.readers ?? [];
      assert.deepEqual([readers.length, readers.filter(({ readAt }) => readAt !== undefined).length], [2, 1]);
      const bob = await phoneOf('bob');
      assert.deepEqual(
        bob.phone.snapshot().messages.map(({ text }) => text),
        [draft.text]
      );
      const gone = bob.event('messages');
      await sue.phone.withdrawMessage(messageId);
      assert.deepEqual((await gone).messages, []);
      await rejects(bob.phone.markMessageRead(messageId), 'unknown-message');
      await rejects(bob.phone.sendMessage(draft), 'not-supported');
      await rejects(sue.phone.sendMessage({ ...draft, requestId: 'r-2', text: ' ' }), 'invalid-message');
      await rejects(
        sue.phone.sendMessage({ ...draft, requestId: 'r-3', to: { kind: 'queue', id: 'Nobody serves it' } }),
        'invalid-destination'
      );
    });

    it('connects, knows its agent, and disconnects', async () => {
      const { agent, connection, presences, presence, abilities } = ada.phone.snapshot();
      assert.deepEqual([agent.agentId, connection], ['ada', 'connected']);
      assert.ok(presences.some(({ id }) => id === presence.id));
      assert.ok(Object.values(abilities).every((able) => typeof able === 'boolean'));
      assert.deepEqual(await ada.phone.connect(), ada.phone.snapshot(), 'connecting again changes nothing');
      await ada.phone.disconnect();
      await ada.phone.disconnect();
      await rejects(ada.phone.devices(), 'not-connected');
      assert.deepEqual(ada.connections(), ['connecting', 'connected', 'closed']);
      assert.equal((await ada.phone.connect()).agent.agentId, 'ada');
    });

    it('takes a call, mutes it, holds it, records it, sends digits, and wraps it up', async () => {
      const offered = await rings();
      assert.deepEqual([offered.state, offered.direction, offered.channel], ['ringing', 'inbound', 'phone']);
      const { callId, answeredAt, outcome } = await ada.phone.accept(offered.callId);
      assert.ok(answeredAt);
      assert.equal(outcome, 'answered');
      assert.equal((await ada.phone.mute(callId, true)).isMuted, true);
      assert.equal((await ada.phone.mute(callId, false)).isMuted, false);
      const { legId } = legOf(ada.phone.snapshot().calls[0], 'customer');
      for (const isOnHold of [true, false]) {
        const call = await ada.phone.hold(callId, legId, isOnHold);
        assert.equal(legOf(call, 'customer').state, isOnHold ? 'held' : 'connected');
      }
      assert.equal((await ada.phone.record(callId, 'paused')).recording, 'paused');
      assert.equal((await ada.phone.record(callId, 'running')).recording, 'running');
      await ada.phone.sendDigits(callId, '12#');
      const ended = await ada.phone.end(callId);
      assert.deepEqual([ended.state, typeof ended.endedAt], ['wrap-up', 'string']);
      assert.match((await ada.phone.recordingUrl(callId)).url, /^https:/);
      const over = ada.call('ended');
      await ada.phone.finishWrapUp(callId);
      assert.equal((await over).callId, callId);
      assert.deepEqual(ada.phone.snapshot().calls, []);
      assert.deepEqual(ada.changes(), [
        ...['offered', 'connected', 'muted', 'muted', 'held', 'held', 'recording', 'recording', 'wrap-up', 'ended']
      ]);
    });

    it('declines a call', async () => {
      const { callId } = await rings();
      assert.equal((await ada.phone.decline(callId)).outcome, 'declined');
      assert.deepEqual(ada.phone.snapshot().calls, []);
    });

    it('hears that the customer hung up, before and during the talk', async () => {
      const { callId } = await rings();
      const over = ada.call('ended');
      await stage.customer(callId, 'hang-up');
      assert.equal((await over).outcome, 'abandoned');
      const second = await talks();
      const wrapUp = ada.call('wrap-up');
      await stage.customer(second.callId, 'hang-up');
      assert.equal((await wrapUp).callId, second.callId);
    });

    it('dials a number, an agent and a contact, and says why a number is not reached', async () => {
      const dialed = await ada.phone.dial(silent, { isCallback: true, recordId: '003000000000001AAA' });
      assert.deepEqual([dialed.state, dialed.direction], ['dialing', 'callback']);
      const connected = ada.call('connected');
      await stage.customer(dialed.callId, 'answer');
      assert.equal((await connected).state, 'connected');
      await ada.phone.end(dialed.callId);
      await rejects(ada.phone.dial({ kind: 'number', number: '+442079460404' }), 'invalid-destination');
      await rejects(ada.phone.dial({ kind: 'agent', id: 'nobody' }), 'invalid-destination');
      const { contacts } = await ada.phone.contacts({ kinds: ['contact'], offset: 0, limit: 1 });
      const toContact = await ada.phone.dial({ kind: 'contact', id: contacts[0]!.id });
      await rejects(ada.phone.dial(silent), 'busy');
      await ada.phone.end(toContact.callId);
      const bob = await phoneOf('bob');
      const ring = bob.call('offered');
      const internal = await ada.phone.dial({ kind: 'agent', id: 'bob' });
      assert.equal(internal.direction, 'internal');
      const answered = ada.call('connected');
      await bob.phone.accept((await ring).callId);
      assert.equal((await answered).callId, internal.callId);
    });

    it('hands a call on at once', async () => {
      const bob = await phoneOf('bob');
      const { callId, interactionKey } = await talks();
      const ring = bob.call('offered');
      assert.equal((await ada.phone.transfer(callId, { kind: 'agent', id: 'bob' }, 'blind')).state, 'wrap-up');
      const got = await ring;
      assert.deepEqual([got.direction, got.interactionKey, got.parentCallId], ['transfer', interactionKey, callId]);
    });

    it('consults, swaps, joins and leaves the other two with each other', async () => {
      const bob = await phoneOf('bob');
      const { callId } = await talks();
      const ring = bob.call('offered');
      const consulting = await ada.phone.transfer(callId, { kind: 'agent', id: 'bob' }, 'consulted');
      assert.deepEqual(
        [legOf(consulting, 'customer').state, legOf(consulting, 'third-party').state],
        ['held', 'ringing']
      );
      const joined = ada.call('leg-connected');
      const { callId: theirs } = await bob.phone.accept((await ring).callId);
      await joined;
      assert.equal(legOf(await ada.phone.swap(callId), 'third-party').state, 'held');
      const merged = await ada.phone.conference(callId);
      assert.ok(merged.isMerged && merged.legs.every(({ state }) => state === 'connected'));
      const left = bob.call('leg-connected');
      await ada.phone.end(callId);
      assert.deepEqual([(await left).callId, (await left).direction], [theirs, 'transfer']);
      assert.equal(
        bob.phone.snapshot().calls[0]?.legs.some(({ role }) => role === 'customer'),
        true
      );
    });

    it('adds a third party outside, hears it answer and leave, and can take one out', async () => {
      const { callId } = await talks();
      const add = async (): Promise<string> =>
        legOf(await ada.phone.transfer(callId, silent, 'consulted'), 'third-party').legId;
      const first = await add();
      const answered = ada.call('leg-connected');
      await stage.thirdParty(callId, first, 'answer');
      await answered;
      const left = ada.call('leg-removed');
      await stage.thirdParty(callId, first, 'hang-up');
      assert.equal(
        (await left).legs.some(({ legId }) => legId === first),
        false
      );
      const alone = await ada.phone.end(callId, await add());
      assert.deepEqual([alone.state, alone.legs.length], ['connected', 2]);
    });

    it('has as many in a call as it says that it can, each of whom is held, muted and taken out by itself', async function () {
      const { callId } = await talks();
      if (!ada.phone.snapshot().abilities.multiparty) this.skip();
      const adds = async (): Promise<string> => {
        const { legs, isMerged } = await ada.phone.transfer(callId, silent, 'joins');
        assert.equal(legs.find(({ role }) => role === 'customer')?.state, 'connected', 'nobody waits');
        const added = legs.at(-1);
        assert.ok(added?.joinsAtOnce === true && added.state === 'ringing');
        const joined = isMerged ? ada.call('leg-connected') : ada.call('merged');
        await stage.thirdParty(callId, added.legId, 'answer');
        assert.equal((await joined).legs.find(({ legId }) => legId === added.legId)?.state, 'connected');
        return added.legId;
      };
      const [one, two] = [await adds(), await adds()];
      while (ada.phone.snapshot().calls[0]!.legs.length < mostParties) await adds();
      await rejects(ada.phone.transfer(callId, silent, 'joins'), 'wrong-state');
      const stateOf = ({ legs }: PhoneCall, id: string): PhoneLeg => legs.find(({ legId }) => legId === id)!;
      const held = await ada.phone.hold(callId, one, true);
      assert.deepEqual([stateOf(held, one).state, stateOf(held, two).state], ['held', 'connected']);
      const muted = await ada.phone.mute(callId, true, two);
      assert.deepEqual([muted.isMuted, stateOf(muted, two).isMuted], [false, true]);
      assert.notEqual(stateOf(await ada.phone.mute(callId, false, two), two).isMuted, true);
      const swapped = await ada.phone.swap(callId, { holdLegId: two, resumeLegId: one });
      assert.deepEqual([stateOf(swapped, one).state, stateOf(swapped, two).state], ['connected', 'held']);
      assert.equal((await ada.phone.conference(callId)).isMerged, true);
      const fewer = await ada.phone.end(callId, one);
      assert.deepEqual([fewer.legs.length, fewer.isMerged], [mostParties - 1, true]);
    });

    it('lets the rep look at a number of a campaign before it is called', async () => {
      const ring = ada.call('offered');
      await stage.previews('ada');
      const offered = await ring;
      assert.deepEqual(
        [offered.direction, offered.dialer, legOf(offered, 'customer').state],
        ['callback', 'preview', 'ringing']
      );
      assert.equal((await ada.phone.accept(offered.callId)).state, 'dialing');
      const connected = ada.call('connected');
      await stage.customer(offered.callId, 'answer');
      assert.equal((await connected).dialer, 'preview');
    });

    it('sets and follows presence, at once and after a call', async () => {
      const [available, lunch] = ['available', 'break'].map((kind) =>
        ada.phone.snapshot().presences.find((each) => each.kind === kind)!
      );
      await ada.phone.setPresence(available!);
      assert.equal(ada.phone.snapshot().presence.id, available!.id);
      const { callId } = await talks();
      assert.equal(ada.phone.snapshot().presence.kind, 'busy');
      await ada.phone.setPresence(lunch!, 'after-call');
      assert.equal(ada.phone.snapshot().presence.kind, 'busy');
      await ada.phone.end(callId);
      await ada.phone.finishWrapUp(callId);
      assert.equal(ada.phone.snapshot().presence.id, lunch!.id);
      const changed = ada.event('presence');
      await stage.setPresence('ada', available!.id);
      assert.deepEqual(await changed, { type: 'presence', presence: available, by: 'phone-system' });
      await rejects(ada.phone.setPresence({ ...lunch!, id: 'no such presence' }), 'invalid-presence');
    });

    it('shows queues and other agents, and finds whom to call', async () => {
      const [others, queues] = [ada.event('others'), ada.event('queues')];
      await stage.setPresence('bob', 'available');
      const bob = (await others).others.find(({ agent }) => agent.agentId === 'bob');
      assert.equal(bob?.presence.kind, 'available');
      assert.deepEqual(ada.phone.snapshot().queues, (await queues).queues);
      const { contacts, total } = await ada.phone.contacts({
        contains: 'bob',
        onlyAvailable: true,
        offset: 0,
        limit: 10
      });
      assert.deepEqual([contacts.map(({ id, kind }) => [id, kind]), total], [[['bob', 'agent']], 1]);
      const page = await ada.phone.contacts({ offset: 1, limit: 2 });
      assert.ok(page.contacts.length === 2 && page.total > 3);
    });

    it('lets a supervisor listen, barge in and leave', async () => {
      const sue = await phoneOf('sue');
      const { callId } = await talks();
      const own = await sue.phone.supervise(callId);
      assert.deepEqual([own.supervision?.state, own.supervision?.agent.agentId], ['listening', 'sue']);
      assert.equal(supervisedAgent(own)?.name, ada.phone.snapshot().agent.name, 'whom the supervisor hears');
      const noticed = ada.call('supervision');
      assert.equal((await sue.phone.bargeIn(own.callId)).supervision?.state, 'barged-in');
      const joined = await noticed;
      assert.equal(joined.supervision?.agent.agentId, 'sue');
      assert.deepEqual(supervisorsIn(joined), [sue.phone.snapshot().agent.name]);
      assert.equal((await sue.phone.stopSupervising(own.callId)).state, 'ended');
      await rejects(ada.phone.supervise(callId), 'not-supported');
    });

    it('tells the quality of the line, words of the phone system, and what a chat says', async () => {
      const { callId } = await rings(ada, 'ada', 'chat');
      const channel = { packets: 100, packetsLost: 1, jitterMs: 4, roundTripMs: 50 };
      const [audio, ended, message, said] = [
        ...([ada.event('audio'), ada.event('audio-ended'), ada.event('message'), ada.call('updated')] as const)
      ];
      await stage.audio(callId, { input: channel, output: channel });
      await stage.audio(callId, 'ended');
      await stage.message('ada', 'Fire drill');
      await stage.customer(callId, 'say');
      assert.deepEqual(await audio, { type: 'audio', callId, input: channel, output: channel });
      assert.deepEqual(await ended, { type: 'audio-ended', callId });
      assert.equal((await message).text, 'Fire drill');
      assert.ok((await said).text);
    });

    it('lists devices and uses them', async () => {
      const devices = await ada.phone.devices();
      const speaker = devices.find(({ kind }) => kind === 'speaker')!;
      await ada.phone.useDevices({ phone: 'desk', speakerId: speaker.id });
      await rejects(ada.phone.useDevices({ speakerId: 'none' }), 'failed');
    });

    it('rejects with the code of the refusal, and with failed when the phone system uses one of its own', async () => {
      await rejects(ada.phone.accept('none'), 'unknown-call');
      const { callId } = await talks();
      await rejects(ada.phone.accept(callId), 'wrong-state');
      await rejects(ada.phone.end(callId, 'none'), 'invalid-participant');
      await stage.refuse('microphone-blocked');
      await rejects(ada.phone.mute(callId, true), 'microphone-blocked');
      await stage.refuse('E-4711');
      await rejects(ada.phone.mute(callId, true), 'failed');
      await stage.refuse(undefined);
    });

    it('tells a second window and a reloaded page the same', async () => {
      const second = await phoneOf('ada');
      const ring = second.call('offered');
      const { callId } = await rings();
      assert.equal((await ring).callId, callId);
      const connected = ada.call('connected');
      await second.phone.accept(callId);
      await connected;
      const { calls } = (await phoneOf('ada')).phone.snapshot();
      assert.deepEqual(calls, ada.phone.snapshot().calls);
    });

    it('knows after a reload what ended meanwhile, and not what it was told by an event', async () => {
      const missed = await rings();
      await ada.phone.disconnect();
      await stage.customer(missed.callId, 'hang-up');
      const [again, second] = [await phoneOf('ada'), await phoneOf('ada')];
      for (const { phone } of [again, second]) {
        const { calls, endedCalls } = phone.snapshot();
        assert.deepEqual(calls, []);
        assert.deepEqual(
          endedCalls.map(({ callId, state, outcome, legs }) => [
            callId,
            state,
            outcome,
            legs.some((leg) => leg.role === 'agent')
          ]),
          [[missed.callId, 'ended', 'abandoned', true]]
        );
      }
      const { callId } = await rings(again);
      const over = again.call('ended');
      await stage.customer(callId, 'hang-up');
      await over;
      assert.deepEqual(
        again.phone.snapshot().endedCalls.map((call) => call.callId),
        [missed.callId]
      );
    });

    it('knows of which call a page finished the wrap-up', async () => {
      const { callId } = await talks();
      await ada.phone.end(callId);
      await ada.phone.finishWrapUp(callId);
      const { endedCalls } = (await phoneOf('ada')).phone.snapshot();
      assert.ok(endedCalls.every((call) => call.callId !== callId || call.isWrapUpDone === true));
    });

    it('comes back after a lost connection and tells what was missed', async () => {
      const { callId } = await rings();
      const back = ada.connection('connected');
      const over = ada.call('ended');
      await stage.dropConnections();
      await stage.customer(callId, 'hang-up');
      await back;
      const { outcome, callId: ended } = await over;
      assert.deepEqual([ended, outcome], [callId, 'abandoned']);
      assert.deepEqual(ada.phone.snapshot().calls, []);
      assert.deepEqual(ada.changes(), ['offered', 'ended'], 'each once');
      assert.deepEqual(ada.connections(), ['connecting', 'connected', 'reconnecting', 'connected']);
    });

    it('stays away when the agent was signed out, and says so', async () => {
      const [failure, closed] = [ada.event('failure'), ada.connection('closed')];
      await stage.signOut('ada');
      assert.equal((await failure).error.code, 'not-authorised');
      await closed;
      await rejects(ada.phone.devices(), 'not-connected');
    });
  });
}

type Heard = {
  readonly phone: Phone;
  readonly event: <Type extends PhoneEvent['type']>(
    type: Type
  ) => Promise<Extract<PhoneEvent, { readonly type: Type }>>;
  readonly call: (change: string) => Promise<PhoneCall>;
  readonly connection: (connection: string) => Promise<void>;
  readonly changes: () => readonly string[];
  readonly connections: () => readonly string[];
};

/** What a phone tells, and what it will tell next. */
export function listen(phone: Phone): Heard {
  const events: PhoneEvent[] = [];
  phone.subscribe((event) => events.push(event));
  const next = <Wanted extends PhoneEvent>(isIt: (event: PhoneEvent) => event is Wanted): Promise<Wanted> =>
    new Promise((resolve) => {
      const stop = phone.subscribe((event) => {
        if (!isIt(event)) return;
        stop();
        resolve(event);
      });
    });
  type Of<Type extends PhoneEvent['type']> = Extract<PhoneEvent, { readonly type: Type }>;
  return {
    phone,
    event: (type) => next((event): event is Of<typeof type> => event.type === type),
    call: async (change) =>
      (await next((event): event is Of<'call'> => event.type === 'call' && event.change === change)).call,
    connection: async (wanted) =>
      void (await next(
        (event): event is Of<'connection'> => event.type === 'connection' && event.connection === wanted
      )),
    changes: () => events.flatMap((event) => (event.type === 'call' ? [event.change] : [])),
    connections: () => events.flatMap((event) => (event.type === 'connection' ? [event.connection] : []))
  };
}

const rejects = (promise: Promise<unknown>, code: PhoneError['code']): Promise<void> =>
  assert.rejects(promise, { name: 'PhoneError', code });

function legOf(call: PhoneCall | undefined, role: PhoneLeg['role']): PhoneLeg {
  const found = call?.legs.find((leg) => leg.role === role);
  assert.ok(found, `there is a ${role}`);
  return found;
}
