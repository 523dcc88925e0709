import assert from 'node:assert/strict';
import { alarm } from './alarm';
import { type Timers } from './timers';

/** Time that passes as fast as timers ask for it, like `setTimeout` with its greatest wait. */
function fastTime(): Timers & { run: (until: number) => void; sleep: (milliseconds: number) => void } {
  let steady = 0;
  let slept = 0;
  let next: { at: number; call: () => void } | undefined;
  return {
    steady: () => steady,
    wall: () => steady + slept,
    after: (milliseconds, call) => {
      assert.ok(milliseconds < 2 ** 31, 'such a wait is none at all');
      const timer = { at: steady + milliseconds, call };
      next = timer;
      return () => {
        if (next === timer) next = undefined;
      };
    },
    run: (until) => {
      while (next && next.at <= until) {
        const due = next;
        next = undefined;
        steady = due.at;
        due.call();
      }
    },
    sleep: (milliseconds) => (slept += milliseconds)
  };
}

describe('an alarm', () => {
  it('rings once after months, at its time', () => {
    const time = fastTime();
    const rung: number[] = [];
    const day = 86_400_000;
    alarm(
      time,
      () => rung.push(time.steady()),
      () => assert.fail('it did not sleep')
    ).set(90 * day);
    time.run(200 * day);
    assert.deepEqual(rung, [90 * day]);
  });

  it('notices within half a minute that the computer slept, and goes on', () => {
    const time = fastTime();
    let [rung, lost] = [0, 0];
    const clock = alarm(
      time,
      () => (rung += 1),
      () => (lost += 1)
    );
    clock.set(600_000);
    time.sleep(3_600_000);
    time.run(30_000);
    assert.deepEqual([rung, lost], [0, 1]);
    time.run(600_000);
    assert.deepEqual([rung, lost], [1, 1]);
  });

  it('keeps one time only, and none when it is stopped', () => {
    const time = fastTime();
    let rung = 0;
    const clock = alarm(
      time,
      () => (rung += 1),
      () => undefined
    );
    clock.set(1_000);
    clock.set(5_000);
    time.run(4_000);
    assert.equal(rung, 0);
    clock.stop();
    time.run(9_000);
    assert.equal(rung, 0);
  });
});
