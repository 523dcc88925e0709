import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFinding } from '../../scripts/resources/call-logs/reconciliation';
import { file, openCalls, row, yesterday, type CallsWorkspace, type Counts } from './calls-workspace';

const voice = `version: 1
callCenters:
  voice:
    kind: voice
    origin: own
    internalName: AcmeVoice
    displayName: Acme Voice
    adapterUrl: https://phone.example.com/connector
    voice: { vendorInfo: { name: AcmeTelephony }, integrationClass: RingdownTelephonyIntegration }
ringdown: { source: force-app }
orgs:
  uat: { kind: sandbox, login: local }
`;

describe('logs reconcile', function () {
  this.timeout(60_000);
  let workspace: CallsWorkspace;
  afterEach(() => workspace.close());

  it('names what only a person can put right, and touches none of it', async () => {
    workspace = await openCalls(
      file(...['twice', 'others', 'long'].map((key) => row(key)), row('stranger', 'zoe@other.net'))
    );
    const second = workspace.log('twice');
    const vendors = workspace.log('none', { CallKey__c: null, CallObject: 'v-twice' });
    workspace.log('others', { OwnerId: workspace.userId('tom.okafor') });
    workspace.log('long', { ContinuesElsewhere__c: true, StartedAt__c: `${yesterday}T10:00:00.000+0000` });
    const part = { CallKey__c: 'long', PartKey__c: 'long#0001', PartNumber__c: 1, PartCount__c: 2, Text__c: 'a' };
    workspace.org.data.insert('CallLogPart__c', part);
    const { code, counts, findings } = await workspace.reconcile();
    assert.deepEqual(
      [code, counts],
      [2, { missing: 1, duplicated: 1, incomplete: 1, 'other-rep': 1, 'unknown-agent': 0 }]
    );
    const of = (kind: string): ListedFinding | undefined => findings.find((finding) => finding.kind === kind);
    assert.deepEqual(of('duplicated')?.logs, [`Task ${second}`, `Task ${vendors}`]);
    assert.match(of('other-rep')?.loggedFor ?? '', /^tom\.okafor/);
    assert.deepEqual(of('incomplete')?.lacks, ['text']);
    const repaired = await workspace.reconcile('--repair');
    assert.equal(repaired.code, 2);
    assert.deepEqual(repaired.counts, counts);
  });

  it('counts a VoiceCall as the log of a phone call, leaves its making to the platform, and still logs chats', async () => {
    const chat = row('chat').replace('Phone', 'Chat');
    workspace = await openCalls(file(row('kept'), row('running'), row('lost'), row('both'), chat), {
      config: voice,
      org: { catalog: 'voice' }
    });
    for (const [key, ended] of [
      ['kept', true],
      ['running', false],
      ['both', true]
    ] as const) {
      const at = `${yesterday}T10:03:05.000+0000`;
      const times = { CallAcceptDateTime: at, CallEndDateTime: ended ? at : null };
      const rep = workspace.userId('priya.raman');
      workspace.org.data.insert('VoiceCall', { VendorCallKey: key, UserId: rep, OwnerId: rep, ...times });
    }
    workspace.log('both');
    const { counts, findings } = await workspace.reconcile('--repair');
    assert.deepEqual(counts, { missing: 1, duplicated: 1, incomplete: 1, 'other-rep': 0, 'unknown-agent': 0 });
    assert.deepEqual(
      findings.map(({ kind, callKey }) => `${kind} ${callKey}`),
      ['incomplete running', 'missing lost', 'duplicated both']
    );
    assert.deepEqual(
      workspace
        .logs()
        .map(({ CallKey__c }) => CallKey__c)
        .sort(),
      ['both', 'chat/priya.raman@example.com']
    );
  });

  it('says everything that is wrong in the export before it asks the org anything', async () => {
    const broken = row('leg-2').replace(`${yesterday}T10:00:00Z`, `${yesterday} 10:00`).replace('Phone', 'Fax');
    workspace = await openCalls(file(row('leg-1'), broken, row('').replace('Inbound', 'Sideways')));
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
    workspace = await openCalls(file(row('leg-1'), row('leg-1'), row('lost', ''), early, old));
    const { data } = await workspace.reconcile('--from', yesterday, '--to', yesterday);
    assert.deepEqual(
      [data['compared'], data['skipped']],
      [1, { outOfRange: 2, tooOld: 0, withoutAgent: 1, repeated: 1 }]
    );
    assert.equal(((await workspace.reconcile()).data['skipped'] as Counts)['tooOld'], 1);
  });

  it('refuses an org without our package by its own code', async () => {
    workspace = await openCalls(file(row('leg-1')), { hasPackage: false });
    const { code, exitCode } = await workspace.fail('logs', 'reconcile', '--org', 'uat', '--export', 'calls.csv');
    assert.deepEqual([code, exitCode], ['CALL_LOG_FIELDS_MISSING', 79]);
  });

  it('goes through many calls with few requests, and writes every finding to a file', async () => {
    const many = Array.from({ length: 4500 }, (_, at) => row(`many-${at}`));
    workspace = await openCalls(file(...many));
    const { data, findings } = await workspace.reconcile('--out', 'gaps.jsonl');
    assert.deepEqual([data['compared'], findings.length, data['leftOff']], [4500, 1000, 3500]);
    const lines = readFileSync(join(workspace.directory, 'gaps.jsonl'), 'utf8').trim().split('\n');
    assert.equal(new Set(lines.map((line) => (JSON.parse(line) as ListedFinding).callKey)).size, 4500);
    assert.ok(Number(data['requests']) <= 8, String(data['requests']));
  });
});
