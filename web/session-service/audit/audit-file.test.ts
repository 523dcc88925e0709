import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openAuditFile } from './audit-file';

describe('the file of the audit log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is added to and never written over, and only its owner reads it', async () => {
    const file = path.join(folder, 'audit.log');
    for (const line of ['one\n', 'two\n']) {
      const log = openAuditFile(file, assert.fail);
      log.write(line);
      await log.close();
    }
    assert.equal(readFileSync(file, 'utf8'), 'one\ntwo\n');
    assert.equal(statSync(file).mode & 0o777, 0o600);
  });

  it('that cannot be written gives its lines to whoever reads the fallback', async () => {
    let told: () => void = () => undefined;
    const broken = new Promise<void>((resolve) => (told = resolve));
    const lines: string[] = [];
    const log = openAuditFile(path.join(folder, 'no', 'such', 'folder'), (line) => {
      lines.push(line);
      told();
    });
    await broken;
    log.write('one\n');
    await log.close();
    assert.equal(lines.at(-1), 'one\n');
  });
});
