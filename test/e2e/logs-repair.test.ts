import assert from 'node:assert/strict';
import { file, openCalls, row, type CallsWorkspace } from './calls-workspace';
import { ownCallCenter } from './config';

describe('logs reconcile --repair', function () {
  this.timeout(60_000);
  let workspace: CallsWorkspace;
  afterEach(() => workspace.close());

  it('finds what is missing, creates it for its agent as the package would, and changes nothing the second time', async () => {
    workspace = await openCalls(
      file(row('leg-1', 'priya.raman@example.com', 'https://rec.example.com/1'), row('leg-2', 'TOM.OKAFOR@example.com'))
    );
    const before = workspace.org.stateHash();
    const looked = await workspace.reconcile();
    assert.deepEqual([looked.code, looked.counts['missing'], looked.data['repairable']], [2, 2, 2]);
    assert.equal(workspace.org.stateHash(), before);

    const repaired = await workspace.reconcile('--repair');
    assert.deepEqual([repaired.code, repaired.data['created'], repaired.findings], [0, 2, []]);
    const [made] = workspace.logs().filter(({ CallKey__c }) => CallKey__c === 'leg-1/priya.raman@example.com');
    assert.deepEqual(
      [
        made?.['OwnerId'],
        made?.['Subject'],
        made?.['TalkSeconds__c'],
        made?.['Channel__c'],
        made?.['TaskSubtype'],
        made?.['CallObject']
      ],
      [workspace.userId('priya.raman'), 'Call from +14155550100', 180, 'Phone', 'Call', 'v-leg-1']
    );
    const after = workspace.org.stateHash();
    assert.deepEqual([(await workspace.reconcile('--repair')).code, workspace.org.stateHash() === after], [0, true]);
  });

  it('knows the logs of the phone pages by the call and the agent, each leg of a transfer for itself, and makes no second one', async () => {
    const tom = 'tom.okafor@example.com';
    workspace = await openCalls(file(row('c-1'), row('c-2'), row('c-2', tom), row('c-3'), row('c-3', tom)));
    const of = (call: string): Record<string, unknown> => ({ CallObject: call });
    const toms = { OwnerId: workspace.userId('tom.okafor') };
    // As a page writes them: with the agent as the phone system has them, here by another name than in the export.
    workspace.log('c-1/priya-17', { ...of('c-1'), Status: 'In Progress', IsClosed: false, EndedAt__c: null });
    workspace.log('c-2/priya.raman@example.com', of('c-2'));
    workspace.log('c-2/tom-9', { ...of('c-2'), ...toms });
    workspace.log('c-3/tom.okafor@example.com', { ...of('c-3'), ...toms });
    const looked = await workspace.reconcile();
    assert.deepEqual(
      looked.findings.map(({ kind, callKey, agent }) => [kind, callKey, agent]),
      [
        ['incomplete', 'c-1', 'priya.raman@example.com'],
        ['missing', 'c-3', 'priya.raman@example.com']
      ]
    );
    const { code, data } = await workspace.reconcile('--repair');
    assert.deepEqual([code, data['created'], data['completed'], workspace.logs().length], [0, 1, 1, 5]);
    const late = workspace.logs().find(({ CallKey__c }) => CallKey__c === 'c-3/priya.raman@example.com');
    assert.equal(late?.['OwnerId'], workspace.userId('priya.raman'), 'a page that comes late writes into this one');
  });

  it('completes what is open, and leaves what somebody wrote', async () => {
    workspace = await openCalls(file(row('leg-1')));
    const open1 = { Status: 'In Progress', IsClosed: false, EndedAt__c: null, Outcome__c: null };
    workspace.log('leg-1', { ...open1, Subject: 'Kept', Description: 'Notes', Queue__c: 'Sales' });
    const looked = await workspace.reconcile();
    assert.deepEqual(
      looked.findings.map(({ kind, lacks }) => [kind, lacks]),
      [['incomplete', ['open', 'end', 'outcome']]]
    );
    const repaired = await workspace.reconcile('--repair');
    assert.deepEqual([repaired.code, repaired.data['completed']], [0, 1]);
    const [task] = workspace.logs();
    assert.deepEqual(
      [
        task?.['Status'],
        task?.['Outcome__c'],
        task?.['Subject'],
        task?.['Description'],
        task?.['Queue__c'],
        task?.['FromNumber__c']
      ],
      ['Completed', 'Answered', 'Kept', 'Notes', 'Sales', '+14155550100']
    );
    const after = workspace.org.stateHash();
    assert.deepEqual([(await workspace.reconcile('--repair')).code, workspace.org.stateHash() === after], [0, true]);
  });

  it('creates nothing twice when the answer to the writing is lost, nor when the connection breaks before it', async () => {
    for (const kind of ['reset-after', 'reset-before'] as const) {
      workspace = await openCalls(file(row('leg-1'), row('leg-2')));
      workspace.org.faults.add({ match: { path: '*/composite' }, times: 1, fault: { kind } });
      const { code } = await workspace.reconcile('--repair');
      assert.deepEqual(
        [
          code,
          workspace
            .logs()
            .map(({ CallKey__c }) => CallKey__c)
            .sort()
        ],
        [0, ['leg-1/priya.raman@example.com', 'leg-2/priya.raman@example.com']],
        kind
      );
      if (kind === 'reset-after') await workspace.close();
    }
  });

  it('goes on where it was stopped, and ends with every call logged once', async () => {
    workspace = await openCalls(file(...Array.from({ length: 2100 }, (_, at) => row(`leg-${at}`))));
    workspace.org.faults.add({
      match: { path: '*/composite/batch' },
      skip: 3,
      times: 1,
      fault: { kind: 'request-limit', which: 'total' }
    });
    const stopped = await workspace.fail('logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv', '--repair');
    assert.deepEqual([stopped.code, stopped.exitCode], ['REQUEST_LIMIT_EXCEEDED', 75]);
    const made = workspace.logs().length;
    assert.ok(made > 0 && made < 2100, String(made));
    const { code, data } = await workspace.reconcile('--repair');
    assert.deepEqual([code, data['created'], workspace.logs().length], [0, 2100 - made, 2100]);
  });

  it('tells which records the org refuses, writes the others, and ends with 68', async () => {
    workspace = await openCalls(file(row('leg-1'), row('leg-2')).replace('Support', 'Q'.repeat(20)));
    workspace.org.faults.add({ match: { path: '*/composite' }, fault: { kind: 'row-lock' } });
    const { code, findings } = await workspace.reconcile('--repair');
    assert.equal(code, 68);
    assert.match(findings[0]?.remedy ?? '', /^refused: UNABLE_TO_LOCK_ROW/);
    assert.equal(workspace.logs().length, 0);
  });

  it('writes to production only when somebody confirmed it, and asks nobody when there is nothing to write', async () => {
    const config = ownCallCenter({ kind: 'production', more: 'ringdown: { source: force-app }' });
    workspace = await openCalls(file(row('leg-1')), { config, org: { kind: 'production' } });
    const args = ['logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv', '--repair'] as const;
    assert.equal((await workspace.fail(...args)).code, 'PRODUCTION_NOT_CONFIRMED');
    assert.equal(workspace.logs().length, 0);
    const id = String(workspace.org.data.rows('Organization')[0]?.['Id']);
    assert.equal((await workspace.reconcile('--repair', '--confirm-org', id)).code, 0);
    assert.equal((await workspace.reconcile('--repair')).code, 0);
  });
});
