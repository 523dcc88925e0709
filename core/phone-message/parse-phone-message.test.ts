import assert from 'node:assert/strict';
import { type Interaction } from '../interaction/interaction';
import { longestInteractionText, parseInteraction } from './parse-interaction';
import { parsePhoneMessage, readPhoneMessage } from './parse-phone-message';
import { isFromPhone, type PhoneMessage } from './phone-message';

const interaction: Interaction = {
  callKey: 'leg-1',
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'active',
  queue: 'Support',
  from: '+442079460958',
  to: '+442079460000',
  vendorCallId: '77',
  startedAt: '2026-01-05T09:00:00Z',
  answeredAt: '2026-01-05T09:00:10.250+01:00',
  talkSeconds: 12,
  holdSeconds: 0,
  outcome: 'answered',
  recordingUrl: 'https://phone.example/recordings/77?x=1',
  text: '',
  attributes: { 'case-number': '00001026' },
  match: [{ recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' }]
};
const presence = { agentName: 'Ann', status: 'busy', statusName: 'On a call', since: '2026-01-05T09:00:00Z' } as const;
const queue = { name: 'Support', waiting: 3, longestWaitSeconds: 61, agentsAvailable: 0, agentsTotal: 4 };
const at = '2026-01-05T09:00:00Z';
const support = { kind: 'queue', id: 'q-1', name: 'Support' } as const;
const repMessage = { messageId: 'm-1', text: 'Tea', isImportant: true, from: 'Sue', sentAt: at, until: at };
const messages: readonly PhoneMessage[] = [
  { type: 'interaction', body: { interaction } },
  { type: 'session', body: { session: { state: 'signed-in', userName: 'ann@example.com', expiresAt: at } } },
  { type: 'queues', body: { queues: [queue], at } },
  { type: 'presence', body: { mine: presence, others: [presence], at } },
  { type: 'failure', body: { failure: { kind: 'microphone-blocked', detail: 'NotAllowedError' } } },
  { type: 'hello', body: {} },
  { type: 'dial', body: { number: '+442079460958', recordId: '003000000000001AAA' } },
  { type: 'sign-in', body: {} },
  { type: 'sign-out', body: {} },
  { type: 'set-presence', body: { status: 'Lunch' } },
  { type: 'log-saved', body: { callKey: 'leg-1', taskId: '00T000000000001AAA' } },
  { type: 'wrap-up-done', body: { callKey: 'leg-1' } },
  {
    type: 'presence',
    body: { mine: presence, others: [{ ...presence, call: { callId: '7', since: at, supervision: 'listening' } }], at }
  },
  { type: 'notice', body: { notice: { noticeId: '1', text: 'Please help the night shift', at } } },
  { type: 'messages', body: { messages: [repMessage] } },
  {
    type: 'sent-messages',
    body: {
      sent: [{ ...repMessage, requestId: 'r-1', to: support, readers: [{ name: 'Ann', readAt: at }, { name: 'Bob' }] }],
      addressees: [{ kind: 'everybody' }, support, { kind: 'agent', id: 'bob', name: 'Bob' }]
    }
  },
  { type: 'send-message', body: { requestId: 'r-1', text: 'Tea', to: { kind: 'everybody' }, isImportant: true } },
  { type: 'send-message', body: { requestId: 'r-2', text: 'Tea', to: { kind: 'queue', id: 'q-1' }, forSeconds: 60 } },
  { type: 'withdraw-message', body: { messageId: 'm-1' } },
  { type: 'mark-message-read', body: { messageId: 'm-1' } },
  { type: 'dial-request', body: { request: { requestId: '1', number: '+442079460958', objectName: 'Contact' } } },
  { type: 'dial-answer', body: { requestId: '1', isAllowed: false } },
  { type: 'preferences', body: { autoLogin: false } },
  { type: 'supervise', body: { callId: '7', action: 'barge-in' } },
  {
    type: 'screen-pop',
    body: {
      interactionKey: 'call-1',
      target: { kind: 'new-record', objectName: 'Contact', fields: { Phone: '+442079460958' } }
    }
  },
  {
    type: 'screen-pop',
    body: { interactionKey: 'call-1', target: { kind: 'record', recordId: '003000000000001AAA' } }
  },
  { type: 'screen-pop', body: { interactionKey: 'call-1', target: { kind: 'search', term: 'Ann' } } },
  {
    type: 'record-found',
    body: {
      interactionKey: 'call-1',
      record: { recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' }
    }
  },
  {
    type: 'refused',
    body: { refusal: { asked: 'supervise', subject: 'call-2', reason: 'not-allowed', detail: 'ada is no supervisor' } }
  }
];

const refusedField = (value: unknown): string | undefined => {
  const parsed = readPhoneMessage(value);
  return parsed.kind === 'refused' ? parsed.field : undefined;
};
const withInteraction = (changes: object): unknown => ({
  type: 'interaction',
  body: { interaction: { ...interaction, ...changes } }
});

describe('a message of the phone channel', () => {
  for (const message of messages) {
    it(`${message.type} is read as it was sent, as an object or as JSON text, without what nobody knows`, () => {
      assert.deepEqual(parsePhoneMessage(message), message);
      assert.deepEqual(parsePhoneMessage({ type: message.type, body: JSON.stringify(message.body) }), message);
      const more = { ...message, extra: 1, body: { ...message.body, extra: { deep: true } } };
      assert.deepEqual(parsePhoneMessage(more), message);
    });
  }

  it('says which messages only the phone page may send', () => {
    assert.deepEqual(
      messages.filter(isFromPhone).map(({ type }) => type),
      [
        ...['interaction', 'session', 'queues', 'presence', 'failure', 'presence', 'notice'],
        ...['messages', 'sent-messages', 'dial-request', 'refused']
      ]
    );
  });

  it('is refused when it is nothing of ours, and never throws', () => {
    const hostile = new Proxy({}, { get: () => assert.fail('touched') });
    const values = [
      undefined,
      null,
      1,
      'hello',
      [],
      {},
      { type: 'other', body: {} },
      { type: 'dial', body: '{' },
      hostile
    ];
    for (const value of values) assert.equal(parsePhoneMessage(value), undefined);
    assert.equal(refusedField({ type: 'other', body: {} }), 'type');
    assert.equal(refusedField({ type: 'dial', body: [] }), 'body');
    assert.equal(refusedField({ type: 'dial', body: { number: ' ' } }), 'number');
    assert.equal(refusedField({ type: 'screen-pop', body: { interactionKey: '1', target: { kind: 'url' } } }), 'kind');
    assert.equal(refusedField({ type: 'supervise', body: { callId: '1', action: 'hear' } }), 'action');
    assert.equal(refusedField({ type: 'preferences', body: { autoLogin: 'on' } }), 'autoLogin');
    assert.equal(refusedField({ type: 'dial-answer', body: { requestId: '1', isAllowed: 'yes' } }), 'isAllowed');
  });

  it('is refused when a log could not do without the field', () => {
    const required = [
      'callKey',
      'interactionKey',
      'channel',
      'direction',
      'state',
      'startedAt',
      'talkSeconds',
      'holdSeconds'
    ];
    for (const field of required) {
      for (const bad of [undefined, null, {}, 'x'.repeat(1001), -1, Number.NaN, Infinity]) {
        assert.equal(refusedField(withInteraction({ [field]: bad })), field);
      }
    }
    assert.equal(refusedField(withInteraction({ callKey: 'x'.repeat(241) })), 'callKey');
    assert.equal(refusedField(withInteraction({ callKey: 'leg-1 ' })), 'callKey', 'Salesforce would trim the key');
    for (const bad of ['2026-01-05', '2026-13-05T09:00:00Z', '2026-01-05T09:00:00', 'now', 0]) {
      assert.equal(refusedField(withInteraction({ startedAt: bad })), 'startedAt');
    }
  });

  it('is refused when a message to reps is not what it says', () => {
    const draft = { requestId: 'r-1', text: 'Tea', to: { kind: 'everybody' } };
    const bad: readonly (readonly [string, object])[] = [
      ['text', { text: ' \n' }],
      ['text', { text: 'x'.repeat(501) }],
      ['text', { text: ['Tea'] }],
      ['requestId', { requestId: '' }],
      ['to', { to: 'everybody' }],
      ['to', { to: { kind: 'agent' } }],
      ['to', { to: { kind: 'planet', id: '1' } }],
      ['forSeconds', { forSeconds: 'ten' }],
      ['forSeconds', { forSeconds: -1 }]
    ];
    for (const [field, change] of bad)
      assert.equal(refusedField({ type: 'send-message', body: { ...draft, ...change } }), field);
    assert.equal(refusedField({ type: 'mark-message-read', body: {} }), 'messageId');
    assert.equal(refusedField({ type: 'messages', body: { messages: 'none' } }), 'messages');
  });

  it('leaves out a message to reps that cannot be read, and those whom nobody can name', () => {
    const broken = [{ ...repMessage, isImportant: 'yes' }, { ...repMessage, text: '' }, null];
    assert.deepEqual(parsePhoneMessage({ type: 'messages', body: { messages: [...broken, repMessage] } }), {
      type: 'messages',
      body: { messages: [repMessage] }
    });
    const sent = { ...repMessage, requestId: 'r-1', to: support, readers: [{ readAt: at }, { name: 'Bob' }] };
    const addressees = [{ kind: 'queue', id: 'q-2' }, { kind: 'nobody' }, support];
    assert.deepEqual(
      parsePhoneMessage({ type: 'sent-messages', body: { sent: [sent, { ...sent, to: {} }], addressees } }),
      { type: 'sent-messages', body: { sent: [{ ...sent, readers: [{ name: 'Bob' }] }], addressees: [support] } }
    );
  });

  it('keeps the call and drops a bad extra', () => {
    const bad = {
      recordingUrl: 'javascript:alert(1)',
      answeredAt: 'soon',
      outcome: 'great',
      queue: { name: 'Support' },
      text: 'x'.repeat(longestInteractionText + 1),
      match: [{ recordId: 'nope', name: 'Ann', objectName: 'Contact' }, ...(interaction.match ?? [])],
      attributes: { plan: 'gold', age: 7, vip: true, deep: {}, long: 'x'.repeat(10_001) }
    };
    const { recordingUrl: _1, answeredAt: _2, outcome: _3, queue: _4, text: _5, ...rest } = interaction;
    assert.deepEqual(parseInteraction({ ...interaction, ...bad }), {
      ...rest,
      attributes: { plan: 'gold', age: '7', vip: 'true' }
    });
  });

  it('keeps the long address of a signed recording, and rounds what phone systems measure in parts of a second', () => {
    const recordingUrl = `https://recordings.example.com/r?signature=${'a'.repeat(7_900)}`;
    const said = parseInteraction({ ...interaction, recordingUrl, talkSeconds: 61.5, holdSeconds: 0.2 });
    assert.deepEqual(said, { ...interaction, recordingUrl, talkSeconds: 62, holdSeconds: 0 });
    assert.equal(
      parseInteraction({ ...interaction, recordingUrl: `${recordingUrl}${'a'.repeat(200)}` })?.recordingUrl,
      undefined
    );
  });

  it('cannot change how objects are made', () => {
    const parsed = parseInteraction({
      ...interaction,
      attributes: JSON.parse('{"__proto__":"x","constructor":"y","a":"z"}') as unknown
    });
    assert.deepEqual(Object.keys(parsed?.attributes ?? {}), ['a']);
  });

  it('leaves out a queue that cannot be read and refuses too many', () => {
    const sent = { type: 'queues', body: { queues: [queue, { ...queue, waiting: -1 }, null], at } };
    assert.deepEqual(parsePhoneMessage(sent), { type: 'queues', body: { queues: [queue], at } });
    assert.equal(refusedField({ type: 'queues', body: { queues: Array(1001).fill(queue), at } }), 'queues');
  });
});
