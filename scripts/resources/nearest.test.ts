import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nearest } from './nearest';

describe('the nearest name', () => {
  for (const [word, candidates, found] of [
    ['softfone', ['softphone', 'standby'], 'softphone'],
    ['widht', ['height', 'width'], 'width'],
    ['Tenant', ['tenant', 'cluster'], 'tenant'],
    ['colour', ['height', 'width', 'mode'], undefined],
    ['x', ['a', 'b'], undefined],
    ['anything', [], undefined]
  ] as const) {
    it(`to ${word} among ${candidates.join(', ') || 'none'} is ${found ?? 'none'}`, () => {
      assert.equal(nearest(word, candidates), found);
    });
  }
});
