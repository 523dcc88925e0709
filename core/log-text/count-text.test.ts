import assert from 'node:assert/strict';
import { countText } from './count-text';

describe('the count of a text', () => {
  const rows: readonly (readonly [text: string, characters: number, units: number, bytes: number])[] = [
    ['', 0, 0, 0],
    ['abc', 3, 3, 3],
    ['Grüße', 5, 5, 7],
    ['e\u0301', 1, 2, 3],
    ['€', 1, 1, 3],
    ['世界', 2, 2, 6],
    ['😀', 1, 2, 4],
    ['👩‍👩‍👧‍👦', 1, 11, 25],
    ['🇩🇪🇫🇷', 2, 8, 16],
    ['a\nb', 3, 4, 3],
    ['a\r\nb', 3, 4, 4],
    ['a\rb', 3, 4, 3],
    ['\n\n', 2, 4, 2],
    ['\ud800', 1, 1, 3],
    ['x\udc00y', 3, 3, 5]
  ];
  for (const [text, characters, units, bytes] of rows) {
    it(`tells the truth about ${JSON.stringify(text)}`, () => {
      assert.deepEqual(countText(text), { characters, units, bytes });
      assert.equal(bytes, Buffer.byteLength(text));
    });
  }

  it('is quick enough for a million characters', function () {
    this.timeout(20_000);
    const started = performance.now();
    assert.equal(countText('Grüße 世界 👍🏽\r\n'.repeat(100_000)).characters, 11 * 100_000);
    assert.ok(performance.now() - started < 10_000, `${Math.round(performance.now() - started)} ms`);
  });
});
