import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { jsonFaults } from './json-faults';

describe('JSON faults', () => {
  it('are none in JSON, whatever its values', () => {
    for (const text of [
      '{}',
      '[]',
      ' [1, -0.5e+3, true, null, "a\\n\\u00e9", { "b": [] }]\r\n',
      '\uFEFF{"a": "// #"}'
    ]) {
      assert.deepEqual(jsonFaults(text), []);
    }
  });

  for (const [title, text, places] of [
    ['a comma before a closing bracket', '{"a":[1,],}', [7, 9]],
    ['comments of every kind', '{ // a\n # b\n /* c */ "a": 1 }', [2, 8, 13]],
    ['a bare key, and one in single quotes', "{a: 1, 'b': 2}", [1, 7]],
    ['bare text, and a number that is none', '[yes, 01]', [1, 6]],
    ['a missing colon', '{"a" 1}', [5]],
    ['a missing comma', '["a" "b"]', [5]],
    ['two commas', '[1,,2]', [3]],
    ['a line break in a text', '["a\nb"]', [1]],
    ['an end that comes too early', '{"a": [1', [8]],
    ['something after the end', '{} {}', [3]],
    ['nothing at all', '', [0]]
  ] as const) {
    it(`are found: ${title}`, () =>
      assert.deepEqual(
        jsonFaults(text).map(({ at }) => at),
        places
      ));
  }
});
