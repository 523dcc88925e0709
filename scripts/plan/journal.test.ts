import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from './journal';
import { lockOrg } from './lock';

describe('the papers of an org', () => {
  let directory = '';
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'ringdown-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  it('knows the deploy that a killed run left open, until its end is written', () => {
    const path = join(directory, 'orgs/00D/journal.jsonl');
    const journal = openJournal(path, () => 0);
    assert.equal(journal.openDeploy(), undefined);
    journal.write({ event: 'deploy-posted', deployId: '0Af1' });
    assert.deepEqual(openJournal(path, () => 0).openDeploy(), { deployId: '0Af1' });
    journal.write({ event: 'deploy-finished', deployId: '0Af1', status: 'Succeeded' });
    assert.equal(journal.openDeploy(), undefined);
  });

  it('knows when a deploy was posted whose id nobody lived to write down', () => {
    const journal = openJournal(join(directory, 'journal.jsonl'), () => 1_000);
    journal.write({ event: 'deploy-about-to-post', components: ['CallCenter:Support'] });
    assert.deepEqual(journal.openDeploy(), { postedAfter: 1_000 });
  });

  it('passes over the half line of a run that was killed while it wrote', () => {
    const path = join(directory, 'journal.jsonl');
    const journal = openJournal(path, () => 0);
    journal.write({ event: 'deploy-posted', deployId: '0Af1' });
    appendFileSync(path, '\n{"at":"2026-11-21T12:0');
    assert.deepEqual(journal.openDeploy(), { deployId: '0Af1' });
    journal.write({ event: 'deploy-finished', deployId: '0Af1', status: 'Succeeded' });
    assert.equal(journal.openDeploy(), undefined);
  });

  it('is locked against a second apply and given back', () => {
    const path = join(directory, 'lock');
    const unlock = lockOrg(path, 'uat', 0);
    assert.throws(() => lockOrg(path, 'uat', 0), { code: 'ORG_LOCKED', exitCode: 73 });
    unlock();
    lockOrg(path, 'uat', 0)();
  });

  it('knows its own deploys, the run that never ended, and when it was last written', () => {
    const journal = openJournal(join(directory, 'journal.jsonl'), () => 5_000);
    assert.deepEqual([journal.lastWrite(), journal.openRun()], [0, undefined]);
    journal.write({ event: 'run-started', fingerprint: 'abc' });
    journal.write({ event: 'deploy-posted', deployId: '0Af1' });
    assert.deepEqual([journal.lastWrite(), journal.openRun(), [...journal.knownDeploys()]], [5_000, 'abc', ['0Af1']]);
    journal.write({ event: 'run-finished', outcome: 'changed' });
    assert.equal(journal.openRun(), undefined);
  });

  it('says which path cannot be written', () => {
    appendFileSync(join(directory, 'file'), '');
    assert.throws(() => lockOrg(join(directory, 'file/lock'), 'uat', 0), { code: 'OUTPUT_UNWRITABLE', exitCode: 64 });
    assert.throws(
      () => openJournal(join(directory, 'file/journal'), () => 0).write({ event: 'run-finished', outcome: '' }),
      {
        code: 'OUTPUT_UNWRITABLE'
      }
    );
  });

  it('takes over the lock of another computer, whose process ids mean nothing here', () => {
    const path = join(directory, 'lock');
    appendFileSync(path, JSON.stringify({ pid: process.pid, host: 'elsewhere', since: '2026-11-21' }));
    lockOrg(path, 'uat', 0)();
  });

  it('gives back only its own lock', () => {
    const path = join(directory, 'lock');
    const unlock = lockOrg(path, 'uat', 0);
    rmSync(path);
    const other = lockOrg(path, 'uat', 1);
    unlock();
    assert.throws(() => lockOrg(path, 'uat', 2), { code: 'ORG_LOCKED' });
    other();
  });

  it('takes over the lock of a dead process', () => {
    const path = join(directory, 'lock');
    appendFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: '2026-11-21' }));
    lockOrg(path, 'uat', 0)();
  });
});
