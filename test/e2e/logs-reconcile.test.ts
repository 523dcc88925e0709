import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployCallPackage } from '../../local/org/testing/call-package';
import type { ListedFinding } from '../../scripts/resources/call-logs/reconciliation';
import { ownCallCenter } from './config';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace';

type Counts = Readonly<Record<string, number>>;
type Ran = {
  readonly code: number;
  readonly counts: Counts;
  readonly findings: readonly ListedFinding[];
  readonly data: Readonly<Record<string, unknown>>;
};

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const header = 'Call Key,Agent,Channel,Direction,From,To,Queue,Started,Answered,Ended,Outcome,Recording,Vendor Call ID';
const row = (key: string, agent = 'priya.raman@example.com', more = ''): string =>
  `${key},${agent},Phone,Inbound,+14155550100,+18005550100,Support,${yesterday}T10:00:00Z,${yesterday}T10:00:05Z,${yesterday}T10:03:05Z,Answered,${more},v-${key}`;
const file = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

describe('logs reconcile', function () {
  this.timeout(60_000);
  let workspace: Workspace;
  afterEach(() => workspace.close());

  const open = async (text: string, given: Partial<WorkspaceOptions> = {}): Promise<void> => {
    workspace = await openWorkspace({
      config: ownCallCenter({ more: 'ringdown: { source: force-app }' }),
      ...given
    });
    deployCallPackage(workspace.org.data);
    workspace.write('calls.csv', text);
  };
  const reconcile = async (...args: readonly string[]): Promise<Ran> => {
    const { exitCode, data } = await workspace.run(
      'logs',
      'reconcile',
      '--org',
      'uat',
      '--export',
      'calls.csv',
      ...args
    );
    return {
      code: exitCode,
      counts: data['counts'] as Counts,
      findings: data['findings'] as readonly ListedFinding[],
      data
    };
  };
  const userId = (username: string): string =>
    String(workspace.org.data.rows('User').find(({ Username }) => String(Username).startsWith(username))?.['Id']);
  const logs = (): readonly Readonly<Record<string, unknown>>[] =>
    workspace.org.data.rows('Task').filter(({ CallKey__c }) => typeof CallKey__c === 'string');
  const log = (key: string, fields: Readonly<Record<string, unknown>> = {}): string => {
    const whole = {
      CallKey__c: key,
      Subject: 'Call',
      Status: 'Completed',
      IsClosed: true,
      OwnerId: userId('priya.raman'),
      AnsweredAt__c: `${yesterday}T10:00:05.000+0000`,
      EndedAt__c: `${yesterday}T10:03:05.000+0000`,
      Outcome__c: 'Answered'
    };
    return String(workspace.org.data.insert('Task', { ...whole, ...fields } as never)['Id']);
  };

  it('finds what is missing, creates it for its agent as the package would, and changes nothing the second time', async () => {
    await open(
      file(row('leg-1', 'priya.raman@example.com', 'https://rec.example.com/1'), row('leg-2', 'TOM.OKAFOR@example.com'))
    );
    const before = workspace.org.stateHash();
    const looked = await reconcile();
    assert.deepEqual([looked.code, looked.counts['missing'], looked.data['repairable']], [2, 2, 2]);
    assert.equal(workspace.org.stateHash(), before);

    const repaired = await reconcile('--repair');
    assert.deepEqual([repaired.code, repaired.data['created'], repaired.findings], [0, 2, []]);
    const [made] = logs().filter(({ CallKey__c }) => CallKey__c === 'leg-1');
    assert.deepEqual(
      [
        made?.['OwnerId'],
        made?.['Subject'],
        made?.['TalkSeconds__c'],
        made?.['Channel__c'],
        made?.['TaskSubtype'],
        made?.['CallObject']
      ],
      [userId('priya.raman'), 'Call from +14155550100', 180, 'Phone', 'Call', 'v-leg-1']
    );
    const after = workspace.org.stateHash();
    assert.deepEqual([(await reconcile('--repair')).code, workspace.org.stateHash() === after], [0, true]);
  });

  it('completes what is open, and leaves what somebody wrote', async () => {
    await open(file(row('leg-1')));
    const open1 = { Status: 'In Progress', IsClosed: false, EndedAt__c: null, Outcome__c: null };
    log('leg-1', { ...open1, Subject: 'Kept', Description: 'Notes', Queue__c: 'Sales' });
    const looked = await reconcile();
    assert.deepEqual(
      looked.findings.map(({ kind, lacks }) => [kind, lacks]),
      [['incomplete', ['open', 'end', 'outcome']]]
    );
    const repaired = await reconcile('--repair');
    assert.deepEqual([repaired.code, repaired.data['completed']], [0, 1]);
    const [task] = logs();
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
    assert.deepEqual([(await reconcile('--repair')).code, workspace.org.stateHash() === after], [0, true]);
  });

  it('names what only a person can put right, and touches none of it', async () => {
    await open(file(...['twice', 'others', 'long'].map((key) => row(key)), row('stranger', 'zoe@other.net')));
    const second = log('twice');
    const vendors = log('none', { CallKey__c: null, CallObject: 'v-twice' });
    log('others', { OwnerId: userId('tom.okafor') });
    log('long', { ContinuesElsewhere__c: true, StartedAt__c: `${yesterday}T10:00:00.000+0000` });
    const part = { CallKey__c: 'long', PartKey__c: 'long#0001', PartNumber__c: 1, PartCount__c: 2, Text__c: 'a' };
    workspace.org.data.insert('CallLogPart__c', part as never);
    const { code, counts, findings } = await reconcile();
    assert.deepEqual(
      [code, counts],
      [2, { missing: 1, duplicated: 1, incomplete: 1, 'other-rep': 1, 'unknown-agent': 0 }]
    );
    const of = (kind: string): ListedFinding | undefined => findings.find((finding) => finding.kind === kind);
    assert.deepEqual(of('duplicated')?.logs, [`Task ${second}`, `Task ${vendors}`]);
    assert.match(of('other-rep')?.loggedFor ?? '', /^tom\.okafor/);
    assert.deepEqual(of('incomplete')?.lacks, ['text']);
    const repaired = await reconcile('--repair');
    assert.equal(repaired.code, 2);
    assert.deepEqual(repaired.counts, counts);
  });

  it('creates nothing twice when the answer to the writing is lost, nor when the connection breaks before it', async () => {
    for (const kind of ['reset-after', 'reset-before'] as const) {
      await open(file(row('leg-1'), row('leg-2')));
      workspace.org.faults.add({ match: { path: '*/composite' }, times: 1, fault: { kind } });
      const { code } = await reconcile('--repair');
      assert.deepEqual(
        [
          code,
          logs()
            .map(({ CallKey__c }) => CallKey__c)
            .sort()
        ],
        [0, ['leg-1', 'leg-2']],
        kind
      );
      if (kind === 'reset-after') await workspace.close();
    }
  });

  it('goes on where it was stopped, and ends with every call logged once', async () => {
    await open(file(...Array.from({ length: 2100 }, (_, at) => row(`leg-${at}`))));
    workspace.org.faults.add({
      match: { path: '*/composite/batch' },
      skip: 3,
      times: 1,
      fault: { kind: 'request-limit', which: 'total' }
    });
    const stopped = await workspace.fail('logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv', '--repair');
    assert.deepEqual([stopped.code, stopped.exitCode], ['REQUEST_LIMIT_EXCEEDED', 75]);
    const made = logs().length;
    assert.ok(made > 0 && made < 2100, String(made));
    const { code, data } = await reconcile('--repair');
    assert.deepEqual([code, data['created'], logs().length], [0, 2100 - made, 2100]);
  });

  it('tells which records the org refuses, writes the others, and ends with 68', async () => {
    await open(file(row('leg-1'), row('leg-2')).replace('Support', 'Q'.repeat(20)));
    workspace.org.faults.add({ match: { path: '*/composite' }, fault: { kind: 'row-lock' } });
    const { code, findings } = await reconcile('--repair');
    assert.equal(code, 68);
    assert.match(findings[0]?.remedy ?? '', /^refused: UNABLE_TO_LOCK_ROW/);
    assert.equal(logs().length, 0);
  });

  it('writes to production only when somebody confirmed it, and asks nobody when there is nothing to write', async () => {
    const config = ownCallCenter({ kind: 'production', more: 'ringdown: { source: force-app }' });
    await open(file(row('leg-1')), { config, org: { kind: 'production' } });
    const args = ['logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv', '--repair'] as const;
    assert.equal((await workspace.fail(...args)).code, 'PRODUCTION_NOT_CONFIRMED');
    assert.equal(logs().length, 0);
    const id = String(workspace.org.data.rows('Organization')[0]?.['Id']);
    assert.equal((await reconcile('--repair', '--confirm-org', id)).code, 0);
    assert.equal((await reconcile('--repair')).code, 0);
  });

  it('says everything that is wrong in the export before it asks the org anything', async () => {
    const broken = row('leg-2').replace(`${yesterday}T10:00:00Z`, `${yesterday} 10:00`).replace('Phone', 'Fax');
    await open(file(row('leg-1'), broken, row('').replace('Inbound', 'Sideways')));
    const { code, lines } = await workspace.fail('logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv');
    assert.deepEqual([code, lines.length, workspace.org.requests.length], ['EXPORT_INVALID', 4, 0]);
    assert.ok(
      lines.every((line) => /^calls\.csv:[34] /.test(line)),
      lines.join('\n')
    );
    for (const wrong of [
      ['--from', 'yesterday'],
      ['--to', '2026-02-31'],
      ['--from', '2026-02-02', '--to', '2026-02-01']
    ])
      assert.equal(
        (await workspace.fail('logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv', ...wrong)).code,
        'USAGE'
      );
  });

  it('compares only the days that are named, calls that an agent took, and each key once', async () => {
    const old = row('old').replaceAll(yesterday, '2020-01-01');
    const early = row('early').replaceAll(
      `${yesterday}T`,
      `${new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)}T`
    );
    await open(file(row('leg-1'), row('leg-1'), row('lost', ''), early, old));
    const { data } = await reconcile('--from', yesterday, '--to', yesterday);
    assert.deepEqual(
      [data['compared'], data['skipped']],
      [1, { outOfRange: 2, tooOld: 0, withoutAgent: 1, repeated: 1 }]
    );
    assert.equal(((await reconcile()).data['skipped'] as Counts)['tooOld'], 1);
  });

  it('refuses an org without our package by its own code', async () => {
    workspace = await openWorkspace({ config: ownCallCenter({ more: 'ringdown: { source: force-app }' }) });
    workspace.write('calls.csv', file(row('leg-1')));
    const { code, exitCode } = await workspace.fail('logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv');
    assert.deepEqual([code, exitCode], ['CALL_LOG_FIELDS_MISSING', 79]);
  });

  it('goes through many calls with few requests, and writes every finding to a file', async () => {
    const many = Array.from({ length: 4500 }, (_, at) => row(`many-${at}`));
    await open(file(...many));
    const { data, findings } = await reconcile('--out', 'gaps.jsonl');
    assert.deepEqual([data['compared'], findings.length, data['leftOff']], [4500, 1000, 3500]);
    const lines = readFileSync(join(workspace.directory, 'gaps.jsonl'), 'utf8').trim().split('\n');
    assert.equal(new Set(lines.map((line) => (JSON.parse(line) as ListedFinding).callKey)).size, 4500);
    assert.ok(Number(data['requests']) <= 8, String(data['requests']));
  });
});
