import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { overlay } from './overlay';
import type { Path } from './path';
import { parseSource } from './source-document';

const text = `a:
  b: 1
  list:
    - { name: x }
    - &shared { name: y, 'odd.key': 7 }
again: *shared
over:
  a:
    b: 2
    list: [{ other: z }]
    gone: null
`;
const { document } = parseSource('f.yaml', text);

/** The text from a position to the end of its line. */
function textAt(path: Path, part: 'key' | 'value'): string {
  const { line, column } = document.locate(path, part);
  return (text.split('\n')[line - 1] ?? '').slice(column - 1);
}

describe('a source document', () => {
  it('knows where each key and value stands', () => {
    assert.equal(textAt(['a', 'b'], 'value'), '1');
    assert.equal(textAt(['a', 'b'], 'key'), 'b: 1');
    assert.equal(textAt(['a', 'list', 0, 'name'], 'value'), 'x }');
    assert.equal(textAt(['a', 'list', 1, 'odd.key'], 'key'), "'odd.key': 7 }");
  });

  it('follows an alias to where the value is written', () => {
    assert.equal(textAt(['again', 'name'], 'value'), "y, 'odd.key': 7 }");
  });

  it('points at the nearest key above what is not there', () => {
    assert.equal(textAt(['a', 'nothing', 'at', 'all'], 'value'), 'a:');
    assert.equal(textAt(['nothing'], 'value'), 'a:');
  });
});

describe('an overlay', () => {
  const over = overlay(document, ['over']);

  it('merges mappings, replaces lists and takes away with null', () => {
    assert.deepEqual((over.value as Record<string, unknown>)['a'], { b: 2, list: [{ other: 'z' }] });
  });

  it('names the file’s own path for what the base says and the override’s for what that says', () => {
    assert.equal(over.place(['a', 'b']).path, 'over.a.b');
    assert.equal(over.place(['again', 'name']).path, 'again.name');
    assert.equal(over.place(['a', 'list', 0, 'name']).path, 'over.a.list[0].name');
  });

  it('misses in the base what is missing in both', () => {
    assert.deepEqual(over.place(['a', 'missing'], 'key'), { file: 'f.yaml', line: 1, column: 1, path: 'a.missing' });
  });

  it('has an origin only for what a file says', () => {
    assert.equal(over.origin(['a', 'b']), 'f.yaml:9:8 (over)');
    assert.equal(over.origin(['a', 'list', 0, 'name']), undefined);
    assert.equal(over.origin(['a', 'missing']), undefined);
  });
});
