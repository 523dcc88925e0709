import assert from 'node:assert/strict';
import { type PhoneAbilities, type PhoneCall, type PhoneLeg } from '../phone/phone';
import { openCallBook, type CallBook } from './call-book';
import { type ConnectorEvent } from './sdk-events';
import { knows } from './told-by-action';

const at = '2026-01-05T08:00:00.000Z';
const leg = (legId: string, role: PhoneLeg['role'], state: PhoneLeg['state']): PhoneLeg => ({ legId, role, state });
const ringing: PhoneCall = {
  callId: 'c-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'ringing',
  from: '+442079460958',
  to: '+442079460000',
  legs: [leg('l-1', 'customer', 'connected'), leg('l-2', 'agent', 'ringing')],
  isMuted: false,
  isMerged: false,
  recording: 'running',
  startedAt: at,
  holdSeconds: 0,
  interactionKey: 'i-1',
  voiceCallId: '0LQ000000000001AAA',
  attributes: { Language__c: 'de', skill: '7' }
};
const connected: PhoneCall = { ...ringing, state: 'connected', answeredAt: at };
const abilities = new Proxy({} as PhoneAbilities, { get: () => true });

function open(agentId = 'a-1'): { book: CallBook; said: ConnectorEvent[]; types: () => string[]; settle: () => void } {
  const said: ConnectorEvent[] = [];
  let waiting: (() => void)[] = [];
  const book = openCallBook({
    beholder: () => ({ abilities, agentId, isDeskPhone: false }),
    publish: (event) => said.push(event),
    later: (call) => waiting.push(call)
  });
  const settle = (): void => {
    const due = waiting;
    waiting = [];
    for (const call of due) call();
  };
  return { book, said, types: () => said.map(({ type }) => type), settle };
}

describe('the book of calls', () => {
  it('tells of the colleague and the hold of a call that is handed over when it is answered, and not before', () => {
    const { book, types, settle } = open();
    const legs = [...ringing.legs.slice(1), leg('l-1', 'customer', 'held'), leg('l-3', 'third-party', 'connected')];
    book.hear({ ...ringing, direction: 'transfer', legs });
    settle();
    assert.deepEqual(types(), ['CALL_STARTED']);
    book.hear({ ...connected, direction: 'transfer', legs });
    settle();
    assert.deepEqual(types().slice(1), ['CALL_CONNECTED', 'PARTICIPANT_ADDED', 'PARTICIPANT_CONNECTED', 'HOLD_TOGGLE']);
  });

  for (const direction of ['internal', 'consult'] as const)
    it(`offers a colleague's call like any other: ${direction}`, () => {
      const { book, said } = open();
      book.hear({ ...ringing, direction });
      const [begun] = said as unknown as [{ payload: { call: { callType: string } } }];
      assert.equal(begun.payload.call.callType, 'Inbound');
    });

  it('tells each state once, however often the phone says it', () => {
    const { book, types } = open();
    for (const call of [ringing, ringing, connected, connected]) book.hear(call);
    for (const call of [{ ...connected, isMuted: true }, connected, { ...connected, state: 'ended' as const }])
      book.hear(call);
    book.hear({ ...connected, state: 'ended' });
    assert.deepEqual(types(), ['CALL_STARTED', 'CALL_CONNECTED', 'MUTE_TOGGLE', 'MUTE_TOGGLE', 'HANGUP']);
  });

  it('leaves to the SDK what the SDK says itself, and tells the rest afterwards', async () => {
    const { book, types, settle } = open();
    book.hear(ringing);
    await book.during(async () => {
      book.hear({ ...connected, isMuted: true });
      return { ...connected, isMuted: true };
    }, knows('phase'));
    assert.deepEqual(types(), ['CALL_STARTED']);
    settle();
    assert.deepEqual(types(), ['CALL_STARTED', 'MUTE_TOGGLE']);
  });

  it('tells what came while an action failed', async () => {
    const { book, types, settle } = open();
    book.hear(ringing);
    const failed = book.during(() => {
      book.hear({ ...ringing, state: 'ended', outcome: 'abandoned' });
      return Promise.reject(new Error('too late'));
    }, knows('phase'));
    await assert.rejects(failed);
    settle();
    assert.deepEqual(types(), ['CALL_STARTED', 'HANGUP']);
  });

  it('says nothing of calls that it found, nor of their end when it never knew them', () => {
    const { book, types } = open();
    book.know([connected]);
    book.hear(connected);
    book.hear({ ...ringing, callId: 'c-9', state: 'ended' });
    assert.deepEqual(types(), []);
    assert.equal(book.find('l-2')?.call.callId, 'c-1');
    book.know([]);
    assert.equal(book.isInCall(), false);
  });

  it('keeps chats to the components', () => {
    const { book, types } = open();
    book.hear({ ...ringing, channel: 'chat' });
    assert.deepEqual(types(), []);
  });

  for (const channel of ['phone', 'chat', 'voicemail'] as const)
    it(`is out of the call when it is over, whatever it was: ${channel}`, () => {
      const { book } = open();
      book.hear({ ...connected, channel });
      book.hear({ ...connected, channel, state: 'wrap-up' });
      assert.equal(book.isInCall(), true);
      book.hear({ ...connected, channel, state: 'ended' });
      assert.equal(book.isInCall(), false);
    });

  it('tells when the VoiceCall becomes known, and begins the work after the call by its id alone', () => {
    const { book, said, types } = open();
    const { voiceCallId: _, ...unknown } = ringing;
    book.hear(unknown);
    book.hear(ringing);
    book.hear({ ...ringing, state: 'wrap-up' });
    book.hear({ ...ringing, state: 'ended' });
    assert.deepEqual(types(), [
      'CALL_STARTED',
      'CALL_UPDATED',
      'HANGUP',
      'AFTER_CONVERSATION_WORK_STARTED',
      'AFTER_CONVERSATION_WORK_ENDED'
    ]);
    assert.deepEqual({ ...said.at(-1)?.payload }, { workItemId: '0LQ000000000001AAA' });
  });

  it('tells the rep that a supervisor spoke, and the supervisor of the call', () => {
    const supervision = { state: 'barged-in', agent: { agentId: 's-1', name: 'Sue' } } as const;
    const rep = open('a-1');
    rep.book.hear(connected);
    rep.book.hear({ ...connected, supervision });
    assert.deepEqual(rep.types(), ['CALL_STARTED', 'CALL_CONNECTED', 'CALL_BARGED_IN']);
    const supervisor = open('s-1');
    supervisor.book.hear({ ...connected, supervision: { ...supervision, state: 'listening' } });
    supervisor.book.hear({ ...connected, supervision });
    supervisor.book.hear({ ...connected, supervision, state: 'ended' });
    assert.deepEqual(supervisor.types(), ['SUPERVISOR_CALL_CONNECTED', 'SUPERVISOR_BARGED_IN', 'SUPERVISOR_HANGUP']);
  });

  it('tells the rep of each supervisor who speaks, and who is left of two', () => {
    const by = (agentId: string, name: string) => ({ state: 'barged-in', agent: { agentId, name } }) as const;
    const { book, said } = open('a-1');
    book.hear(connected);
    for (const supervision of [by('s-1', 'Sue'), by('s-2', 'Tom'), by('s-2', 'Tom'), by('s-1', 'Sue')])
      book.hear({ ...connected, supervision });
    const names = said.flatMap(({ type, payload }) => (type === 'CALL_BARGED_IN' ? [payload.supervisorName] : []));
    assert.deepEqual(names, ['Sue', 'Tom', 'Sue']);
  });

  it('tells of each further party by itself, and of the controls when they are many or as many as there can be', () => {
    const { book, said, types } = open();
    const thirds = (count: number, change: Partial<PhoneLeg> = {}): PhoneCall => ({
      ...connected,
      legs: [
        ...ringing.legs,
        ...Array.from({ length: count }, (_, index) => ({
          ...leg(`t-${index}`, 'third-party', 'connected' as const),
          ...(index === 0 ? change : {})
        }))
      ]
    });
    book.know([connected]);
    const heard = (call: PhoneCall): readonly string[] => {
      const before = said.length;
      book.hear(call);
      return types().slice(before);
    };
    const joins = ['PARTICIPANT_ADDED', 'PARTICIPANT_CONNECTED'];
    assert.deepEqual(heard(thirds(1)), joins);
    assert.deepEqual(heard(thirds(2)), [...joins, 'CALL_UPDATED']);
    assert.deepEqual(heard(thirds(4)), [...joins, ...joins]);
    assert.deepEqual(heard(thirds(5)), [...joins, 'CALL_UPDATED']);
    const { call } = said.at(-1)?.payload as unknown as { call: { callInfo: Record<string, boolean> } };
    assert.deepEqual([call.callInfo['isMultiParty'], call.callInfo['addCallerEnabled']], [true, false]);
    assert.deepEqual(heard(thirds(5, { isMuted: true })), ['MUTE_TOGGLE']);
    const muted = said.at(-1)?.payload as { isMuted: boolean; isGlobal: boolean; call: { callId: string } };
    assert.deepEqual([muted.isMuted, muted.isGlobal, muted.call.callId], [true, false, 't-0']);
    assert.deepEqual(heard(thirds(5)), ['MUTE_TOGGLE']);
    assert.deepEqual(heard(thirds(5, { state: 'held' })), ['HOLD_TOGGLE']);
    assert.deepEqual(heard(thirds(4)), ['PARTICIPANT_REMOVED', 'HOLD_TOGGLE', 'CALL_UPDATED']);
  });

  it('tells that the customer left, also when the phone system speaks of them no more', () => {
    const { book, said, types } = open();
    const withThird = { ...connected, legs: [...ringing.legs, leg('t-1', 'third-party', 'connected')] };
    book.know([withThird]);
    book.hear({ ...withThird, legs: withThird.legs.slice(1) });
    assert.deepEqual(types(), ['PARTICIPANT_REMOVED']);
    const { call } = said[0]?.payload as { call: { callAttributes: { participantType: string } } };
    assert.equal(call.callAttributes.participantType, 'Initial_Caller');
  });

  it('offers a number of a campaign as a callback that is a preview', () => {
    const { book, said } = open();
    const customer = leg('l-1', 'customer', 'ringing');
    book.hear({ ...ringing, direction: 'callback', dialer: 'preview', legs: [customer] });
    const { call } = said[0]?.payload as { call: { callAttributes: { dialerType: string } } };
    assert.deepEqual([said[0]?.type, call.callAttributes.dialerType], ['QUEUED_CALL_STARTED', 'OutboundPreview']);
  });

  it('gives Salesforce the fields of a VoiceCall that the phone system filled in, and nothing else of its attributes', () => {
    const { book, said } = open();
    book.hear(ringing);
    const [started] = said;
    const { call } = started?.payload as { call: { callInfo: { additionalFields: string } } };
    assert.deepEqual(JSON.parse(call.callInfo.additionalFields), { Language__c: 'de' });
  });

  for (const [outcome, direction, status] of [
    ['missed', 'inbound', 'MissedCallAgent'],
    ['declined', 'inbound', 'DeclinedByAgent'],
    ['failed', 'inbound', 'FailedConnectAgent'],
    ['failed', 'outbound', 'FailedConnectCustomer'],
    ['answered', 'inbound', undefined]
  ] as const)
    it(`ends ${direction} and ${outcome} as ${status ?? 'an ordinary end'}`, () => {
      const { book, said } = open();
      book.hear({ ...ringing, direction });
      book.hear({ ...ringing, direction, state: 'ended', outcome });
      const { calls } = said.at(-1)?.payload as unknown as { calls: { agentStatus?: string; reason: string }[] };
      assert.equal(calls[0]?.agentStatus, status);
      assert.equal(calls[0]?.reason, outcome === 'failed' ? 'error' : 'ended');
    });
});
