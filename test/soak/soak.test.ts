import assert from 'node:assert/strict';
import { replayOf } from './replay';
import { soak } from './soak';

const seed = 20_261_122;

describe('A hundred interactions under random faults', function () {
  this.timeout(240_000);

  it('end with exactly one complete log for each leg', async () => {
    const { legs, faults, wrong } = await soak({ seed, interactions: 100 });
    assert.deepEqual(wrong, {}, replayOf(seed, 100));
    assert.ok(legs > 100, `${legs} legs`);
    for (const fault of [
      'reload',
      'crash',
      'cut',
      'open',
      'switch',
      'clock',
      'slow',
      'row locked',
      'request limit',
      'answer lost'
    ])
      assert.ok((faults[fault] ?? 0) > 0, `${fault} did not happen: ${JSON.stringify(faults)}`);
  });
});
