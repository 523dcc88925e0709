import assert from 'node:assert/strict';
import { openKeptLegs } from './kept-legs';
import { memoryStorage, sampleLeg } from './stand-ins';

describe('the legs that the softphone keeps', () => {
  const leg = (callKey: string, more: object = {}) => ({
    callKey,
    interaction: { ...sampleLeg, callKey },
    isOurs: false,
    ...more
  });
  const keys = (legs: ReturnType<typeof openKeptLegs>): readonly string[] => legs.all().map(({ callKey }) => callKey);

  it('are there again after a reload, the oldest first, and only those of this rep', () => {
    const storage = memoryStorage();
    const dialled = { recordId: '003000000000001AAA', name: 'Ann', objectName: '' };
    const first = openKeptLegs(() => storage, 'rep-1');
    first.keep(leg('b', { isOurs: true, dialled }));
    first.keep(leg('a'));
    first.keep(leg('b', { isOurs: true, dialled }));
    const again = openKeptLegs(() => storage, 'rep-1');
    assert.deepEqual(keys(again), ['a', 'b']);
    assert.deepEqual(again.find('b'), first.find('b'));
    assert.deepEqual([again.find('b')?.isOurs, again.find('b')?.dialled], [true, dialled]);
    assert.deepEqual(keys(openKeptLegs(() => storage, 'rep-2')), []);
    again.keep(leg('c'));
    assert.ok(again.find('c')!.version > again.find('b')!.version);
  });

  it('are forgotten for good, but not what was said since', () => {
    const storage = memoryStorage();
    const legs = openKeptLegs(() => storage, 'rep-1');
    legs.keep(leg('a'));
    const { version } = legs.find('a')!;
    legs.keep(leg('a'));
    legs.forget('a', version);
    assert.deepEqual(keys(legs), ['a']);
    legs.forget('a', legs.find('a')!.version);
    legs.forget('unknown');
    assert.deepEqual([keys(legs), storage.length], [[], 0]);
  });

  it('are known to be saved by later pages too, the last two hundred', () => {
    const storage = memoryStorage();
    const legs = openKeptLegs(() => storage, 'rep-1');
    for (let count = 0; count < 201; count += 1) legs.noteSaved(`call-${count}`);
    const again = openKeptLegs(() => storage, 'rep-1');
    assert.deepEqual(['call-0', 'call-1', 'call-200'].map(again.wasSaved), [false, true, true]);
    assert.deepEqual(keys(again), []);
    storage.setItem('rep-1-saved', '{"call-1":true}');
    assert.equal(openKeptLegs(() => storage, 'rep-1').wasSaved('call-1'), false);
  });

  it('are in the page alone where nothing can be stored, and that is known until they can be', () => {
    const storage = memoryStorage();
    storage.isFull = true;
    const legs = openKeptLegs(() => storage, 'rep-1');
    legs.keep(leg('a'));
    assert.deepEqual([keys(legs), legs.isInPageAlone(), storage.length], [['a'], true, 0]);
    storage.isFull = false;
    legs.keep(leg('a'));
    assert.equal(legs.isInPageAlone(), false);
    const blocked = openKeptLegs(() => {
      throw new Error('SecurityError');
    }, 'rep-1');
    blocked.keep(leg('a'));
    assert.deepEqual([keys(blocked), blocked.isInPageAlone()], [['a'], true]);
    blocked.forget('a');
    assert.deepEqual([keys(blocked), blocked.isInPageAlone()], [[], false]);
  });

  it('are no more on the disk than a day of calls', () => {
    const storage = memoryStorage();
    const legs = openKeptLegs(() => storage, 'rep-1');
    for (let count = 0; count < 502; count += 1) legs.keep(leg(`call-${count}`));
    assert.deepEqual([legs.all().length, storage.length, legs.isInPageAlone()], [502, 500, true]);
  });

  it('are not what somebody else wrote there', () => {
    const storage = memoryStorage();
    storage.setItem('rep-1:a', 'no JSON');
    storage.setItem('rep-1:b', '{"version":1,"interaction":{"callKey":"b"}}');
    storage.setItem('rep-1:c', JSON.stringify({ version: 'x', interaction: sampleLeg }));
    assert.deepEqual(keys(openKeptLegs(() => storage, 'rep-1')), []);
  });
});
