import assert from 'node:assert/strict';
import { loginFrameHeight } from './login-frame-height';

describe('The height of the login frame', () => {
  it('is what the connector asks for', () => {
    assert.deepEqual(loginFrameHeight(420), { pixels: 420 });
    assert.deepEqual(loginFrameHeight(2560), { pixels: 2560 });
  });
  it('is 350 when nothing is asked for', () => {
    assert.deepEqual(loginFrameHeight(undefined), { pixels: 350 });
    assert.deepEqual(loginFrameHeight(null), { pixels: 350 });
  });
  for (const asked of [0, -1, 2561, 1e9, Infinity, NaN, '420', {}, true])
    it(`is 350, and said, for ${typeof asked} ${String(asked)}`, () => {
      const { pixels, problem } = loginFrameHeight(asked);
      assert.deepEqual([pixels, typeof problem], [350, 'string']);
    });
});
