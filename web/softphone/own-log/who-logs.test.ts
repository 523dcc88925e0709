import assert from 'node:assert/strict';
import { handTimers, settled, type HandTimers } from './stand-ins';
import { openWhoLogs, type WhoLogs } from './who-logs';

describe('who logs the calls of a rep', () => {
  let timers: HandTimers;
  let decided: string[];
  let isHeardHere: boolean;
  let areElsewhere: boolean;
  let who: WhoLogs;
  beforeEach(() => {
    timers = handTimers();
    decided = [];
    isHeardHere = false;
    areElsewhere = false;
    who = openWhoLogs({
      timers,
      isHeardHere: () => isHeardHere,
      areElsewhere: () => Promise.resolve(areElsewhere),
      decided: (writer) => decided.push(writer)
    });
  });

  it('is the softphone when nobody has spoken fifteen seconds into a call', async () => {
    await timers.pass(60_000);
    assert.deepEqual([who.writer(), decided], ['unknown', []]);
    who.callIsThere();
    await timers.pass(14_000);
    who.callIsThere();
    assert.equal(who.writer(), 'unknown');
    await timers.pass(1_000);
    assert.deepEqual([who.writer(), decided], ['softphone', ['softphone']]);
    who.callIsThere();
    await timers.pass(60_000);
    assert.deepEqual(decided, ['softphone']);
  });

  it('is the components as soon as one spoke', async () => {
    isHeardHere = true;
    who.componentSpoke();
    who.componentSpoke();
    who.callIsThere();
    await timers.pass(60_000);
    assert.deepEqual(decided, ['components']);
  });

  it('is handed over when a component comes late', async () => {
    who.callIsThere();
    await timers.pass(15_000);
    isHeardHere = true;
    who.componentSpoke();
    who.callIsThere();
    await timers.pass(60_000);
    assert.deepEqual(decided, ['softphone', 'components']);
  });

  it('is the components of another tab, while there is one', async () => {
    areElsewhere = true;
    who.callIsThere();
    await timers.pass(15_000);
    assert.equal(who.writer(), 'components');
    who.callIsThere();
    await timers.pass(60_000);
    assert.equal(who.writer(), 'components');
    areElsewhere = false;
    who.callIsThere();
    await settled();
    assert.equal(who.writer(), 'unknown');
    await timers.pass(15_000);
    assert.deepEqual(decided, ['components', 'softphone']);
  });

  it('stays with the components of this tab when others are gone', async () => {
    isHeardHere = true;
    who.callIsThere();
    who.callIsThere();
    await timers.pass(60_000);
    assert.deepEqual([who.writer(), decided], ['components', ['components']]);
  });
});
