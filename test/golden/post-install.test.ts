import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { validateConfig } from '../../scripts/config/load-config';
import { buildTree, postInstallDirectory, type BuiltFile } from '../../scripts/resources/deployable/build-tree';

const root = path.join(__dirname, '../..');

/** What `build --org example` writes of the org side. */
function builtSource(): readonly BuiltFile[] {
  const [config] = validateConfig({ file: 'test/fixtures/example/ringdown.yaml', env: {}, cwd: root });
  assert.ok(config);
  return buildTree(config).filter(({ path: file }) => file.startsWith(postInstallDirectory));
}

function filesIn(directory: string): readonly string[] {
  return readdirSync(path.join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

describe('force-app/post-install (UPDATE_GOLDENS=1 writes it anew)', () => {
  it('is what the example is built to, byte for byte', () => {
    const built = builtSource();
    if (process.env['UPDATE_GOLDENS'] === '1') {
      rmSync(path.join(root, postInstallDirectory), { recursive: true, force: true });
      for (const { path: file, content } of built) {
        mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
        writeFileSync(path.join(root, file), content);
      }
    }
    assert.deepEqual(
      filesIn(postInstallDirectory),
      built.map(({ path: file }) => file)
    );
    for (const { path: file, content } of built)
      assert.equal(readFileSync(path.join(root, file), 'utf8'), content, file);
  });

  it('is built the same wherever and whenever it is built', () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'ringdown-'));
    try {
      process.chdir(elsewhere);
      assert.deepEqual(builtSource(), builtSource());
    } finally {
      process.chdir(root);
      rmSync(elsewhere, { recursive: true });
    }
  });
});
