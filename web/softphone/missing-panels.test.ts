import assert from 'node:assert/strict';
import { watchForPanels } from './missing-panels';

describe('an app without our panels', () => {
  let due: (() => void)[] = [];
  let isHeard = false;
  let said = 0;
  const watch = (): ReturnType<typeof watchForPanels> => {
    const after = (_: number, call: () => void): (() => void) => {
      due.push(call);
      return () => void (due = due.filter((each) => each !== call));
    };
    const timers = { steady: () => 0, wall: () => 0, after };
    return watchForPanels(timers, { isHeard: () => isHeard, missing: () => (said += 1) });
  };
  const pass = (): void => due.splice(0).forEach((call) => call());
  beforeEach(() => {
    due = [];
    isHeard = false;
    said = 0;
  });

  it('is told once, in a call that goes on', () => {
    const panels = watch();
    panels.inCall(false);
    assert.equal(due.length, 0);
    panels.inCall(true);
    panels.inCall(true);
    assert.equal(due.length, 1);
    pass();
    panels.inCall(false);
    panels.inCall(true);
    pass();
    assert.equal(said, 1);
  });

  it('is none as soon as a panel was heard, before the call or in it', () => {
    const panels = watch();
    panels.inCall(true);
    isHeard = true;
    pass();
    panels.inCall(false);
    panels.inCall(true);
    assert.deepEqual([said, due.length], [0, 0]);
  });

  it('waits anew when a call was over soon', () => {
    const panels = watch();
    panels.inCall(true);
    panels.inCall(false);
    assert.equal(due.length, 0);
    panels.inCall(true);
    pass();
    assert.equal(said, 1);
  });
});
