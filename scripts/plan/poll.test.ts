import assert from 'node:assert/strict';
import { manualClock } from '../../test/fakes/clock';
import { poll } from './poll';

const signal = new AbortController().signal;

describe('poll', () => {
  it('returns the first status that is done', async () => {
    const clock = manualClock();
    const statuses = ['running', 'running', 'done'];
    const last = await poll({
      read: () => Promise.resolve(statuses.shift() ?? ''),
      isDone: (s) => s === 'done',
      clock,
      signal,
      deadline: 60_000,
      onStatus: () => undefined
    });
    assert.equal(last, 'done');
    assert.deepEqual(clock.waits, [50, 200, 500]);
  });

  it('gives the last status back when the deadline passes', async () => {
    const clock = manualClock();
    const last = await poll({
      read: () => Promise.resolve('running'),
      isDone: () => false,
      clock,
      signal,
      deadline: 60_000,
      onStatus: () => undefined
    });
    assert.equal(last, 'running');
    assert.ok(clock.waits.reduce((sum, wait) => sum + wait, 0) >= 60_000);
  });

  it('asks about 120 times in an hour, not thousands', async () => {
    const clock = manualClock();
    let reads = 0;
    await poll({
      read: () => Promise.resolve((reads += 1)),
      isDone: () => false,
      clock,
      signal,
      deadline: 3_600_000,
      onStatus: () => undefined
    });
    assert.ok(reads < 140, String(reads));
  });

  it('stops at once when it is aborted', async () => {
    const abort = new AbortController();
    const running = poll({
      read: () => Promise.resolve('running'),
      isDone: () => false,
      clock: manualClock(),
      signal: abort.signal,
      deadline: 60_000,
      onStatus: () => abort.abort(new Error('interrupted'))
    });
    await assert.rejects(running, /interrupted/);
  });
});
