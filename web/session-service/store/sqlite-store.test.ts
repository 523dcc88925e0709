import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { lookups } from './sqlite-lookups';
import { prepareDatabase } from './sqlite-schema';
import { openSqliteStore } from './sqlite-store';
import { sampleSession } from './sample-session';
import { storeContract } from './store-contract';

describe('the store in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sessions-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  storeContract({
    open: async () => openSqliteStore(path.join(folder, 'sessions.db')),
    waitFor: async (what, holds) => assert.ok(holds(), what)
  });

  it('still has the sessions after it was closed and opened again', async () => {
    const file = path.join(folder, 'kept.db');
    const first = openSqliteStore(file);
    await first.addSession(sampleSession());
    await first.noteTime(7);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    await first.close();
    const second = openSqliteStore(file);
    assert.deepEqual(await second.sessionByHandle(sampleSession().orgId, 'handle-1'), sampleSession());
    assert.equal(await second.noteTime(1), 7);
    await second.close();
  });

  for (const [name, query] of Object.entries(lookups)) {
    it(`finds ${name} by an index, however many sessions an org has`, () => {
      const database = new DatabaseSync(path.join(folder, 'plan.db'));
      prepareDatabase(database);
      const plan = database.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { readonly detail: string }[];
      const steps = plan.map(({ detail }) => detail).filter((detail) => /^(SCAN|SEARCH)/.test(detail));
      database.close();
      assert.ok(steps.length > 0);
      const narrow = /\b(handle|id_hash|previous_hash|user_name|agent_name)=\?|due_at<\?/;
      assert.deepEqual(
        steps.filter((step) => !narrow.test(step)),
        []
      );
    });
  }

  it('refuses a file that another process has, and one of another version', async () => {
    const file = path.join(folder, 'busy.db');
    const first = openSqliteStore(file);
    assert.throws(() => openSqliteStore(file), /busy\.db cannot be opened/);
    await first.close();
    const other = new DatabaseSync(file);
    other.exec('PRAGMA user_version = 99');
    other.close();
    assert.throws(() => openSqliteStore(file), /version 99/);
  });
});
