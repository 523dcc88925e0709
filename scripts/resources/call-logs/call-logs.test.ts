import assert from 'node:assert/strict';
import type { ExportedCall } from '../../../core/reconcile/exported-call';
import { answersOf } from '../../../test/fixtures/answers';
import { usersQuestion } from '../agents/expected-users';
import type { ExportRow } from '../export-file/export-rows';
import { rangeEnd } from './call-range';
import { heldLogs, logQuestions, partQuestions } from './held-logs';
import { repairOf } from './log-repairs';
import { callOf, momentOf } from './read-calls';
import { findReps } from './reps';

const row = (values: Readonly<Record<string, string>>): ExportRow => ({
  line: 3,
  values: new Map(Object.entries(values))
});
const least = { callkey: 'leg-1', started: '2026-11-20T10:00:00Z' };
const call: ExportedCall = {
  place: 'calls.csv:3',
  legId: 'leg-1',
  callKey: 'leg-1/ann@acme.com',
  agent: 'ann@acme.com',
  channel: 'phone',
  direction: 'inbound',
  startedAt: '2026-11-20T23:30:00.000Z',
  endedAt: '2026-11-20T23:40:00.000Z'
};
const people = [
  { Id: '005A', Username: 'ann@acme.com', IsActive: true, TimeZoneSidKey: 'Europe/Berlin' },
  { Id: '005B', Username: 'bob@acme.com', IsActive: false, TimeZoneSidKey: 'Mars/Olympus' }
];
const users = people.map(({ Id, Username, IsActive }) => ({
  id: Id,
  username: Username,
  isActive: IsActive,
  isExpected: true
}));
const reps = findReps(users, { matchBy: 'Username', isSandbox: false }, answersOf({ [usersQuestion.id]: people }));

describe('a row of an export of calls', () => {
  it('needs a key and a beginning, and reads everything else by whichever name it has', () => {
    assert.deepEqual(
      callOf(row({ ...least, media: 'Voicemail', ani: '+1', agentemail: 'ann@acme.com', holdseconds: '7' }), 'c'),
      {
        place: 'c:3',
        legId: 'leg-1',
        callKey: 'leg-1/ann@acme.com',
        channel: 'voicemail',
        direction: 'inbound',
        startedAt: '2026-11-20T10:00:00.000Z',
        holdSeconds: 7,
        agent: 'ann@acme.com',
        from: '+1'
      }
    );
  });

  it('says everything that is wrong with it', () => {
    const read = callOf(row({ callkey: 'x'.repeat(241), direction: 'up', holdseconds: 'long', ended: '10:00' }), 'c');
    assert.ok('faults' in read);
    assert.equal(read.faults.length, 5, read.faults.join('\n'));
  });

  it('has times with their zone, however they are written', () => {
    assert.equal(momentOf('2026-11-20 10:00:00+01:00'), '2026-11-20T09:00:00.000Z');
    assert.equal(momentOf('2026-11-20T10:00:00.5 +0100'), '2026-11-20T09:00:00.500Z');
    for (const unclear of ['2026-11-20T10:00:00', '20.11.2026 10:00Z', '2026-13-20T10:00:00Z', ''])
      assert.equal(momentOf(unclear), undefined, unclear);
  });
});

describe('a range of days', () => {
  it('has whole days in UTC, and moments as they are', () => {
    assert.equal(rangeEnd('2026-11-20', 'from'), Date.UTC(2026, 10, 20));
    assert.equal(rangeEnd('2026-11-20', 'to'), Date.UTC(2026, 10, 21));
    assert.equal(rangeEnd('2026-11-20T10:00:00+01:00', 'to'), Date.UTC(2026, 10, 20, 9));
    for (const wrong of ['2026-02-30', 'today', '20.11.2026']) assert.equal(rangeEnd(wrong, 'from'), undefined, wrong);
  });
});

describe('what an org has of calls', () => {
  it('is asked with the namespace of the package, and for VoiceCalls only where there are some', () => {
    const soql = logQuestions([{ ...call, vendorCallId: 'v' }], { namespace: 'rd', hasVoice: false }).map((question) =>
      'soql' in question ? question.soql : ''
    );
    assert.equal(soql.length, 2);
    assert.match(
      soql[0] ?? '',
      /rd__EndedAt__c.* FROM Task WHERE rd__CallKey__c IN \('leg-1\/ann@acme.com', 'leg-1'\)/
    );
    assert.match(soql[1] ?? '', /CreatedDate >= 2026-11-20T22:30:00\.000Z AND CallObject IN \('leg-1', 'v'\)/);
    const voice = logQuestions([call], { namespace: '', hasVoice: true }).map((question) =>
      'soql' in question ? question.soql : ''
    );
    assert.match(voice[2] ?? '', /FROM VoiceCall WHERE VendorCallKey IN/);
  });

  it('is told by key, with the parts that are there and those that should be', () => {
    const place = { namespace: 'rd', hasVoice: true };
    const task = {
      Id: '00T1',
      OwnerId: '005A',
      IsClosed: true,
      rd__CallKey__c: 'leg-1',
      rd__ContinuesElsewhere__c: true
    };
    const rows = {
      'call-logs:task:0': [task],
      'call-logs:voice:0': [
        { Id: '0LQ1', OwnerId: '005X', UserId: '005A', VendorCallKey: 'leg-1', CallEndDateTime: 'x' }
      ]
    };
    assert.equal(partQuestions([call], answersOf(rows), place).length, 1);
    const answers = answersOf({ ...rows, 'call-logs:parts:0': [{ callKey: 'leg-1', held: 1, wanted: 2 }] });
    const logs = heldLogs([call], answers, place).get(call.callKey)?.logs ?? [];
    assert.deepEqual(
      logs.map(({ objectName, repId }) => [objectName, repId]),
      [
        ['Task', '005A'],
        ['VoiceCall', '005A']
      ]
    );
    assert.deepEqual(logs[0]?.parts, { held: 1, wanted: 2 });
  });
});

describe('a repair', () => {
  const place = { namespace: 'rd', hasVoice: false };
  const missing = (agent: string): Parameters<typeof repairOf>[0] => ({
    call: { ...call, agent },
    kind: 'missing',
    rep: reps.repOf(agent)
  });

  it('creates the Task of the package, on the day that it was where the rep is', () => {
    const outcome = repairOf(missing('ann@acme.com'), { task: undefined, reps, place });
    assert.ok(outcome.kind === 'repair');
    const { keyField, fields } = outcome.repair;
    assert.deepEqual(
      [keyField, fields['ActivityDate'], fields['OwnerId'], fields['rd__Channel__c']],
      ['rd__CallKey__c', '2026-11-21', '005A', 'Phone']
    );
  });

  it('is a person’s where the agent is nobody, or has left, or the call is the platform’s to log', () => {
    const kinds = [
      repairOf(missing('zoe@acme.com'), { task: undefined, reps, place }),
      repairOf(missing('bob@acme.com'), { task: undefined, reps, place }),
      repairOf(missing('ann@acme.com'), { task: undefined, reps, place: { ...place, hasVoice: true } })
    ].map(({ kind }) => kind);
    assert.deepEqual(kinds, ['by-person', 'by-person', 'by-person']);
  });

  it('takes the day of UTC for a zone that nobody knows', () => {
    assert.equal(reps.dayOf('005B', '2026-11-20T23:30:00.000Z'), '2026-11-20');
  });
});
