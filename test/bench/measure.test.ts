import assert from 'node:assert/strict';
import { median, percentile } from './measure';

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => last - index);

describe('What a measurement is summed up as', () => {
  for (const [values, share, expected] of [
    [upTo(100), 0.99, 99],
    [upTo(1000), 0.99, 990],
    [upTo(200), 0.07, 14],
    [upTo(101), 0.99, 100],
    [upTo(7), 0.99, 7],
    [upTo(4), 0.5, 2],
    [upTo(4), 1, 4],
    [upTo(4), 0, 1],
    [[3], 0.99, 3],
    [[2, 10, 9, 1], 0.75, 9]
  ] as const)
    it(`takes ${expected} for the share ${share} of ${values.length} values`, () => {
      assert.equal(percentile(values, share), expected);
    });

  it('says of nothing that it is no number', () => {
    assert.ok(Number.isNaN(percentile([], 0.99)));
    assert.ok(Number.isNaN(median([])));
  });

  it('orders by size and leaves what it was given as it was', () => {
    const values = [10, 9, 100, 1];
    assert.equal(median(values), 9);
    assert.equal(percentile(values, 0.99), 100);
    assert.deepEqual(values, [10, 9, 100, 1]);
  });
});
