import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { certificateIn } from './certificate';

const root = path.join(__dirname, '../../..');

describe('The certificate of the console', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'ringdown-certificate-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('says the names and this computer, and its key is for its owner only', async () => {
    const { cert } = await certificateIn(folder, root, ['a.test', 'b.test']);
    const read = new X509Certificate(cert);
    assert.ok(read.checkHost('a.test') && read.checkHost('b.test') && read.checkIP('127.0.0.1'));
    assert.equal(read.checkHost('c.test'), undefined);
    assert.equal(statSync(path.join(folder, 'console.key')).mode & 0o777, 0o600);
  });
  it('is the same the next time, and another for another name', async () => {
    const first = await certificateIn(folder, root, ['a.test']);
    assert.deepEqual(await certificateIn(folder, root, ['a.test']), first);
    assert.notEqual((await certificateIn(folder, root, ['a.test', 'b.test'])).keyHash, first.keyHash);
  });
  it('is made anew when what is kept is broken', async () => {
    const first = await certificateIn(folder, root, ['a.test']);
    writeFileSync(path.join(folder, 'console.crt'), 'nonsense');
    assert.notEqual((await certificateIn(folder, root, ['a.test'])).keyHash, first.keyHash);
  });
});
