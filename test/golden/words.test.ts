import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageWords, wordyPackages, writtenFolders } from '../../scripts/package-source/words/package-words';
import { writeWords } from '../../scripts/package-source/write-words';

const root = path.join(__dirname, '../..');

function filesIn(directory: string): readonly string[] {
  if (!existsSync(path.join(root, directory))) return [];
  return readdirSync(path.join(root, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

describe('the labels and translations of the packages (UPDATE_GOLDENS=1 writes them anew)', () => {
  it('are what their words say, byte for byte', () => {
    if (process.env['UPDATE_GOLDENS'] === '1') writeWords(root);
    const written = packageWords(root);
    assert.deepEqual(
      wordyPackages.flatMap((folder) => writtenFolders.flatMap((each) => filesIn(`${folder}/default/${each}`))).sort(),
      written.map(({ path: file }) => file).sort()
    );
    for (const { path: file, content } of written)
      assert.equal(readFileSync(path.join(root, file), 'utf8'), content, file);
  });
});
