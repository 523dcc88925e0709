import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');
const page = readFileSync(path.join(root, 'docs/security.md'), 'utf8');

/** The table at the end of the page: which file a short name stands for. */
const files = new Map(
  [...page.matchAll(/^\| ([a-z-]+) +\| (\S+\.ts) +\|$/gm)].map(([, name = '', file = '']) => [name, file])
);
const proofs = [...page.matchAll(/`([a-z-]+) › ([^`]+)`/g)].map(([, name = '', title = '']) => ({ name, title }));

describe('the proofs of docs/security.md', () => {
  it('are tests that exist, in files that exist', () => {
    assert.ok(proofs.length > 150, `only ${proofs.length} proofs were read`);
    const missing = proofs
      .filter(({ name, title }) => !titlesOf(files.get(name)).some((each) => each.startsWith(title)))
      .map(({ name, title }) => `${name} › ${title}`);
    assert.deepEqual([...new Set(missing)], []);
  });

  it('use every short name of the table', () => {
    const used = new Set(proofs.map(({ name }) => name));
    assert.deepEqual([...files.keys()], [...used].sort());
  });

  it('stand beside requirements that are named once', () => {
    const numbers = [
      ...page.matchAll(/^\| (\d+\.\d+\.\d+[^|]*)\| [^|]+\| +(?:met|not met|not applicable) +\|/gm)
    ].flatMap(([, cell = '']) => cell.match(/\d+\.\d+\.\d+/g) ?? []);
    assert.ok(numbers.length > 150, `only ${numbers.length} numbers were read`);
    assert.equal(new Set(numbers).size, numbers.length);
  });
});

/** Titles as the source has them: of one that is put together only the beginning counts. */
function titlesOf(file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(/\bit\(\s*(['"`])(.*?)\1/gs)].map(([, , title = '']) => title.replace(/\\(.)/g, '$1'));
}
