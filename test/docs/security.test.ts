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

/**
 * The last requirement of levels 1 and 2 in each section of OWASP ASVS 5.0.0; in each section those of level 3 come after them.
 */
const lastOf: Readonly<Record<string, readonly number[]>> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2]
};
const required = Object.entries(lastOf).flatMap(([chapter, sections]) =>
  sections.flatMap((last, index) => Array.from({ length: last }, (_, at) => `${chapter}.${index + 1}.${at + 1}`))
);
const requirements = [...page.matchAll(/^\| (\d+\.\d+\.\d+[^|]*)\| [^|]+\| +(met|not met|not applicable) +\|/gm)].map(
  ([, cell = '', state = '']) => ({ numbers: numbersOf(cell), state })
);
const inTables = requirements.flatMap(({ numbers }) => numbers);

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
    assert.equal(new Set(inTables).size, inTables.length);
  });

  it('stand beside every requirement of levels 1 and 2, and what is not met is told again with its reason', () => {
    assert.equal(required.length, 253);
    const media = page.slice(page.indexOf('## V17'), page.indexOf('## What is not met'));
    assert.deepEqual([...inTables, ...numbersOf(media)].sort(), [...required].sort());
    const reasons = page.slice(page.indexOf('## What is not met'), page.indexOf('## What an operator must do'));
    const notMet = requirements.filter(({ state }) => state === 'not met').flatMap(({ numbers }) => numbers);
    assert.deepEqual(numbersOf(reasons).sort(), notMet.sort());
  });
});

/** Titles as the source has them: of one that is put together only the beginning counts. */
function titlesOf(file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  const source = readFileSync(path.join(root, file), 'utf8');
  return [...source.matchAll(/\bit\(\s*(['"`])(.*?)\1/gs)].map(([, , title = '']) => title.replace(/\\(.)/g, '$1'));
}

/** Numbers as they stand in a text, also `10.4.1 to 10.4.11`. */
function numbersOf(text: string): string[] {
  return [...text.matchAll(/(\d+\.\d+)\.(\d+)(?: to \1\.(\d+))?/g)].flatMap(
    ([, section = '', first = '', last = first]) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${section}.${Number(first) + at}`)
  );
}
