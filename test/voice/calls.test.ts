import assert from 'node:assert/strict';
import { type Browser } from 'playwright-core';
import { type PhoneCall } from '../../web/phone/phone';
import { browserWithNames } from './browser-with-names';
import { openConsole, type VoiceConsole } from './voice-console';
import { names, openVoiceWorld, type VoiceWorld } from './voice-world';

type Fields = Record<string, unknown>;

describe('calls between Salesforce and the phone', function () {
  this.timeout(60_000);
  let world: VoiceWorld;
  let browser: Browser;
  let host: VoiceConsole;

  before(async () => {
    world = await openVoiceWorld();
    browser = await browserWithNames(names, world.port, true);
  });
  beforeEach(async () => {
    host = await openConsole(browser);
    await host.setUp();
    await host.signIn();
    await host.message('CONNECTOR_READY');
    await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Online', statusInfo: { statusId: '0N5000000000001' } });
    await host.event('SET_AGENT_STATUS_RESULT');
  });
  afterEach(async () => {
    assert.deepEqual(host.said, []);
    await host.close();
    await world.restart();
  });
  after(async () => {
    await browser.close();
    await world.close();
  });

  const done = (): Promise<string[]> => host.withPhone((phone) => phone.done);
  const callEvents = async (): Promise<readonly string[]> =>
    (await host.events()).filter(
      (type) =>
        !/^(SHOW_LOGIN|LOGIN_RESULT|LOGOUT_RESULT|CONNECTOR_READY|MESSAGE|SET_AGENT_STATUS(_RESULT)?)$/.test(type)
    );
  const ring = async (): Promise<PhoneCall> => {
    const call = await host.withPhone((phone) => phone.ring());
    await host.event('CALL_STARTED');
    return call;
  };
  const accepted = async (): Promise<PhoneCall> => {
    const call = await ring();
    await host.send({ type: 'ACCEPT_CALL', call: { callId: call.callId, callType: 'Inbound' } });
    await host.event('CALL_CONNECTED');
    return call;
  };

  it('an inbound call rings, is accepted, and ends with its wrap-up, each told once', async () => {
    const call = await ring();
    const started = (await host.event('CALL_STARTED')) as Fields;
    assert.equal(started.callId, call.callId);
    assert.equal(started.callType, 'Inbound');
    assert.equal(started.phoneNumber, '+442079460958');
    assert.equal((started.callAttributes as Fields).voiceCallId, '0LQ000000000001AAA');
    assert.equal((started.callAttributes as Fields).participantType, 'Initial_Caller');
    await host.send({ type: 'ACCEPT_CALL', call: started });
    await host.event('CALL_CONNECTED');
    await host.send({ type: 'END_CALL', call: started });
    await host.event('HANGUP');
    await host.event('AFTER_CONVERSATION_WORK_STARTED');
    await host.send({ type: 'WRAP_UP_CALL', call: started });
    await host.event('AFTER_CONVERSATION_WORK_ENDED');
    assert.deepEqual(await callEvents(), [
      'CALL_STARTED',
      'CALL_CONNECTED',
      'HANGUP',
      'AFTER_CONVERSATION_WORK_STARTED',
      'AFTER_CONVERSATION_WORK_ENDED'
    ]);
    assert.deepEqual((await done()).slice(-3), [
      `accept ${call.callId}`,
      `end ${call.callId}`,
      `finish ${call.callId}`
    ]);
  });

  it('a call that the rep declines, and one that the caller gives up, end without having connected', async () => {
    const call = await ring();
    await host.send({ type: 'DECLINE_CALL', call: { callId: call.callId } });
    const [ended] = [(await host.event('HANGUP')) as Fields];
    assert.equal(ended.agentStatus, 'DeclinedByAgent');
    await host.withPhone((phone) => {
      const next = phone.ring();
      return phone.change(next.callId, { state: 'ended', outcome: 'abandoned' });
    });
    await host.event('HANGUP', 1);
    assert.deepEqual(await callEvents(), ['CALL_STARTED', 'HANGUP', 'CALL_STARTED', 'HANGUP']);
  });

  it('a call that was accepted at the desk phone is connected in Salesforce', async () => {
    const call = await ring();
    await host.connector().evaluate((id) => globalThis.phone.change(id, { state: 'connected' }), call.callId);
    await host.event('CALL_CONNECTED');
  });

  it('mute, hold, recording and digits do what they say and are told once', async () => {
    const { callId, legs } = await accepted();
    const call = { callId };
    await host.send({ type: 'MUTE', call });
    assert.equal(((await host.event('MUTE_TOGGLE')) as Fields).isMuted, true);
    await host.send({ type: 'UNMUTE' });
    assert.equal(((await host.event('MUTE_TOGGLE', 1)) as Fields).isMuted, false);
    await host.send({ type: 'HOLD', call });
    const held = (await host.event('HOLD_TOGGLE')) as Fields;
    assert.deepEqual([held.isCustomerOnHold, held.isThirdPartyOnHold], [true, false]);
    await host.send({ type: 'RESUME', call });
    assert.equal(((await host.event('HOLD_TOGGLE', 1)) as Fields).isCustomerOnHold, false);
    await host.send({ type: 'PAUSE_RECORDING', call });
    assert.equal(((await host.event('RECORDING_TOGGLE')) as Fields).isRecordingPaused, true);
    await host.send({ type: 'RESUME_RECORDING', call });
    await host.event('RECORDING_TOGGLE', 1);
    await host.send({ type: 'SEND_DIGITS', digits: '12#' });
    await host.send({ type: 'MUTE', call });
    await host.event('MUTE_TOGGLE', 2);
    const customer = legs.find(({ role }) => role === 'customer')?.legId;
    assert.deepEqual((await done()).slice(-8), [
      `mute ${callId} true`,
      `mute ${callId} false`,
      `hold ${callId} ${customer} true`,
      `hold ${callId} ${customer} false`,
      `record ${callId} paused`,
      `record ${callId} running`,
      `digits ${callId} 12#`,
      `mute ${callId} true`
    ]);
    assert.deepEqual(await callEvents(), [
      'CALL_STARTED',
      'CALL_CONNECTED',
      'MUTE_TOGGLE',
      'MUTE_TOGGLE',
      'HOLD_TOGGLE',
      'HOLD_TOGGLE',
      'RECORDING_TOGGLE',
      'RECORDING_TOGGLE',
      'MUTE_TOGGLE'
    ]);
  });

  it('a colleague is consulted, swapped with, joined, and let go', async () => {
    const { callId } = await accepted();
    const contact = { id: 'c-1', type: 'Agent' };
    await host.send({ type: 'ADD_PARTICIPANT', contact, call: { callId }, isBlindTransfer: false });
    const added = (await host.event('PARTICIPANT_ADDED')) as Fields;
    assert.equal((added.callAttributes as Fields).parentId, callId);
    assert.equal((added.callAttributes as Fields).participantType, 'Third_Party');
    const partyId = added.callId as string;
    assert.equal(((await host.event('HOLD_TOGGLE')) as Fields).isCustomerOnHold, true);
    await host.connector().evaluate(
      ([id, legId]) => {
        const legs = globalThis.phone.snapshot().calls.find((each) => each.callId === id)!.legs;
        globalThis.phone.change(id!, {
          legs: legs.map((leg) => (leg.legId === legId ? { ...leg, state: 'connected' as const } : leg))
        });
      },
      [callId, partyId]
    );
    await host.event('PARTICIPANT_CONNECTED');
    await host.send({ type: 'SWAP_PARTICIPANTS', callToHold: { callId: partyId }, callToResume: { callId } });
    assert.equal(((await host.event('HOLD_TOGGLE', 1)) as Fields).isThirdPartyOnHold, true);
    await host.send({ type: 'CONFERENCE', calls: [{ callId }, { callId: partyId }] });
    assert.equal(((await host.event('HOLD_TOGGLE', 2)) as Fields).isCallMerged, true);
    await host.send({ type: 'END_CALL', call: { callId: partyId } });
    assert.equal(((await host.event('PARTICIPANT_REMOVED')) as Fields).callId, partyId);
    assert.deepEqual((await done()).slice(-4), [
      `transfer ${callId} c-1 consulted`,
      `swap ${callId}`,
      `conference ${callId}`,
      `end ${callId} ${partyId}`
    ]);
    assert.deepEqual(await callEvents(), [
      'CALL_STARTED',
      'CALL_CONNECTED',
      'PARTICIPANT_ADDED',
      'HOLD_TOGGLE',
      'PARTICIPANT_CONNECTED',
      'HOLD_TOGGLE',
      'HOLD_TOGGLE',
      'PARTICIPANT_REMOVED'
    ]);
  });

  it('the first caller leaves a transfer that goes on', async () => {
    const { callId } = await accepted();
    await host.send({
      type: 'ADD_PARTICIPANT',
      contact: { phoneNumber: '+442079460111' },
      call: { callId },
      isBlindTransfer: false
    });
    await host.event('PARTICIPANT_ADDED');
    await host.connector().evaluate((id) => {
      const legs = globalThis.phone.snapshot().calls.find((each) => each.callId === id)!.legs;
      globalThis.phone.change(id, {
        legs: legs.map((leg) => (leg.role === 'customer' ? { ...leg, state: 'ended' as const } : leg))
      });
    }, callId);
    assert.deepEqual(await host.event('PARTICIPANT_ADDED', 1), { initialCallHasEnded: true });
  });

  it('a blind transfer gives the call away, with one HANGUP', async () => {
    const { callId } = await accepted();
    await host.send({
      type: 'ADD_PARTICIPANT',
      contact: { id: 'c-2', type: 'Queue' },
      call: { callId },
      isBlindTransfer: true
    });
    await host.event('AFTER_CONVERSATION_WORK_STARTED');
    assert.deepEqual((await callEvents()).slice(2), ['PARTICIPANT_ADDED', 'HANGUP', 'AFTER_CONVERSATION_WORK_STARTED']);
  });

  it('the rep dials, calls back and consults', async () => {
    await host.send({ type: 'DIAL', contact: { phoneNumber: '+442079460222' } });
    assert.equal(((await host.event('CALL_STARTED')) as Fields).callType, 'Outbound');
    await host.send({ type: 'DIAL', contact: { phoneNumber: '+442079460333' }, params: 'isCallback=true' });
    assert.equal(((await host.event('QUEUED_CALL_STARTED')) as Fields).callType, 'DialedCallback');
    await host.send({ type: 'DIAL', contact: { id: 'c-1', type: 'Agent' }, params: 'isConsultCall=true' });
    const consult = (await host.event('CALL_STARTED', 1)) as Fields;
    assert.equal(consult.callType, 'Consult');
    assert.equal((consult.callAttributes as Fields).isConsultCall, true);
    assert.deepEqual((await done()).slice(-3), [
      'dial +442079460222',
      'dial +442079460333 callback',
      'dial c-1 consult'
    ]);
  });

  it('components are asked about a number of a record, and one that they refuse is not called', async () => {
    const [first, second] = ['003000000000001AAA', '003000000000002AAA'];
    type Asked = { readonly recordId: string; readonly requestId: string };
    const asked = async (recordId: string): Promise<string> => {
      const found = await host.page.waitForFunction((wanted) => {
        const said = globalThis.host.heard.flatMap(({ payload }) => {
          const { type, body } = (payload?.telephonyEventPayload ?? {}) as Fields;
          return type === 'dial-request' ? [(body as { readonly request: Asked }).request] : [];
        });
        return said.find((each) => each.recordId === wanted)?.requestId;
      }, recordId);
      return (await found.jsonValue()) ?? '';
    };
    const answer = async (requestId: string, isAllowed: boolean): Promise<void> =>
      host.send({ type: 'MESSAGE', message: { type: 'dial-answer', body: { requestId, isAllowed } } });
    await host.send({ type: 'DIAL', contact: { phoneNumber: '+442079460222', recordId: first } });
    await answer(await asked(first), false);
    await host.event('CALL_FAILED');
    assert.deepEqual(await host.event('ERROR'), { message: 'CAN_NOT_START_THE_CALL' });
    // The SDK prints what it passes on.
    host.said.length = 0;
    await host.send({ type: 'DIAL', contact: { phoneNumber: '+442079460333', recordId: second } });
    await answer(await asked(second), true);
    await host.event('CALL_STARTED');
    assert.deepEqual(
      (await done()).filter((each) => each.startsWith('dial')),
      ['dial +442079460333']
    );
  });

  it('a number that a component wants dialled is judged likewise, and the component hears of the refusal', async () => {
    type Told = { readonly refusal?: Fields; readonly request?: { readonly requestId: string } };
    const told = async (type: string): Promise<Told> => {
      const found = await host.page.waitForFunction((wanted) => {
        const said = globalThis.host.heard.map(({ payload }) => (payload?.telephonyEventPayload ?? {}) as Fields);
        return said.find((each) => each.type === wanted)?.body;
      }, type);
      return (await found.jsonValue()) as Told;
    };
    const body = { number: '+442079460222', recordId: '003000000000001AAA' };
    await host.send({ type: 'MESSAGE', message: { type: 'dial', body } });
    const { request } = await told('dial-request');
    const message = { type: 'dial-answer', body: { requestId: request?.requestId, isAllowed: false } };
    await host.send({ type: 'MESSAGE', message });
    const { asked, subject, reason } = (await told('refused')).refusal ?? {};
    assert.deepEqual({ asked, subject, reason }, { asked: 'dial', subject: body.number, reason: 'not-allowed' });
    assert.deepEqual(
      (await done()).filter((each) => each.startsWith('dial')),
      []
    );
  });

  it('what the phone refuses arrives as the error that Salesforce knows', async () => {
    const refused = async (code: string, message: object, error: string): Promise<void> => {
      const before = (await host.events()).filter((type) => type === 'ERROR').length;
      await host.connector().evaluate((given) => globalThis.phone.failNext(given as never), code);
      await host.send(message);
      assert.deepEqual(await host.event('ERROR', before), { message: error });
    };
    host.said.length = 0;
    await refused('invalid-destination', { type: 'DIAL', contact: { phoneNumber: '1' } }, 'INVALID_DESTINATION');
    await refused('busy', { type: 'DIAL', contact: { phoneNumber: '1' } }, 'CAN_NOT_START_THE_CALL');
    const { callId } = await accepted();
    await refused('invalid-participant', { type: 'HOLD', call: { callId } }, 'INVALID_PARTICIPANT');
    await refused('failed', { type: 'MUTE', call: { callId } }, 'CAN_NOT_MUTE_CALL');
    await refused('wrong-state', { type: 'END_CALL', call: { callId: 'nobody' } }, 'CAN_NOT_END_THE_CALL');
    await host.connector().evaluate(() => globalThis.phone.done.push('over'));
    // The SDK prints each of them.
    host.said.length = 0;
  });

  it('contacts are searched, filtered and paged', async () => {
    await host.send({ type: 'GET_PHONE_CONTACTS', filter: { contains: 'o', limit: 2, offset: 1, types: ['AGENT'] } });
    const { contacts, contactTypes } = (await host.event('PHONE_CONTACTS')) as Record<string, Fields[]>;
    assert.deepEqual(
      contacts?.map(({ type, name, queueWaitTime }) => ({ type, name, queueWaitTime })),
      [
        { type: 'Queue', name: 'Support', queueWaitTime: '30' },
        { type: 'PhoneBook', name: 'Carol', queueWaitTime: undefined }
      ]
    );
    assert.deepEqual(contactTypes, ['Agent', 'Queue', 'PhoneBook', 'PhoneNumber']);
    assert.equal((await done()).at(-1), 'contacts o 1 2');
    await host.send({ type: 'GET_CONTACTS', filter: null });
    assert.equal(((await host.event('GET_CONTACTS_RESULT')) as Record<string, unknown[]>).contacts?.length, 3);
  });

  it('presence goes both ways, and offline is told to nobody', async () => {
    assert.equal((await done()).includes('presence Available now'), true);
    await host.withPhone((phone) => phone.become({ id: 'p-2', name: 'Lunch', kind: 'break' }, 'phone-system'));
    assert.deepEqual(await host.event('SET_AGENT_STATUS'), { statusId: '0N5000000000002' });
    await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Offline', statusInfo: { statusId: '0' } });
    await host.event('SET_AGENT_STATUS_RESULT', 1);
    await host.withPhone((phone) => phone.ring());
    await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Online', statusInfo: { statusId: '0N5000000000009' } });
    assert.deepEqual(await host.event('ERROR'), { message: 'INVALID_AGENT_STATUS' });
    assert.equal((await host.events()).includes('CALL_STARTED'), false);
    await host.send({
      type: 'SET_AGENT_STATUS',
      agentStatus: 'Online',
      statusInfo: { statusId: '0N5000000000001' },
      enqueueNextState: true
    });
    await host.event('SET_AGENT_STATUS_RESULT', 3);
    assert.equal((await done()).at(-1), 'presence Available after-call');
    host.said.length = 0;
  });

  it('a chat that was over on the desk phone and a word to the rep, both while offline, are told once the rep is online', async () => {
    const { callId } = await host.withPhone((phone) => phone.ring({ channel: 'chat', state: 'connected' }));
    await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Offline', statusInfo: { statusId: '0' } });
    await host.event('SET_AGENT_STATUS_RESULT', 1);
    await host.connector().evaluate((id) => {
      globalThis.phone.change(id, { state: 'ended', endedAt: '2026-01-05T08:09:00.000Z' });
      globalThis.phone.emit({ type: 'message', text: 'Go home', attributes: {} });
    }, callId);
    const told = async (): Promise<readonly string[]> =>
      (await host.heard()).flatMap(({ payload }) => {
        const { telephonyEventType, telephonyEventPayload } = (payload ?? {}) as Record<string, unknown>;
        if (telephonyEventType !== 'MESSAGE') return [];
        const { body } = telephonyEventPayload as { body: { interaction?: Fields; notice?: Fields } };
        return [body.interaction?.state, body.notice?.text].flatMap((word) =>
          word === undefined ? [] : [String(word)]
        );
      });
    assert.deepEqual([...new Set(await told())], ['active']);
    await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Online', statusInfo: { statusId: '0N5000000000001' } });
    await host.event('SET_AGENT_STATUS_RESULT', 2);
    assert.deepEqual((await told()).slice(-2), ['done', 'Go home']);
  });

  it('devices, recordings and the supervisor', async () => {
    await host.send({
      type: 'SET_AGENT_CONFIG',
      config: { selectedPhone: { type: 'DESK_PHONE' }, speakerDeviceId: 'd-1', microphoneDeviceId: null }
    });
    assert.equal(((await host.event('AGENT_CONFIG_UPDATED')) as Fields).success, true);
    await host.send({ type: 'GET_AUDIO_DEVICES' });
    assert.equal(((await host.event('GET_AUDIO_DEVICES')) as Record<string, unknown[]>).audioDevices?.length, 2);
    await host.send({ type: 'GET_SIGNED_RECORDING_URL', recordingUrl: 'r', vendorCallKey: 'call-9', callId: 'v-1' });
    assert.deepEqual(await host.event('SIGNED_RECORDING_URL'), {
      success: true,
      url: 'https://phone.example/r/1',
      duration: 12,
      callId: 'v-1'
    });
    await host.send({ type: 'SUPERVISE_CALL', call: { callId: 'call-77' } });
    assert.equal(
      ((await host.event('SUPERVISOR_CALL_STARTED')) as Record<string, Fields>).callAttributes?.participantType,
      'Supervisor'
    );
    await host.send({ type: 'SUPERVISOR_BARGE_IN', call: { callId: 'call-77' } });
    await host.event('SUPERVISOR_BARGED_IN');
    await host.send({ type: 'SUPERVISOR_DISCONNECT', call: { callId: 'call-77' } });
    await host.event('SUPERVISOR_HANGUP');
    assert.deepEqual((await done()).slice(-6), [
      'use {"phone":"desk","speakerId":"d-1"}',
      'devices',
      'recording call-9',
      'supervise call-77',
      'barge call-77',
      'stop call-77'
    ]);
  });

  it('a microphone that is blocked is told to Salesforce and to the components', async () => {
    await host.connector().evaluate(() => {
      const error = Object.assign(new Error('NotAllowedError'), { code: 'microphone-blocked' as const });
      globalThis.phone.emit({ type: 'failure', error });
    });
    assert.deepEqual(await host.event('ERROR'), { message: 'MICROPHONE_NOT_SHARED' });
    host.said.length = 0;
  });

  it('work after a call is nobody’s where Salesforce does not allow it', async () => {
    await host.page.reload();
    await host.page.waitForSelector('body[data-connector=loaded]', { state: 'attached' });
    await host.setUp({ isACWAllowed: false });
    await host.message('CONNECTOR_READY');
    await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Online', statusInfo: { statusId: '0N5000000000001' } });
    await host.event('SET_AGENT_STATUS_RESULT');
    const { callId } = await accepted();
    await host.send({ type: 'END_CALL', call: { callId } });
    await host.event('HANGUP');
    await host.send({ type: 'WRAP_UP_CALL', call: { callId } });
    await host.send({ type: 'GET_AUDIO_DEVICES' });
    await host.event('GET_AUDIO_DEVICES');
    assert.deepEqual(
      (await host.events()).filter((type) => type.startsWith('AFTER')),
      []
    );
  });

  it('audio statistics become a score when the call is over', async () => {
    const { callId } = await accepted();
    await host.connector().evaluate((id) => {
      const channel = { packets: 100, packetsLost: 1, jitterMs: 5, roundTripMs: 40 };
      globalThis.phone.emit({ type: 'audio', callId: id, input: channel, output: channel });
      globalThis.phone.emit({ type: 'audio-ended', callId: id });
    }, callId);
    await host.event('AUDIO_STATS');
    const { mos } = (await host.event('UPDATE_AUDIO_STATS_COMPLETED')) as { mos: number };
    assert.ok(mos > 4 && mos < 4.5, String(mos));
  });

  it('calls that go on survive a reload', async () => {
    const { callId } = await accepted();
    const snapshot = await host.withPhone((phone) => phone.snapshot().calls);
    await host.page.reload();
    await host.page.waitForSelector('body[data-connector=loaded]', { state: 'attached' });
    await host.connector().evaluate((calls) => globalThis.phone.ring(calls[0]), snapshot as PhoneCall[]);
    await host.setUp();
    const { callInProgress } = (await host.message('CONNECTOR_READY')) as Record<string, Fields>;
    assert.equal(callInProgress?.callId, callId);
    await host.send({ type: 'SET_AGENT_STATUS', agentStatus: 'Online', statusInfo: { statusId: '0N5000000000001' } });
    await host.send({ type: 'AGENT_AVAILABLE', isAvailable: true });
    const replayed = (await host.event('CALL_CONNECTED')) as Fields;
    assert.equal(replayed.isReplayedCall, true);
    assert.equal((await host.events()).includes('CALL_STARTED'), false);
  });

  it('components hear the session, presence, queues and calls, and are obeyed', async () => {
    const messages = async (): Promise<readonly Fields[]> =>
      (await host.heard()).flatMap(({ payload }) => {
        const { telephonyEventType, telephonyEventPayload } = (payload ?? {}) as Record<string, Fields>;
        return String(telephonyEventType) === 'MESSAGE' ? [telephonyEventPayload!] : [];
      });
    await host.withPhone((phone) => phone.ring({ callId: 'c-9' }));
    await host.event('CALL_STARTED');
    await host.send({ type: 'MESSAGE', message: { type: 'hello', body: {} } });
    await host.page.waitForFunction(
      () => globalThis.host.heard.filter(({ payload }) => payload?.telephonyEventType === 'MESSAGE').length >= 7
    );
    const types = (await messages()).map(({ type }) => type);
    for (const type of ['session', 'presence', 'queues', 'interaction']) assert.ok(types.includes(type), String(type));
    const session = (await messages()).find(({ type }) => type === 'session')?.body as Record<string, Fields>;
    assert.equal(session.session?.state, 'signed-in');
    const told = (await messages()).find(({ type }) => type === 'interaction')?.body as Record<string, Fields>;
    const callKey = told.interaction?.callKey;
    assert.equal(callKey, 'c-9/a-1', 'a key of the leg and the rep');
    await host.withPhone((phone) => phone.change('c-9', { state: 'wrap-up', endedAt: new Date().toISOString() }));
    for (const key of ['c-9/b-2', String(callKey)])
      await host.send({ type: 'MESSAGE', message: { type: 'wrap-up-done', body: { callKey: key } } });
    await host.connector().waitForFunction(() => globalThis.phone.done.some((each) => each.startsWith('finish')));
    assert.deepEqual(
      await host.withPhone((phone) => phone.done.filter((each) => each.startsWith('finish'))),
      ['finish c-9'],
      'and of no other rep'
    );
    await host.send({ type: 'MESSAGE', message: { type: 'dial', body: { number: '+442079460444' } } });
    await host.event('CALL_STARTED', 1);
    await host.send({ type: 'MESSAGE', message: { type: 'session', body: { session: { state: 'signed-out' } } } });
    await host.send({ type: 'MESSAGE', message: { type: 'nonsense' } });
    await host.send({ type: 'MESSAGE', message: null });
    await host.send({ type: 'MESSAGE', message: { type: 'sign-out', body: {} } });
    await host.event('LOGOUT_RESULT');
    assert.equal((await host.events()).filter((type) => type === 'LOGOUT_RESULT').length, 1);
  });
});
