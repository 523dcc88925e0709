import assert from 'node:assert/strict';
import { createHandClock } from './hand-clock';
import { createServiceTime } from './service-time';

const start = Date.parse('2026-01-05T08:00:00Z');
const hour = 3_600_000;

describe('the time by which sessions live', () => {
  it('goes with the clock while nobody sets it', async () => {
    const clock = createHandClock(start);
    const time = createServiceTime({ clock, notBefore: 0 });
    assert.equal(time.now(), start);
    await clock.pass(90_000);
    assert.equal(time.now(), start + 90_000);
  });

  it('goes on at its pace when the clock is set back', async () => {
    const clock = createHandClock(start);
    const time = createServiceTime({ clock, notBefore: 0 });
    await clock.pass(1000);
    clock.step(-2 * hour);
    assert.equal(time.now(), start + 1000);
    await clock.pass(hour);
    assert.equal(time.now(), start + 1000 + hour);
  });

  it('goes on from the latest time in the store when the clock was set back between two runs', async () => {
    const clock = createHandClock(start);
    const time = createServiceTime({ clock, notBefore: start + hour });
    assert.equal(time.now(), start + hour);
    await clock.pass(1000);
    assert.equal(time.now(), start + hour + 1000);
  });

  it('catches up a correction of seconds without a jump', async () => {
    const clock = createHandClock(start);
    const time = createServiceTime({ clock, notBefore: 0 });
    clock.step(30_000);
    assert.equal(time.now(), start);
    await clock.pass(10_000);
    assert.equal(time.now(), start + 11_000);
    await clock.pass(hour);
    assert.equal(time.now(), clock.now());
  });

  it('takes a jump of hours at once and says so: the computer slept, or the clock was wrong', () => {
    const clock = createHandClock(start);
    const steps: number[] = [];
    const time = createServiceTime({ clock, notBefore: 0, onStep: (step) => steps.push(step) });
    clock.step(9 * hour);
    assert.equal(time.now(), start + 9 * hour);
    assert.deepEqual(steps, [9 * hour]);
  });
});
