import assert from 'node:assert/strict';
import { fakeApply } from '../../test/fakes/apply-context';
import { OrgFailure } from '../org/failure';
import type { RecordWrite, WriteResult } from '../org/org';
import type { WriteRecord } from '../resources/change';
import { writeChanges } from './write-changes';

const user = (name: string): WriteRecord => ({
  kind: 'write-record',
  action: 'update',
  address: `user ${name}`,
  summary: `put ${name} into Support`,
  details: [],
  sobject: 'User',
  id: `005${name}`,
  fields: { CallCenterId: { idOf: { type: 'CallCenter', name: 'Support' } }, UserPermissionsSupportUser: true }
});

const assignment: WriteRecord = {
  kind: 'write-record',
  action: 'create',
  address: 'user ann RingdownAccess',
  summary: 'assign RingdownAccess to ann',
  details: [],
  sobject: 'PermissionSetAssignment',
  fields: { AssigneeId: '005ann', PermissionSetId: '0PS1' }
};

const ids = new Map([['CallCenter:Support', '04v1']]);
const none = (): Promise<readonly WriteRecord[]> => Promise.resolve([]);
const ok: WriteResult = { ok: true, id: 'x' };
const refusal = (code: string): WriteResult => ({ ok: false, code, message: code });

describe('writeChanges', () => {
  it('fills in the id of a call center that was deployed in the same run', async () => {
    const written: RecordWrite[] = [];
    const context = fakeApply({
      write: (records) => Promise.resolve(records.map((record) => (written.push(record), ok)))
    });
    const { refused } = await writeChanges(context, { changes: [user('ann')], ids, stillToWrite: none });
    assert.deepEqual(refused, []);
    assert.deepEqual(written[0]?.fields, { CallCenterId: '04v1', UserPermissionsSupportUser: true });
  });

  it('asks for an id that no deploy told, and postpones the field when nobody has it', async () => {
    const written: RecordWrite[] = [];
    const context = fakeApply({
      ask: (questions) => Promise.resolve(new Map(questions.map(({ id }) => [id, { ok: true, records: [] }]))),
      write: (records) => Promise.resolve(records.map((record) => (written.push(record), ok)))
    });
    const { postponed } = await writeChanges(context, { changes: [user('ann')], ids: new Map(), stillToWrite: none });
    assert.equal(postponed, 1);
    assert.deepEqual(written[0]?.fields, { UserPermissionsSupportUser: true });
  });

  it('collects what was refused for each user and writes the others', async () => {
    const context = fakeApply({ write: () => Promise.resolve([ok, refusal('LICENSE_LIMIT_EXCEEDED')]) });
    const { refused } = await writeChanges(context, { changes: [user('ann'), user('bob')], ids, stillToWrite: none });
    assert.deepEqual(
      refused.map(({ change, code }) => [change.address, code]),
      [['user bob', 'LICENSE_LIMIT_EXCEEDED']]
    );
  });

  it('tries locked rows again, and only those', async () => {
    const calls: number[] = [];
    const context = fakeApply({
      write: (records) => {
        calls.push(records.length);
        return Promise.resolve(calls.length === 1 ? [ok, refusal('UNABLE_TO_LOCK_ROW')] : records.map(() => ok));
      }
    });
    const { refused } = await writeChanges(context, { changes: [user('ann'), user('bob')], ids, stillToWrite: none });
    assert.deepEqual(calls, [2, 1]);
    assert.deepEqual(refused, []);
    assert.deepEqual(context.clock.waits, [500]);
  });

  it('gives up on a row that stays locked and says so', async () => {
    const context = fakeApply({ write: () => Promise.resolve([refusal('UNABLE_TO_LOCK_ROW')]) });
    const { refused } = await writeChanges(context, { changes: [user('ann')], ids, stillToWrite: none });
    assert.equal(refused[0]?.code, 'UNABLE_TO_LOCK_ROW');
    assert.equal(context.clock.waits.length, 4);
  });

  it('takes an assignment that is there already for done', async () => {
    const context = fakeApply({ write: () => Promise.resolve([refusal('DUPLICATE_VALUE')]) });
    const { refused } = await writeChanges(context, { changes: [assignment], ids, stillToWrite: none });
    assert.deepEqual(refused, []);
  });

  it('looks what is still missing after a lost answer, and writes only that', async () => {
    const calls: string[][] = [];
    const context = fakeApply({
      write: (records) => {
        calls.push(records.map(({ id }) => id ?? ''));
        return calls.length === 1
          ? Promise.reject(new OrgFailure('unreachable', 'ECONNRESET', 'lost', 'POST'))
          : Promise.resolve(records.map(() => ok));
      }
    });
    await writeChanges(context, {
      changes: [user('ann'), user('bob')],
      ids,
      stillToWrite: () => Promise.resolve([user('bob')])
    });
    assert.deepEqual(calls, [['005ann', '005bob'], ['005bob']]);
  });
});
