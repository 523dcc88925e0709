import assert from 'node:assert/strict';
import { type Interaction } from '../interaction/interaction';
import { callLogOf, cutTo } from './call-log-of';
import { dueDateAfter } from './due-date';
import { isVoiceCallId } from './kept-record';
import { followUpKeyOf, partKeyOf } from './log-keys';
import { subjectLine, type SubjectWords } from './subject-line';

const interaction: Interaction = {
  callKey: 'leg-1',
  interactionKey: 'call-1',
  channel: 'phone',
  direction: 'inbound',
  state: 'wrap-up',
  queue: 'Support',
  from: '+442079460958',
  to: '+442079460000',
  vendorCallId: '77',
  startedAt: '2026-01-05T09:00:00Z',
  answeredAt: '2026-01-05T09:00:10Z',
  endedAt: '2026-01-05T09:02:10Z',
  talkSeconds: 100,
  holdSeconds: 20,
  outcome: 'answered',
  recordingUrl: 'https://phone.example/recordings/77',
  attributes: { plan: 'gold' },
  match: [{ recordId: '003000000000001AAA', name: 'Ann', objectName: 'Contact' }]
};

describe('a call log', () => {
  it('holds the call and what the rep adds', () => {
    const { state: _state, attributes: _attributes, match: _match, ...call } = interaction;
    const wrapUp = {
      subject: 'Call from Ann',
      type: 'Call',
      disposition: 'Resolved',
      notes: 'All well.',
      whoId: '003000000000001AAA',
      whatId: '500000000000001AAA',
      wrapUpSeconds: 31
    };
    const followUp = { subject: 'Send the invoice', dueDate: '2026-01-08' };
    const { notes, ...rest } = wrapUp;
    assert.deepEqual(callLogOf(interaction, { ...wrapUp, followUp }), {
      ...call,
      ...rest,
      durationSeconds: 120,
      text: notes,
      followUp: { key: 'leg-1:follow-up', ...followUp }
    });
  });

  it('names nothing that nobody said', () => {
    const { from: _from, outcome: _outcome, recordingUrl: _url, queue: _queue, ...bare } = interaction;
    const log = callLogOf({ ...bare, to: '' }, { subject: 'Call', disposition: '' });
    for (const name of ['from', 'to', 'outcome', 'recordingUrl', 'queue', 'type', 'disposition', 'whoId', 'followUp']) {
      assert.ok(!(name in log), name);
    }
    assert.deepEqual([log.wrapUpSeconds, log.text], [0, '']);
  });

  it('tells a type that was taken back from one that nobody was asked for', () => {
    assert.equal(callLogOf(interaction, { subject: 'Call', type: '' }).type, '');
    assert.ok(!('type' in callLogOf(interaction, { subject: 'Call' })));
  });

  it('puts notes before the chat', () => {
    const log = callLogOf({ ...interaction, text: 'Ann: hello\n' }, { subject: 'Chat', notes: 'Friendly.' });
    assert.equal(log.text, 'Friendly.\n\nAnn: hello\n');
    const long = 'x'.repeat(5_000_000);
    assert.ok(callLogOf({ ...interaction, text: long }, { subject: 'Chat' }).text === long);
  });

  it('fits every field and keeps in the text what does not', () => {
    const from = `sip:${'a'.repeat(60)}@example.com`;
    const recordingUrl = `https://phone.example/${'r'.repeat(300)}`;
    const queue = '😀'.repeat(50);
    const log = callLogOf({ ...interaction, from, recordingUrl, queue }, { subject: '😀'.repeat(200), notes: 'n' });
    assert.deepEqual([log.subject.length, log.from, log.queue], [254, from.slice(0, 40), '😀'.repeat(40)]);
    assert.ok(!('recordingUrl' in log));
    assert.equal(log.text, ['n', '', queue, from, recordingUrl].join('\n'));
  });

  it('tells no time that a field of eight digits cannot hold', () => {
    const call = { ...interaction, talkSeconds: 315_360_000, holdSeconds: 1 };
    const log = callLogOf(call, { subject: 'Call', wrapUpSeconds: 1e10 });
    const { talkSeconds, holdSeconds, durationSeconds, wrapUpSeconds } = log;
    assert.deepEqual(
      [talkSeconds, holdSeconds, durationSeconds, wrapUpSeconds],
      [99_999_999, 1, 99_999_999, 99_999_999]
    );
  });

  it('cuts between characters', () => {
    assert.equal(cutTo('abc', 3), 'abc');
    assert.equal(cutTo('ab👍🏽', 4), 'ab');
    assert.equal(cutTo('e\u0301\u0302', 2), 'e\u0301');
  });

  it('has keys that sort and never clash', () => {
    assert.equal(followUpKeyOf('leg-1'), 'leg-1:follow-up');
    assert.equal(partKeyOf('leg-1', 1), 'leg-1#0001');
    assert.ok(partKeyOf('leg-1', 2) < partKeyOf('leg-1', 10));
    for (const bad of [0, -1, 1.5, 10_000, NaN]) assert.throws(() => partKeyOf('leg-1', bad), RangeError);
  });

  it('tells the id of a VoiceCall from the key of a phone system', () => {
    for (const id of ['0LQ000000000001', '0LQ000000000001AAA']) assert.ok(isVoiceCallId(id), id);
    for (const key of ['', '0LQ', '0LQ00000000000', '00T000000000001AAA', 'call-1', '0LQ000000000001AA'])
      assert.ok(!isVoiceCallId(key), key);
  });

  it('reckons the day a follow-up is due', () => {
    assert.equal(dueDateAfter('2026-01-05', 0), '2026-01-05');
    assert.equal(dueDateAfter('2026-02-27', 2), '2026-03-01');
    assert.equal(dueDateAfter('2028-02-28', 1), '2028-02-29');
    assert.equal(dueDateAfter('2026-12-31', 1), '2027-01-01');
    assert.throws(() => dueDateAfter('2026-13-01', 1), RangeError);
  });
});

describe('a subject line', () => {
  const of = (kind: string) => ({
    inbound: `${kind} from {0}`,
    outbound: `${kind} to {0}`,
    internal: `${kind} with {0}`
  });
  const words: SubjectWords = {
    phone: of('Call'),
    chat: of('Chat'),
    voicemail: of('Voicemail'),
    sms: of('SMS'),
    missed: 'Missed: {0}',
    withheld: 'unknown number'
  };

  it('says what it was and with whom', () => {
    assert.equal(subjectLine(interaction, words), 'Call from +442079460958');
    assert.equal(subjectLine(interaction, words, 'Ann Lee'), 'Call from Ann Lee');
    assert.equal(subjectLine({ ...interaction, direction: 'outbound' }, words), 'Call to +442079460000');
    assert.equal(
      subjectLine({ ...interaction, channel: 'chat', direction: 'internal' }, words, ' '),
      'Chat with +442079460958'
    );
    assert.equal(subjectLine({ ...interaction, from: undefined }, words), 'Call from unknown number');
    assert.equal(subjectLine({ ...interaction, outcome: 'missed' }, words, 'Ann'), 'Missed: Ann');
    assert.equal(
      subjectLine({ ...interaction, direction: 'outbound', outcome: 'missed' }, words, 'Ann'),
      'Call to Ann'
    );
    assert.equal(subjectLine(interaction, words, '$&{0}'), 'Call from $&{0}');
    assert.equal(subjectLine(interaction, words, 'x'.repeat(300)).length, 255);
  });
});
