import assert from 'node:assert/strict';
import { type ExportedCall, type HeldLog } from './exported-call';
import { reconcileCall, type CallFinding, type Rep } from './reconcile-call';

const call: ExportedCall = {
  place: 'calls.csv:2',
  legId: 'leg-1',
  callKey: 'leg-1/ann@acme.com',
  agent: 'ann@acme.com',
  channel: 'phone',
  direction: 'inbound',
  startedAt: '2026-11-20T10:00:00.000Z',
  answeredAt: '2026-11-20T10:00:05.000Z',
  endedAt: '2026-11-20T10:03:00.000Z',
  outcome: 'answered'
};
const whole: HeldLog = {
  id: '00T1',
  objectName: 'Task',
  repId: 'ann',
  isOpen: false,
  answeredAt: call.answeredAt!,
  endedAt: call.endedAt!,
  outcome: 'Answered'
};
const ann: Rep = { kind: 'known', userId: 'ann', isActive: true };
const kinds = (logs: readonly HeldLog[], rep: Rep = ann, given = call): readonly string[] =>
  reconcileCall(given, logs, rep).map((finding: CallFinding) =>
    finding.kind === 'incomplete' ? `incomplete ${finding.lacks.join(' ')}` : finding.kind
  );

describe('the log of a call', () => {
  it('is as it should be when it is there once, whole, and the rep’s', () => assert.deepEqual(kinds([whole]), []));

  it('is missing when the org has none', () => assert.deepEqual(kinds([]), ['missing']));

  it('is duplicated when there are two, also of two kinds, and a vendor’s own counts when it is the same rep’s', () => {
    assert.deepEqual(kinds([whole, { ...whole, id: '0LQ1', objectName: 'VoiceCall' }]), ['duplicated']);
    const vendors: HeldLog = {
      id: '00T2',
      objectName: 'Task',
      repId: 'ann',
      isOpen: false,
      isWithoutKey: true,
      isByCall: true
    };
    assert.deepEqual(kinds([whole, vendors]), ['duplicated']);
    assert.deepEqual(kinds([whole, { ...vendors, repId: 'bob' }]), []);
    assert.deepEqual(kinds([vendors]), []);
  });

  it('is the one that has the call’s id and is this rep’s; of another rep’s it says so, and makes no second', () => {
    const byCall: HeldLog = { ...whole, isByCall: true };
    assert.deepEqual(kinds([byCall]), []);
    assert.deepEqual(kinds([byCall, { ...byCall, id: '00T2', repId: 'bob' }]), []);
    assert.deepEqual(kinds([{ ...byCall, repId: 'bob' }]), ['other-rep']);
    assert.deepEqual(kinds([byCall], { kind: 'unknown' }), ['unknown-agent']);
  });

  it('is incomplete when it is open, or lacks what the phone system knows', () => {
    assert.deepEqual(kinds([{ ...whole, isOpen: true, endedAt: undefined, outcome: undefined }]), [
      'incomplete open end outcome'
    ]);
    assert.deepEqual(kinds([whole], ann, { ...call, recordingUrl: 'https://r', transcriptUrl: 'https://t' }), [
      'incomplete recording transcript'
    ]);
    assert.deepEqual(kinds([{ ...whole, answeredAt: undefined }]), ['incomplete answer']);
    assert.deepEqual(kinds([{ ...whole, parts: { held: 1, wanted: 2 } }]), ['incomplete text']);
  });

  it('may stay open and without end while the call goes on', () => {
    const running: ExportedCall = { ...call, endedAt: undefined, outcome: undefined };
    assert.deepEqual(kinds([{ ...whole, isOpen: true, endedAt: undefined, outcome: undefined }], ann, running), []);
  });

  it('is another rep’s, and an agent whom nobody knows is told', () => {
    assert.deepEqual(kinds([{ ...whole, repId: 'bob' }]), ['other-rep']);
    assert.deepEqual(kinds([whole], { kind: 'unknown' }), ['unknown-agent']);
    assert.deepEqual(kinds([whole], { kind: 'ambiguous', userIds: ['ann', 'bob'] }), ['unknown-agent']);
  });
});
