import assert from 'node:assert/strict';
import type { Change } from '../resources/change';
import type { ApplyOutcome } from './apply-plan';
import { judgeOutcome } from './judge-outcome';

const shown = { details: [], action: 'update' } as const;
const permissionSet: Change = {
  ...shown,
  kind: 'deploy-component',
  phase: 'metadata',
  address: 'permission-set A',
  summary: 'create A',
  component: { type: 'PermissionSet', fullName: 'A', path: 'a', content: '' }
};
const callCenter: Change = {
  ...permissionSet,
  address: 'call-center B',
  summary: 'create B',
  byHand: { where: 'Setup', steps: [] }
};
const user: Change = {
  ...shown,
  kind: 'write-record',
  address: 'user ann',
  summary: 'update ann',
  sobject: 'User',
  id: '005',
  fields: { CallCenterId: { idOf: { type: 'CallCenter', name: 'B' } } }
};

const outcome = (open: readonly Change[], given: Partial<ApplyOutcome> = {}): ApplyOutcome => ({
  after: {
    org: { id: '00D', name: 'Acme', kind: 'sandbox', domain: 'acme' },
    orgName: 'uat',
    apiVersion: '67.0',
    changes: open,
    findings: [],
    holds: [],
    recheck: [],
    fingerprint: ''
  },
  answers: new Map(),
  proofs: { holds: [], missing: [] },
  refused: [],
  byHand: [],
  ...given
});

describe('judgeOutcome', () => {
  const planned = [permissionSet, callCenter, user];

  it('counts as done what is not there to be changed any more', () => {
    const { done, remaining, unexplained } = judgeOutcome(planned, outcome([]));
    assert.deepEqual([done, remaining, unexplained], [planned, [], []]);
  });

  it('lets a call center and its users wait for a person, and nothing else', () => {
    const { done, remaining, unexplained } = judgeOutcome(planned, outcome([callCenter, user]));
    assert.deepEqual([done, remaining, unexplained], [[permissionSet], [callCenter, user], []]);
  });

  it('never hides what was not read back behind a person who is waited for', () => {
    const { unexplained } = judgeOutcome(planned, outcome([permissionSet, callCenter, user]));
    assert.deepEqual(unexplained, ['create A']);
  });

  it('does not take a refused question for an answer', () => {
    const finding = { code: 'ORG_UNREADABLE', severity: 'blocked', message: 'users', fix: '' } as const;
    const refused = outcome([]);
    const { unexplained } = judgeOutcome(planned, { ...refused, after: { ...refused.after, findings: [finding] } });
    assert.deepEqual(unexplained, ['ORG_UNREADABLE: users']);
  });

  it('reports field access that a user still lacks', () => {
    const proofs = { holds: [], missing: ['ann still lacks access to Task.Type'] };
    assert.deepEqual(judgeOutcome(planned, outcome([], { proofs })).unexplained, proofs.missing);
  });

  it('leaves refused records to their own error', () => {
    const plain = { ...user, fields: { UserPermissionsSupportUser: true } };
    const refused = [{ change: plain, code: 'LICENSE_LIMIT_EXCEEDED', message: 'no seat' }];
    assert.deepEqual(judgeOutcome([plain], outcome([plain], { refused })).unexplained, []);
  });
});
